"""Parts of the index of values: addresses, VLANs, translations, crypto maps, entries of access lists, by keys; networks that overlap."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from ipaddress import IPv6Address, ip_network

from iossim.config.ipv4 import ALL_ONES, number, prefix_length
from iossim.config.section import Section
from iossim.language import Command, Identity

#: The kind of a key, and two numbers or words.
Key = tuple[str, int | str, int | str]


def host_key(address: int) -> Key:
    """The key of the interfaces that have an address."""
    return "host", address, 32


def vlan_key(section: Section, vlan: str) -> Key:
    """The key of the subinterfaces of one interface that have a VLAN.

    Args:
        section: a subinterface of it.
        vlan: the number of the VLAN.
    """
    return "vlan", section.key[0].partition(".")[0], vlan


def network_of(command: Command) -> tuple[int, int] | None:
    """The address of an interface and the length of its mask; None for `ip address dhcp` and the like."""
    fields = command.fields
    return (number(str(fields["address"])), prefix_length(number(str(fields["mask"])))) if "mask" in fields else None


@lru_cache(maxsize=4096)
def prefix_of(prefix: str) -> tuple[int, int]:
    """The address of an IPv6 prefix such as `2001:DB8::1/64`, and its length."""
    address, _, length = prefix.partition("/")
    return int(IPv6Address(address)), int(length)


def clear_hosts(prefix: str) -> str:
    """A prefix of IPv4 or IPv6 without the bits after its length, as IOS prints it.

    Raises:
        ValueError: the text is no prefix.
    """
    return str(ip_network(prefix, strict=False)).upper()


def _address_keys(_: Section, command: Command) -> list[Key]:
    network = network_of(command)
    return [] if network is None else [host_key(network[0])]


def _vlan_keys(section: Section, command: Command) -> list[Key]:
    return [] if "second" in command.fields or not section.key else [vlan_key(section, str(command.fields["vlan"]))]


def pair_of(command: Command) -> tuple[str, str] | None:
    """The local and the global address of a static translation that has nothing else (no ports, no options); else None."""
    words = command.words[5:]
    if len(words) != 2 or not all(word.replace(".", "").isdigit() for word in words):
        return None
    return words[0], words[1]


def translation_keys(pair: tuple[str, str]) -> tuple[Key, Key]:
    """The keys of the static translations of a local address, and of those to a global one."""
    return ("nat-local", pair[0], ""), ("nat-global", pair[1], "")


def _translation_keys(_: Section, command: Command) -> list[Key]:
    pair = pair_of(command)
    return [] if pair is None else list(translation_keys(pair))


def map_key(name: str) -> Key:
    """The key of the entries of a crypto map."""
    return "crypto-map", name, ""


def _map_keys(_: Section, command: Command) -> list[Key]:
    return [map_key(command.words[2])]


def source_of(entry: Command) -> tuple[int, int] | None:
    """The address of an entry of a standard access list, and the bits of hosts in it (0 for one host); None for a remark."""
    if entry.form.rule.sequenced == "remark":
        return None
    addresses = [word for word in entry.words if word.count(".") == 3]
    if not addresses:
        return 0, ALL_ONES
    return number(addresses[0]), number(addresses[1]) if len(addresses) > 1 else 0


#: The bits of hosts in a network, for each length of its prefix.
WILDCARDS = [ALL_ONES >> length for length in range(32)]


def source_kind(section: Section) -> str:
    """The kind of the keys of the entries of a standard access list that are for a whole network."""
    return f"source {section.key}"


def _source_keys(section: Section, command: Command) -> list[Key]:
    source = source_of(command)
    return [] if source is None or not source[1] else [(source_kind(section), source[0] & ~source[1], source[1])]


#: The keys of a command, by the check that asks for them (`//@ checks host-address`), or by its `//@ follow-up`.
KEYS: dict[str, Callable[[Section, Command], list[Key]]] = {
    "covered-host": _source_keys,
    "host-address": _address_keys,
    "new-crypto-map": _map_keys,
    "static-translation": _translation_keys,
    "vlan": _vlan_keys,
}

#: The entry of an address: the section and the identity in it.
Entry = tuple[Section, Identity]


class Networks:
    """The networks of the interfaces: finds those that have addresses in common with another network.

    An address has 32 bits, or 128. Life: `add` and `remove` for every address of an interface. The networks inside of others are indexed
    by the lengths that have been asked for, since a configuration has few lengths.
    """

    def __init__(self, bits: int = 32) -> None:
        self._bits = bits
        self._all: dict[Entry, tuple[int, int]] = {}
        self._by_length: dict[int, dict[int, dict[Entry, None]]] = {}
        self._inside: dict[int, dict[int, dict[Entry, None]]] = {}

    def add(self, entry: Entry, address: int, length: int) -> None:
        """Adds the network of an address, by the length of its mask; an address with another mask (-1) has none."""
        if length < 0:
            return
        self._all[entry] = address, length
        for size, networks in self._of(length):
            networks.setdefault(self._first(address, size), {})[entry] = None

    def remove(self, entry: Entry) -> None:
        """Removes the network of an address."""
        if entry not in self._all:
            return
        address, length = self._all.pop(entry)
        for size, networks in self._of(length):
            entries = networks[self._first(address, size)]
            del entries[entry]
            if not entries:
                del networks[self._first(address, size)]

    def _first(self, address: int, length: int) -> int:
        """The first address of the network of an address."""
        return address >> self._bits - length << self._bits - length

    def _of(self, length: int) -> list[tuple[int, dict[int, dict[Entry, None]]]]:
        """The indices that have the networks of a length, with the length that each is made by."""
        inside = [(size, networks) for size, networks in self._inside.items() if size <= length]
        return [(length, self._by_length.setdefault(length, {})), *inside]

    def overlapping(self, address: int, length: int) -> list[Entry]:
        """The addresses of interfaces whose networks have addresses in common with a network: those inside of it, then those around it.

        Args:
            address: an address in it.
            length: the length of its mask, from 0 to 32 or 128.
        """
        if length not in self._inside:
            inside = self._inside[length] = {}
            for entry, (other, its_length) in self._all.items():
                if its_length >= length:
                    inside.setdefault(self._first(other, length), {})[entry] = None
        around = [(size, self._by_length[size]) for size in sorted(self._by_length) if size < length]
        indices = [(length, self._inside[length]), *around]
        return [entry for size, networks in indices for entry in networks.get(self._first(address, size), ())]
