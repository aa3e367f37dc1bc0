"""Keys of the index of values that find addresses and VLANs: networks that overlap, own addresses, VLANs that are in use."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from iossim.config.section import Section
from iossim.language import Command

#: The kind of a key, and two numbers or words.
Key = tuple[str, int | str, int | str]
ALL_ONES = 0xFFFFFFFF


@lru_cache(maxsize=4096)
def number(address: str) -> int:
    """An address as a number of 32 bits."""
    a, b, c, d = map(int, address.split("."))
    return (a << 24) | (b << 16) | (c << 8) | d


def text(address: int) -> str:
    """A number of 32 bits as an address."""
    return ".".join(str(address >> shift & 255) for shift in (24, 16, 8, 0))


def prefix_length(mask: int) -> int:
    """The length of a mask's prefix; -1 if its ones are not together."""
    zeros = mask ^ ALL_ONES
    return 32 - zeros.bit_length() if zeros & (zeros + 1) == 0 else -1


def first(address: int, length: int) -> int:
    """The first address of the network of an address."""
    return address & ALL_ONES << 32 - length & ALL_ONES


def host_key(address: int) -> Key:
    """The key of the interfaces that have an address."""
    return "host", address, 32


def overlapping_keys(address: int, length: int) -> list[Key]:
    """The keys of the interfaces whose networks have addresses in common with a network: those inside of it, and those around it."""
    return [("inside", first(address, length), length), *(("network", first(address, size), size) for size in range(length))]


def vlan_key(section: Section, vlan: str) -> Key:
    """The key of the subinterfaces of one interface that have a VLAN.

    Args:
        section: a subinterface of it.
        vlan: the number of the VLAN.
    """
    return "vlan", section.key[0].partition(".")[0], vlan


def _address_keys(_: Section, command: Command) -> list[Key]:
    if "mask" not in command.fields:
        return []
    address, length = number(str(command.fields["address"])), prefix_length(number(str(command.fields["mask"])))
    around: list[Key] = [("inside", first(address, size), size) for size in range(length + 1)]
    return [host_key(address), ("network", first(address, length), length), *around]


def _vlan_keys(section: Section, command: Command) -> list[Key]:
    return [] if "second" in command.fields or not section.key else [vlan_key(section, str(command.fields["vlan"]))]


#: The keys of a command, by the check that asks for them (`//@ checks host-address`).
KEYS: dict[str, Callable[[Section, Command], list[Key]]] = {"host-address": _address_keys, "vlan": _vlan_keys}
