"""The networks that the BGP process of the router announces itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

from iossim.config import Section
from iossim.config.ipv4 import class_length
from iossim.router.fields import is_set
from iossim.router.network.interfaces import addressed
from iossim.router.network.routes import STATIC, Route, routes
from iossim.router.network.state import Network

_OWN = IPv4Address("0.0.0.0")


@dataclass(frozen=True, slots=True)
class Path:
    """One network that the router announces.

    Attributes:
        network: the network.
        hop: the next router; 0.0.0.0 for the router itself.
        origin: `i` for a network that was named, `?` for a redistributed one.
    """

    network: IPv4Network
    hop: IPv4Address
    origin: str


def bgp_paths(network: Network, section: Section) -> list[Path]:
    """The networks of a process in order: those that `network` names and the router has a route to, and redistributed ones."""
    table = routes(network)
    hops = {route.network: route.next_hop or _OWN for route in table if not _is_local(route)}
    found = {}
    for part in _parts(section):
        for one in _redistributed(network, part, table):
            found[one] = Path(one, hops.get(one, _OWN), "?")
    for part in _parts(section):
        for one in _named(part):
            if one in hops:
                found[one] = Path(one, hops[one], "i")
    return sorted(found.values(), key=lambda path: path.network)


def _is_local(route: Route) -> bool:
    return route.source == "local"


def _parts(section: Section) -> Iterator[Section]:
    """The process and its address family for IPv4."""
    yield section
    for identity, part in section.sections.items():
        if identity[:2] == ("address_family", "ipv4") and "vrf" not in identity:
            yield part


def _named(section: Section) -> Iterator[IPv4Network]:
    for command in section.all("network"):
        address, mask = str(command.fields["network"]), str(command.fields.get("mask", ""))
        try:
            yield IPv4Network(f"{address}/{mask}") if mask else _classful(address)
        except ValueError:  # a mask with holes, or host bits
            continue


def _classful(address: str) -> IPv4Network:
    """The network of class A, B or C of an address."""
    return IPv4Network(f"{address}/{class_length(int(IPv4Address(address)))}")


def _redistributed(network: Network, section: Section, table: list[Route]) -> Iterator[IPv4Network]:
    if is_set(section, "redistribute", "connected"):
        yield from (address.network for port, address in addressed(network) if port.is_up)
    if is_set(section, "redistribute", "static"):
        yield from (route.network for route in table if route.source == STATIC and not route.is_default)
