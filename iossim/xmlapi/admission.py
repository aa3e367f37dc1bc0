"""Admission of a request by its head alone: address, path, method, credentials, length.

A client without a password cannot make the server read a body of 32 MiB.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import re
from collections.abc import Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING

from iossim.router.access_lists import entries_of, permits_address
from iossim.xmlapi.lookup import Index
from iossim.xmlapi.users import Credentials, User
from iossim.xmlapi.web_server import Response, ixi_is_up, refuse

if TYPE_CHECKING:
    from iossim.language import Command
    from iossim.router import RouterCore

PATH = "/ios_xml_app/cme"
_HIGHEST = 15
#: The header of an answer that asks for a password.
CHALLENGE = {"WWW-Authenticate": 'Basic realm="level_15_access"'}
#: Bytes of the longest body that is read.
MAX_BODY = 32 * 1024 * 1024
_HOST = re.compile(r"\Ahttps?://[^/]*", re.IGNORECASE)
#: The sections in which `xml user` may stand; the first one that has it counts.
_SECTIONS = ("telephony_service", "voice_register_global")
#: The type of an encrypted password. The router would need its key (`key config-key password-encrypt`) to decrypt it.
_ENCRYPTED = "6"


def admit(router: RouterCore, method: str, target: str, headers: Mapping[str, str], client: str) -> User | Response:
    """The user who sends a request, or the answer that refuses it.

    Args:
        router: the router.
        method: `POST`; every other one is refused.
        target: path and query, or a whole address (RFC 9112, 3.2.2).
        headers: the headers; a mapping that ignores case, or has its names in small letters.
        client: the client's address.
    """
    if not permits(router, client):
        return refuse(router, HTTPStatus.FORBIDDEN)
    if _HOST.sub("", target.partition("?")[0]) not in (PATH, PATH + "/") or not ixi_is_up(router):
        return refuse(router, HTTPStatus.NOT_FOUND)
    if method != "POST":
        return refuse(router, HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": "POST"})
    user = authenticate(router, basic(headers.get("authorization")))
    if user is None:
        return refuse(router, HTTPStatus.UNAUTHORIZED, CHALLENGE)
    length = headers.get("content-length", "")
    if length.isascii() and length.isdigit() and len(length) <= 20 and int(length) > MAX_BODY:
        return refuse(router, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return user


def permits(router: RouterCore, address: str) -> bool:
    """True if the access list of the web server permits an address."""
    command = router.config.root.get("ip_http_access_class")
    if command is None or command.negative:
        return True
    name = command.words[-1]
    entries = Index.of(router.config).once(f"access-list {name}", lambda: entries_of(router.config, name))
    return permits_address(entries, address)


def authenticate(router: RouterCore, credentials: Credentials | None) -> User | None:
    """The user with these credentials; None if they are wrong, or if the router has no `xml user`.

    The users of a program (`RouterCore.extra_users`) are let in, too.

    A password of type 6 matches nothing, since the router has no key to decrypt it; the log reports it once.

    Args:
        router: the router.
        credentials: of the request; None if it has none.
    """
    if credentials is not None and credentials.name in router.extra_users:
        known = Credentials(credentials.name, router.extra_users[credentials.name])
        return User(known.name, _HIGHEST) if _same(credentials, known) else None
    entry = known_user(router)
    if entry is None:
        return None
    known, level = _configured(entry)
    if is_encrypted(entry):
        _report_encrypted(router, entry, known.name)
        return None
    return User(known.name, level) if credentials is not None and _same(credentials, known) else None


def _report_encrypted(router: RouterCore, entry: Command, name: str) -> None:
    if router.xml_options.reported_user is not entry:
        router.xml_options.reported_user = entry
        message = f"The password of xml user {name} is encrypted (type 6) and there is no key to decrypt it: nobody can log in"
        router.log("IXI", 4, "NOKEY", message)


@lru_cache(maxsize=8)
def _configured(entry: Command) -> tuple[Credentials, int]:
    fields = {name: str(value) for name, value in entry.fields.items()}
    return Credentials(fields.get("user") or fields["username"], fields["password"]), int(fields["level"])


def known_user(router: RouterCore) -> Command | None:
    """The router's `xml user`."""
    for name in _SECTIONS:
        section = router.config.section(name)
        entry = section.get("xml_user") if section is not None else None
        if entry is not None and not entry.negative:
            return entry
    return None


def is_encrypted(entry: Command) -> bool:
    """True if the password of an `xml user` is encrypted, so that nobody can log in with it."""
    return _ENCRYPTED in entry.keywords


def basic(header: str | None) -> Credentials | None:
    """The credentials in an Authorization header; None if it has none."""
    scheme, _, encoded = (header or "").strip().partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        decoded = base64.b64decode(encoded.strip(), validate=True)
    except (binascii.Error, ValueError):
        return None
    try:
        text = decoded.decode()
    except UnicodeDecodeError:
        text = decoded.decode("latin-1")
    name, colon, password = text.partition(":")
    return Credentials(name, password) if colon else None


def _same(one: Credentials, other: Credentials) -> bool:
    names = hmac.compare_digest(one.name.encode(), other.name.encode())
    passwords = hmac.compare_digest(one.password.encode(), other.password.encode())
    return names and passwords
