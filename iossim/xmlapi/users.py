"""Who may use the API: the router's one `xml user`, and what HTTP Basic authentication says about the caller."""

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

#: Where `xml user` may stand; the first that has one counts.
_SECTIONS = ("telephony_service", "voice_register_global")


@dataclass(frozen=True, slots=True)
class User:
    """A user of the API.

    Attributes:
        name: the name, empty for a caller inside the program.
        level: the privilege level of the commands that ISexecCLI may run.
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


def authenticate(router: RouterCore, given: Credentials | None) -> User | None:
    """The user whose credentials these are, or None; without an `xml user` nobody is."""
    entry = known_user(router)
    if entry is None or given is None:
        return None
    known, level = _configured(entry)
    return User(known.name, level) if _same(given, known) else None


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


def basic(header: str | None) -> Credentials | None:
    """The credentials in an Authorization header, or None where it has none."""
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
