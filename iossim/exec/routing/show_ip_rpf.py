"""show ip rpf: the interface at which multicast packets of a source must arrive."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address

from iossim.exec.command import Line, exec_command
from iossim.router.fields import is_set
from iossim.router.network import Network
from iossim.router.network.hosts import host_name
from iossim.router.network.interfaces import interface
from iossim.router.network.routes import LOCAL, STATIC, Route, best, exit_of, routes


@exec_command
def show_ip_rpf(line: Line, address: str) -> Iterator[str]:
    """The way back to a source, by the routing table; it must lead through an interface that takes multicast packets."""
    network, source = line.router.network, IPv4Address(address)
    title = f"RPF information for {_named(network, source)}"
    table = [route for route in routes(network) if route.source != LOCAL]
    way, paths = exit_of(table, source), best(table, source)
    if way is None or not _takes_multicast(line, way[0]):
        yield f"{title} failed, no route exists"
        return
    yield title
    yield f"  RPF interface: {way[0]}"
    yield f"  RPF neighbor: {_named(network, way[1])}" + (" - directly connected" if way[1] == source else "")
    yield f"  RPF route/mask: {paths[0].network}"
    yield f"  RPF type: unicast ({_kind(paths[0])})"
    yield "  Doing distance-preferred lookups across tables"
    yield "  RPF topology: ipv4 multicast base, originated from ipv4 unicast base"


def _named(network: Network, address: IPv4Address) -> str:
    return f"{host_name(network, address) or '?'} ({address})"


def _kind(route: Route) -> str:
    return "static" if route.source == STATIC else "connected"


def _takes_multicast(line: Line, name: str) -> bool:
    port = interface(line.router.network, name)
    is_on = is_set(line.router.config.root, "ip_multicast_routing")
    return is_on and port is not None and is_set(port.section, "ip_pim")
