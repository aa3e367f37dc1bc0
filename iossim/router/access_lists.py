"""Access lists that decide who may connect to the router: `ip http access-class`, `access-class` of a line."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import AddressValueError, IPv4Address

from iossim.config import Configuration

#: One entry: True for `permit`, and the words of the source after it.
Entry = tuple[bool, list[str]]

_MAPPED = "::ffff:"


def entries_of(config: Configuration, name: str) -> list[Entry]:
    """The entries of a list in their order; empty if there is no such list.

    Args:
        config: the configuration.
        name: the number or name of the list.
    """
    return list(_entries(config, name))


def permits_address(entries: list[Entry], address: str) -> bool:
    """True if a list permits an address; a missing or empty list permits all.

    Args:
        entries: the list.
        address: an IPv4 address, or an IPv6 address that stands for one.
    """
    return next((permit for permit, words in entries if _matches(words, address)), not entries)


def _entries(config: Configuration, name: str) -> Iterator[Entry]:
    section = config.root.section("ip_access_list", name)
    extended = section is not None and section.mode.name.endswith("extended")
    for entry in section.all("entry") if section is not None else ():
        kind, *rest = entry.words
        if kind in ("permit", "deny"):
            yield kind == "permit", rest[1:] if extended else rest


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
