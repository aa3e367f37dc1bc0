"""The routing table: networks of the interfaces that are up, and static routes whose next hop is reachable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

from iossim.language import Command
from iossim.router.network.interfaces import addressed, interface
from iossim.router.network.state import Network
from iossim.router.network.tracking import is_up

CONNECTED, LOCAL, STATIC = "connected", "local", "static"
_DEFAULT = IPv4Network("0.0.0.0/0")


@dataclass(frozen=True, slots=True)
class Route:
    """One path to a network.

    Attributes:
        network: the network.
        source: `connected`, `local` or `static`.
        next_hop: the address of the next router; None if the network is on an interface.
        interface: the full name of the interface; "" if only the next hop was given.
        distance: administrative distance, 0 to 255.
        tag: the tag of a static route; "" for none.
        track: the tracked object that a static route depends on; "" for none.
    """

    network: IPv4Network
    source: str
    next_hop: IPv4Address | None = None
    interface: str = ""
    distance: int = 0
    tag: str = ""
    track: str = ""

    @property
    def is_default(self) -> bool:
        """True for the route to 0.0.0.0/0."""
        return self.network == _DEFAULT


def routes(network: Network, vrf: str = "") -> list[Route]:
    """The routing table, in the order of the networks.

    Args:
        network: the router's network.
        vrf: the VRF; "" for the global table.
    """
    own = [route for port, address in addressed(network, vrf) for route in _own(port.name, address.network, address.ip)]
    return sorted([*own, *_static(network, vrf, own)], key=_place)


def best(table: Iterable[Route], address: IPv4Address) -> list[Route]:
    """The paths of the longest prefix that covers an address; none if no network covers it."""
    fitting = [route for route in table if address in route.network]
    longest = max((route.network.prefixlen for route in fitting), default=0)
    return [route for route in fitting if route.network.prefixlen == longest]


def exit_of(table: list[Route], address: IPv4Address) -> tuple[str, IPv4Address] | None:
    """The interface by which packets to an address leave, and the host that takes them; None without a route.

    Args:
        table: the routing table.
        address: the destination.
    """
    hop = address
    for _ in table:
        paths = best(table, hop)
        if not paths:
            return None
        path = paths[0]
        if path.next_hop is None or path.interface:
            return path.interface, path.next_hop or hop
        hop = path.next_hop
    return None


def _own(name: str, network: IPv4Network, address: IPv4Address) -> list[Route]:
    connected = Route(network, CONNECTED, interface=name)
    return [connected] if network.prefixlen == 32 else [connected, Route(IPv4Network(address), LOCAL, interface=name)]


def _static(network: Network, vrf: str, own: list[Route]) -> list[Route]:
    """The static routes in the table: a next hop may be reached by another static route, but not by the default one."""
    waiting = [route for command in network.config.root.all("ip_route") if (route := _route(command, vrf)) is not None]
    table = list(own)
    while fitting := [route for route in waiting if _is_usable(network, route, table)]:
        waiting = [route for route in waiting if route not in fitting]
        table += fitting
    static = [route for route in table if route.source == STATIC]
    connected = {route.network for route in own if route.source == CONNECTED}
    nearest = {route.network: min(other.distance for other in static if other.network == route.network) for route in static}
    return [route for route in static if route.distance == nearest[route.network] and route.network not in connected]


def _route(command: Command, vrf: str) -> Route | None:
    fields = {name: value if isinstance(value, str) else value[0] for name, value in command.fields.items()}
    if fields.get("vrf", "") != vrf or "dhcp" in command.keywords:
        return None
    try:
        destination = IPv4Network(f"{fields['network']}/{fields['mask']}")
    except ValueError:  # a mask with holes
        return None
    *port, hop = fields["next_hop"].split()
    is_address = hop.replace(".", "").isdigit()
    return Route(
        destination,
        STATIC,
        IPv4Address(hop) if is_address else None,
        port[0] if port else "" if is_address else hop,
        int(fields.get("distance", 1)),
        fields.get("tag", ""),
        fields.get("track", ""),
    )


def _is_usable(network: Network, route: Route, table: list[Route]) -> bool:
    if route.track and not is_up(network, route.track):
        return False
    if route.interface:
        port = interface(network, route.interface)
        return route.interface == "Null0" or (port is not None and port.is_up)
    return any(not known.is_default and route.next_hop in known.network for known in table if route.next_hop is not None)


def _place(route: Route) -> tuple[int, int, int, str]:
    return int(route.network.network_address), route.network.prefixlen, int(route.next_hop or 0), route.interface
