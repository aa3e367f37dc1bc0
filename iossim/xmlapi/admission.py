"""Admission of a request by its head alone: address, path, method, credentials, length.

A client without a password cannot make the server read a body of 32 MiB.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from http import HTTPStatus
from ipaddress import AddressValueError, IPv4Address
from typing import TYPE_CHECKING

from iossim.xmlapi.lookup import Index
from iossim.xmlapi.users import Credentials, User
from iossim.xmlapi.web_server import Response, ixi_is_up, refuse

if TYPE_CHECKING:
    from iossim.language import Command
    from iossim.router import RouterCore

PATH = "/ios_xml_app/cme"
#: Bytes of the longest body that is read.
MAX_BODY = 32 * 1024 * 1024
_HOST = re.compile(r"\Ahttps?://[^/]*", re.IGNORECASE)
#: The sections in which `xml user` may stand; the first one that has it counts.
_SECTIONS = ("telephony_service", "voice_register_global")
#: The type of an encrypted password. The router would need its key (`key config-key password-encrypt`) to decrypt it.
_ENCRYPTED = "6"
#: Lists with these numbers compare source and destination; only the source is compared here.
_EXTENDED = (range(100, 200), range(2000, 2700))
_MAPPED = "::ffff:"
_STEP = 10


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
        return refuse(router, HTTPStatus.UNAUTHORIZED, {"WWW-Authenticate": 'Basic realm="level_15_access"'})
    length = headers.get("content-length", "")
    if length.isascii() and length.isdigit() and len(length) <= 20 and int(length) > MAX_BODY:
        return refuse(router, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return user


def permits(router: RouterCore, address: str) -> bool:
    """True if the access list of the web server permits an address; a missing or empty list permits all."""
    command = router.config.root.get("ip_http_access_class")
    if command is None or command.negative:
        return True
    name = command.words[-1]
    entries = Index.of(router.config).once(f"access-list {name}", lambda: list(_entries(router, name)))
    return next((permit for permit, words in entries if _matches(words, address)), not entries)


def _entries(router: RouterCore, name: str) -> Iterator[tuple[bool, list[str]]]:
    """The entries of a list in their order: True for `permit`, and the words after it."""
    root = router.config.root
    extended = name.isdigit() and any(int(name) in numbers for numbers in _EXTENDED)
    entries = [entry.words[2:] for entry in root.entries.values() if entry.name == "access_list" and entry.words[1] == name]
    section = root.section("ip_access_list", name)
    if section is not None:
        extended = section.mode.name.endswith("extended")
        entries += _in_sequence(entry.words for entry in section.entries.values())
    for words in entries:
        kind, _, rest = " ".join(words).partition(" ")
        if kind in ("permit", "deny"):
            yield kind == "permit", rest.split()[1:] if extended else rest.split()


def _in_sequence(listed: Iterator[list[str]]) -> list[list[str]]:
    """Entries by their sequence numbers; an entry without a number comes after the entries before it."""
    numbered: list[tuple[int, list[str]]] = []
    last = 0
    for words in listed:
        own = words[0].isdigit()
        number = int(words[0]) if own else last + _STEP
        last = max(last, number)
        numbered.append((number, words[1:] if own else words))
    return [words for _, words in sorted(numbered, key=lambda pair: pair[0])]


def _matches(words: list[str], address: str) -> bool:
    """True if an entry matches an address: `any`, `host A.B.C.D`, `A.B.C.D`, `A.B.C.D WILDCARD`."""
    if words[:1] == ["any"]:
        return True
    if words[:1] == ["host"]:
        words = [*words[1:2], "0.0.0.0"]
    try:
        client = int(IPv4Address(address.removeprefix(_MAPPED)))
        base = int(IPv4Address(words[0]))
    except (AddressValueError, IndexError):
        return False
    try:
        wildcard = int(IPv4Address(words[1]))
    except (AddressValueError, IndexError):
        wildcard = 0
    return (client ^ base) & ~wildcard == 0


def authenticate(router: RouterCore, credentials: Credentials | None) -> User | None:
    """The user with these credentials; None if they are wrong, or if the router has no `xml user`.

    A password of type 6 matches nothing, since the router has no key to decrypt it; the log reports it once.

    Args:
        router: the router.
        credentials: of the request; None if it has none.
    """
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
