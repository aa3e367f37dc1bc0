"""The users of the API: the router's one `xml user`, and the credentials of HTTP Basic authentication."""

from __future__ import annotations

import base64
import binascii
import hmac
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iossim.language import Command
    from iossim.router import RouterCore

#: The sections in which `xml user` may stand; the first one that has it counts.
_SECTIONS = ("telephony_service", "voice_register_global")
#: The type of an encrypted password. The router would need its key (`key config-key password-encrypt`) to decrypt it.
_ENCRYPTED = "6"


@dataclass(frozen=True, slots=True)
class User:
    """A user of the API.

    Attributes:
        name: the name; "" for a caller inside the program.
        level: the privilege level of the commands that the user may run.
    """

    name: str
    level: int


@dataclass(frozen=True, slots=True)
class Credentials:
    """A name and a password."""

    name: str
    password: str = field(repr=False)


#: The caller of the library and of `iossim request`, who owns the router.
OWNER = User("", 15)


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
