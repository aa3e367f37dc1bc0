"""The processes of routing protocols: router ID, and the interfaces that take part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Interface, IPv4Network

from iossim.config import Section
from iossim.config.ipv4 import class_length
from iossim.config.ports import kind_of
from iossim.language import Command
from iossim.router.fields import field, is_set, number
from iossim.router.network.interfaces import Interface, addressed, interfaces
from iossim.router.network.state import Network


@dataclass(frozen=True, slots=True)
class Member:
    """One interface of a routing process.

    Attributes:
        port: the interface.
        address: its address.
        area: its OSPF area; "" for other protocols.
    """

    port: Interface
    address: IPv4Interface
    area: str = ""


def router_id(network: Network, section: Section | None, rule: str) -> IPv4Address | None:
    """The router ID: the one that was set, else the highest address of a loopback, else of any interface; None for none.

    Args:
        network: the router's network.
        section: the process.
        rule: the command that sets it: `router_id`, `eigrp_router_id` or `bgp_router_id`.
    """
    typed = field(section, rule, "address")
    if typed:
        return IPv4Address(typed)
    own = [(kind_of(port.name) == "Loopback", address.ip) for port, address in addressed(network)]
    return max(own)[1] if own else None


def ospf_members(network: Network, section: Section) -> list[Member]:
    """The interfaces of an OSPF process: by `network`, the narrowest line that fits, or by `ip ospf … area …`."""
    ranges = _ospf_lines(section)
    members = []
    for port, address in _primary(network):
        area = field(port.section, "ip_ospf", "area", section.key[0])
        area = area or next((area for base, wildcard, area in ranges if _covers(base, wildcard, address.ip)), "")
        if area:
            members.append(Member(port, address, area))
    return members


def area_change(network: Network, section: Section, typed: Command) -> str:
    """The log message of a new `network` line of an OSPF process that takes an interface from another area; "" if it takes none.

    Args:
        network: the router's network.
        section: the process, with the line.
        typed: the line.
    """
    lines = _ospf_lines(section)
    own = IPv4Address(str(typed.fields["network"]))
    for port, address in _primary(network):
        fitting = [line for line in lines if _covers(*line[:2], address.ip)]
        if len(fitting) < 2 or is_set(port.section, "ip_ospf"):
            continue
        (base, wildcard, area), (_, _, before) = fitting[:2]
        if wildcard == typed.fields["wildcard"] and _covers(base, wildcard, own) and area != before:
            length = 32 - int(IPv4Address(wildcard)).bit_count()
            return f"{base}/{length} changed from area {before} to area {area}"
    return ""


def _ospf_lines(section: Section) -> list[tuple[str, str, str]]:
    """The network, wildcard bits and area of the `network` lines of an OSPF process, the narrowest first."""
    fields = [command.fields for command in section.all("network")]
    lines = [(str(one["network"]), str(one["wildcard"]), str(one["area_id"])) for one in fields]
    return sorted(lines, key=lambda line: int(IPv4Address(line[1])).bit_count())


def classless_members(network: Network, section: Section) -> list[Member]:
    """The interfaces of an EIGRP or RIP process, by `network`; without a wildcard a whole class A, B or C network."""
    commands = [command.fields for command in section.all("network")]
    ranges = [(str(one["network"]), str(one.get("wildcard", ""))) for one in commands]
    return [
        Member(port, address)
        for port, address in _primary(network)
        if any(_covers(base, wildcard or _classful_wildcard(base), address.ip) for base, wildcard in ranges)
    ]


def is_passive(section: Section, port: Interface) -> bool:
    """True if a process does not speak on an interface."""
    command = section.get("passive_interface", port.name)
    if command is not None:
        return not command.negative
    return is_set(section, "passive_interface_default")


def ospf_cost(section: Section, port: Interface) -> int:
    """The OSPF cost of an interface."""
    if kind_of(port.name) == "Loopback":
        return number(port.section, "ip_ospf_cost", "cost", 1)
    reference = number(section, "auto_cost_reference_bandwidth", "megabits", 100)
    return number(port.section, "ip_ospf_cost", "cost", min(65_535, max(1, reference * 1000 // port.bandwidth)))


def _primary(network: Network) -> Iterator[tuple[Interface, IPv4Interface]]:
    for port in interfaces(network):
        if port.address is not None and not port.vrf:
            yield port, port.address


def _covers(base: str, wildcard: str, address: IPv4Address) -> bool:
    care = ~int(IPv4Address(wildcard)) & 0xFFFF_FFFF
    return int(IPv4Address(base)) & care == int(address) & care


def _classful_wildcard(base: str) -> str:
    return str(IPv4Network(f"0.0.0.0/{class_length(int(IPv4Address(base)))}").hostmask)
