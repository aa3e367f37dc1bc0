"""Access lists that decide who may connect to the router: `ip http access-class`, `access-class` of a line."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import AddressValueError, IPv4Address

from iossim.config import Configuration

#: One entry: True for `permit`, and the words of the source after it.
Entry = tuple[bool, list[str]]

#: Lists with these numbers compare source and destination; only the source is compared here.
_EXTENDED = (range(100, 200), range(2000, 2700))
_MAPPED = "::ffff:"
_STEP = 10


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
    root = config.root
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
