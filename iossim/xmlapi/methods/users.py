"""ISupdateUser: another password for a user."""

from __future__ import annotations

import re

from iossim.xmlapi.iserror import Problem, bad_parameter
from iossim.xmlapi.method import MethodCall, Reply
from iossim.xmlapi.methods.configure import configure
from iossim.xmlapi.values.users import find_user
from iossim.xmlapi.views.render import element

#: A password is one word of the command line.
_WORD = re.compile(r"[!-~]{1,64}").fullmatch


def update_user(call: MethodCall) -> Reply | Problem:
    """ISupdateUser: give a user another password, in the ephone or profile that has the user."""
    parameters = {name: value for name, value in call.parameters if value}
    for name in ("ISuserID", "ISpassword"):
        if name not in parameters:
            return bad_parameter(name)
    user, password = parameters["ISuserID"], parameters["ISpassword"]
    place = find_user(call.router, user)
    if place is None:
        return _updated(f"User {user} does not exist")
    _, rule, tag = place
    section = call.router.config.section(rule, tag)
    assert section is not None
    assert section.header is not None
    if not _WORD(password):
        return _updated("Invalid password")
    command = "username" if rule == "ephone" else "user"
    return _updated(configure(call, " ".join(section.header.words), f"{command} {user} password {password}"))


def _updated(error: str) -> Reply:
    lines = [element("ISsetResult", "false" if error else "true")]
    return Reply([*lines, element("ISsetError", error)] if error else lines, "ISupdateUserResponse")
