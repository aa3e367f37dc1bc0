"""Addresses of a configuration: the router's own, those that phones register with, and those of its DHCP pools."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from iossim.config import Section
from iossim.config.ipv4 import class_length, first, number, prefix_length
from iossim.language import Command
from iossim.validate.facts.facts import Facts, entered

#: The sections with the address that phones register with, and the command that sets it.
_SOURCES = (
    ("telephony_service", "ip_source_address"),
    ("call_manager_fallback", "ip_source_address"),
    ("voice_register_global", "source_address"),
)
#: The rules that give an interface an address, also a virtual one that several routers share.
_OWN = ("ip_address", "ip_address_secondary", "standby_ip", "standby_ip__group_0", "standby_ip_secondary", "standby_ip_secondary__group_0",
        "vrrp_ip", "vrrp_ip_secondary")  # fmt: skip
#: The modes of interfaces; a trustpoint has an `ip-address` too.
_MODES = ("interface", "subinterface")
#: The commands that open the section of an interface.
_INTERFACES = ("interface", "interface_range")
#: Commands of a pool whose clients may get what the rules miss in another way.
_OTHER_WAYS = ("import_all", "host", "origin", "vrf", "class")
ALL_ONES = 0xFFFFFFFF


class Network(msgspec.Struct, frozen=True):
    """A network: its first address and the length of its mask."""

    first: int
    length: int

    def has(self, address: int) -> bool:
        """True if an address is in the network."""
        return first(address, self.length) == self.first

    def overlaps(self, other: Network) -> bool:
        """True if the networks have an address in common."""
        return self.has(other.first) or other.has(self.first)

    @property
    def last(self) -> int:
        """Its last address, which is the broadcast address."""
        return self.first | ALL_ONES >> self.length


class InterfaceAddress(msgspec.Struct, frozen=True):
    """An address of an interface.

    Attributes:
        section: the interface.
        command: the command that sets it.
        address: the address.
        network: its network.
    """

    section: Section
    command: Command
    address: int
    network: Network


class Pool(msgspec.Struct, frozen=True):
    """A DHCP pool.

    Attributes:
        section: the pool.
        networks: its networks.
        plain: it gives its clients what its commands say: no class, VRF or import is involved, and all its lines are known.
    """

    section: Section
    networks: tuple[Network, ...]
    plain: bool

    @property
    def name(self) -> str:
        """Its name."""
        return self.section.key[0]


def interfaces(facts: Facts) -> list[Section]:
    """The sections of interfaces."""
    return [section for opener in _INTERFACES for section in facts.sections(opener)]


def own_addresses(facts: Facts) -> set[int]:
    """The addresses of the interfaces; none if an interface has an address that the configuration does not say."""
    addresses: set[int] = set()
    if any("interface" in line.split()[:1] for lines in facts.root.kept.values() for line in lines):
        return set()
    for section in interfaces(facts):
        if any("ip address" in line for lines in section.kept.values() for line in lines):
            return set()
    for rule in _OWN:
        for mode in _MODES:
            for _, command in facts.all(rule, mode):
                address = _first_address(command)
                if not address:
                    return set()
                addresses.add(number(address))
    return addresses


def interface_addresses(facts: Facts) -> list[InterfaceAddress]:
    """The addresses of the interfaces with their networks, secondary ones included; virtual ones are left out."""
    found = []
    for rule in ("ip_address", "ip_address_secondary"):
        for section, command in (*facts.all(rule, _MODES[0]), *facts.all(rule, _MODES[1])):
            words = command.words
            if len(words) > 3 and _is_address(words[3]):
                length, address = prefix_length(number(words[3])), number(words[2])
                if length >= 0:
                    found.append(InterfaceAddress(section, command, address, Network(first(address, length), length)))
    return found


def source_commands(facts: Facts) -> list[tuple[Section, Command]]:
    """The commands with an address that phones register with, and their sections."""
    found = []
    for name, rule in _SOURCES:
        section = facts.section(name)
        command = entered(section, rule) if section is not None else None
        if section is not None and command is not None and _first_address(command):
            found.append((section, command))
    return found


def source_addresses(facts: Facts) -> list[int]:
    """The addresses that phones register with."""
    return [number(_first_address(command)) for _, command in facts.once(source_commands)]


def pools(facts: Facts) -> list[Pool]:
    """The DHCP pools that have a network."""
    found = []
    for section in facts.sections("ip_dhcp_pool"):
        commands = [command for identity, command in section.entries.items() if identity[0] in ("network", "network_secondary")]
        networks = tuple(_network(command) for command in commands if not command.negative)
        if networks:
            others = any(identity[0] in _OTHER_WAYS for identity in section.entries)
            found.append(Pool(section, networks, not others and not any(section.kept.values())))
    return found


class ExcludedRange(msgspec.Struct, frozen=True):
    """Addresses that DHCP pools do not give to clients: the first, the last, and the command."""

    low: int
    high: int
    line: int
    command: Command


def excluded_ranges(facts: Facts) -> list[ExcludedRange]:
    """The addresses that `ip dhcp excluded-address` takes out of the pools."""
    found = []
    for _, command in (*facts.all("ip_dhcp_excluded_address"), *facts.all("ip_dhcp_excluded_address__range")):
        addresses = [number(word) for _, word in addresses_in(command)]
        if addresses:
            found.append(ExcludedRange(addresses[0], addresses[-1], command.line, command))
    return found


def addresses_in(command: Command) -> Iterator[tuple[int, str]]:
    """The addresses among the words of a command, with the index of each."""
    for index, word in enumerate(command.words):
        if _is_address(word):
            yield index, word


def _is_address(word: str) -> bool:
    return word.count(".") == 3 and word.replace(".", "").isdigit()


def _first_address(command: Command) -> str:
    """The first address among the words of a command; "" if it has none."""
    return next((word for word in command.words if _is_address(word)), "")


def _network(command: Command) -> Network:
    words = command.words
    address = number(words[1])
    if len(words) > 2 and _is_address(words[2]):
        length = max(prefix_length(number(words[2])), 0)
    elif len(words) > 2 and words[2].lstrip("/").isdigit():
        length = int(words[2].lstrip("/"))
    else:
        length = class_length(address)
    return Network(first(address, length), length)


def route_network(command: Command) -> Network:
    """The network of a static route."""
    start = command.words.index("vrf") + 2 if "vrf" in command.words else 2
    length = max(prefix_length(number(command.words[start + 1])), 0)
    return Network(first(number(command.words[start]), length), length)
