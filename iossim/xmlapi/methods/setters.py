"""The methods of the 4.x generation that change something: key phones, and passwords of users."""

from __future__ import annotations

import re

from iossim.session import Session
from iossim.xmlapi.answers import Reply
from iossim.xmlapi.iserror import Problem, bad_parameter
from iossim.xmlapi.method import MethodCall
from iossim.xmlapi.text import element
from iossim.xmlapi.values.sip import find_user

_HIGHEST = 15
#: What a password may be: one word of the command line.
_WORD = re.compile(r"[!-~]{1,64}").fullmatch


def set_key_phones(call: MethodCall) -> Reply | Problem:
    """ISsetKeyPhones: makes each phone a key phone, and tells whether there is such a phone."""
    return _each_phone(call, "keyphone", "ISsetResult")


def unset_key_phones(call: MethodCall) -> Reply | Problem:
    """ISunsetKeyPhones: the opposite."""
    return _each_phone(call, "no keyphone", "ISunsetResult")


def update_user(call: MethodCall) -> Reply | Problem:
    """ISupdateUser: gives a user, wherever he is configured, another password."""
    given = {name: value for name, value in call.parameters if value}
    for name in ("ISuserID", "ISpassword"):
        if name not in given:
            return bad_parameter(name)
    user, password = given["ISuserID"], given["ISpassword"]
    found = find_user(call.router, user)
    if found is None:
        return _updated(f"User {user} does not exist")
    _, rule, tag = found
    section = call.router.config.section(rule, tag)
    assert section is not None
    assert section.header is not None
    if not _WORD(password):
        return _updated("Invalid password")
    command = "username" if rule == "ephone" else "user"
    return _updated(_configure(call, " ".join(section.header.words), f"{command} {user} password {password}"))


def _updated(error: str) -> Reply:
    lines = [element("ISsetResult", "false" if error else "true")]
    return Reply([*lines, element("ISsetError", error)] if error else lines, "ISupdateUserResponse")


def _each_phone(call: MethodCall, command: str, result: str) -> Reply | Problem:
    names = [value for _, value in call.parameters]
    if not names:
        return bad_parameter("ISPhoneName")
    done = ["true" if _set(call, name, command) else "false" for name in names]
    kind = "ISsetKeyPhonesResponse" if result == "ISsetResult" else "ISunsetKeyPhonesResponse"
    return Reply([element(result, each) for each in done], kind)


def _set(call: MethodCall, name: str, command: str) -> bool:
    device = call.router.phones.find(name)
    return device is not None and not device.sip and not _configure(call, f"ephone {device.tag}", command)


def _configure(call: MethodCall, *lines: str) -> str:
    """Types lines of configuration; the message of the first that is refused. The method has them run whatever the level."""
    session = Session(call.router, _HIGHEST, call.user.name or None, "http", call.client)
    session.enter_configuration()
    try:
        return next((result.message for result in map(session.run, lines) if not result.accepted), "")
    finally:
        session.close()
