"""show ip route: the routing table, a part of it, one network, or the numbers of routes."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network

from iossim.exec.command import Line, exec_command
from iossim.exec.routing.route_table import CODES, classful_of, gateway_line, rows
from iossim.router.network.routes import CONNECTED, LOCAL, STATIC, Route, best, routes

#: Bytes of memory and of overhead for one route (C).
_MEMORY, _OVERHEAD, _INTERNAL = 180, 64, 460
_SUMMARY = (16, 12, 12, 12, 12)


@exec_command
def show_ip_route(line: Line, vrf: str = "") -> Iterator[str]:
    """The whole routing table."""
    routing = line.router.config.root.get("ip_routing")
    if routing is not None and routing.negative:
        yield from ("Default gateway is not set", "", "Host               Gateway           Last Use    Total Uses  Interface")
        yield "ICMP redirect cache is empty"
        return
    if vrf and not _knows(line, vrf):
        yield f"% IP routing table {vrf} does not exist"
        return
    table = routes(line.router.network, vrf)
    if vrf:
        yield ""
        yield f"Routing Table: {vrf}"
    yield from CODES
    yield gateway_line(table)
    yield ""
    yield from rows(table)


@exec_command
def show_ip_route_source(line: Line, route_source: str, vrf: str = "") -> Iterator[str]:
    """The routes of one protocol. No routing protocol has neighbours, so none has routes."""
    if vrf and not _knows(line, vrf):
        yield f"% IP routing table {vrf} does not exist"
        return
    table = routes(line.router.network, vrf)
    sources = {"connected": (CONNECTED, LOCAL), "static": (STATIC,)}.get(route_source, ())
    if vrf:
        yield ""
        yield f"Routing Table: {vrf}"
    yield from CODES
    yield gateway_line(table)
    yield ""
    yield from rows([route for route in table if route.source in sources], table)


@exec_command
def show_ip_route_longer(line: Line, address: str, mask: str = "") -> Iterator[str]:
    """The routes inside a network, without a mask the one of class A, B or C."""
    wanted = _prefix(address, mask) if mask else classful_of(IPv4Network(address))
    table = routes(line.router.network)
    yield from CODES
    yield gateway_line(table)
    yield ""
    if wanted is not None:
        yield from rows([route for route in table if route.network.subnet_of(wanted)], table)


@exec_command
def show_ip_route_address(line: Line, address: str, mask: str = "", vrf: str = "") -> Iterator[str]:
    """The route to an address, or the one to exactly this network if a mask is given."""
    table = routes(line.router.network, vrf)
    wanted = _prefix(address, mask or "255.255.255.255")
    exact = [route for route in table if route.network == wanted]
    is_network = any(route.network.network_address == IPv4Address(address) for route in table)
    paths = exact if mask else exact or _longest(table, IPv4Address(address), is_network)
    if not paths and wanted is not None and any(classful_of(route.network) == classful_of(wanted) for route in table):
        yield "% Subnet not in table"
    elif not paths:
        yield "% Network not in table"
    else:
        yield from _entry(paths)


def _longest(table: list[Route], address: IPv4Address, is_network: bool) -> list[Route]:
    """The best route that is not the default one, unless the address is 0.0.0.0."""
    paths = best(table, address)
    return [route for route in paths if not route.is_default or (is_network and address == IPv4Address(0))]


def _entry(paths: list[Route]) -> Iterator[str]:
    first = paths[0]
    via = {CONNECTED: " (connected, via interface)", LOCAL: " (connected)"}.get(first.source, "")
    supernet = ", supernet" if first.network.prefixlen < classful_of(IPv4Network(first.network.network_address)).prefixlen else ""
    yield f"Routing entry for {first.network}{supernet}"
    known = CONNECTED if first.source == LOCAL else first.source
    default = ", candidate default path" if first.is_default else ""
    yield f'  Known via "{known}", distance {first.distance}, metric 0{via}{default}'
    if first.tag:
        yield f"  Tag {first.tag}"
    yield "  Routing Descriptor Blocks:"
    for index, route in enumerate(paths):
        mark = "*" if index == 0 else " "
        if route.next_hop is None:
            yield f"  {mark} directly connected, via {route.interface}"
        else:
            yield f"  {mark} {route.next_hop}" + (f", via {route.interface}" if route.interface else "")
        yield "      Route metric is 0, traffic share count is 1"
        if route.tag:
            yield f"      Route tag {route.tag}"


@exec_command
def show_ip_route_summary(line: Line, vrf: str = "") -> Iterator[str]:
    """The numbers of routes by their source."""
    table = {(route.network, route.source in (CONNECTED, LOCAL)): route for route in routes(line.router.network, vrf)}.values()
    yield f"IP routing table name is {vrf or 'default'} ({'0x1' if vrf else '0x0'})"
    yield "IP routing table maximum-paths is 32"
    yield _row("Route Source", "Networks", "Subnets", "Replicates", "Overhead", "Memory (bytes)")
    counts = {"application": (0, 0)}
    for name, sources in (("connected", (CONNECTED, LOCAL)), ("static", (STATIC,))):
        fitting = [route for route in table if route.source in sources]
        subnets = sum(classful_of(route.network) != route.network for route in fitting)
        counts[name] = (len(fitting) - subnets, subnets)
    for process in line.router.config.root.any_sections("router_ospf"):
        counts[f"ospf {process.key[0]}"] = (0, 0)
    for name, (networks, subnets) in counts.items():
        yield _row(name, networks, subnets, 0, (networks + subnets) * _OVERHEAD, (networks + subnets) * _MEMORY)
        if name.startswith("ospf"):
            yield "  Intra-area: 0 Inter-area: 0 External-1: 0 External-2: 0"
            yield "  NSSA External-1: 0 NSSA External-2: 0"
    divided = len({classful_of(route.network) for route in table if classful_of(route.network) != route.network})
    yield f"{'internal':16}{divided:<48}{divided * _INTERNAL}"
    networks, subnets = (sum(count[index] for count in counts.values()) for index in (0, 1))
    total = networks + subnets
    memory = total * _MEMORY + divided * _INTERNAL
    yield _row("Total", networks + divided, subnets, 0, total * _OVERHEAD, memory)


def _row(*cells: object) -> str:
    return "".join(f"{cell!s:<{width}}" for cell, width in zip(cells, _SUMMARY, strict=False)) + str(cells[-1])


def _knows(line: Line, vrf: str) -> bool:
    root = line.router.config.root
    return root.section("vrf_definition", vrf) is not None or root.section("ip_vrf", vrf) is not None


def _prefix(address: str, mask: str) -> IPv4Network | None:
    try:
        return IPv4Network(f"{address}/{mask}", strict=False)
    except ValueError:  # a mask with holes
        return None
