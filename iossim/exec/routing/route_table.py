"""The routing table as text: codes, the gateway of last resort, and the rows below their classful networks."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Network
from itertools import groupby

from iossim.config.ipv4 import class_length
from iossim.router.network.routes import Route

CODES = (
    "Codes: L - local, C - connected, S - static, R - RIP, M - mobile, B - BGP",
    "       D - EIGRP, EX - EIGRP external, O - OSPF, IA - OSPF inter area ",
    "       N1 - OSPF NSSA external type 1, N2 - OSPF NSSA external type 2",
    "       E1 - OSPF external type 1, E2 - OSPF external type 2",
    "       i - IS-IS, su - IS-IS summary, L1 - IS-IS level-1, L2 - IS-IS level-2",
    "       ia - IS-IS inter area, * - candidate default, U - per-user static route",
    "       o - ODR, P - periodic downloaded static route, H - NHRP, l - LISP",
    "       a - application route",
    "       + - replicated route, % - next hop override, p - overrides from PfR",
    "",
)
_LETTERS = {"connected": "C", "local": "L", "static": "S"}


def gateway_line(table: list[Route]) -> str:
    """The line with the gateway of last resort."""
    default = next((route for route in table if route.is_default), None)
    if default is None:
        return "Gateway of last resort is not set"
    return f"Gateway of last resort is {default.next_hop or '0.0.0.0'} to network 0.0.0.0"


def rows(table: list[Route], whole: list[Route] | None = None) -> Iterator[str]:
    """The rows of routes, below a line for each classful network that is divided.

    Args:
        table: the routes to print, in order.
        whole: all routes of the router, which count in the lines of the classful networks; None for `table`.
    """
    for classful, group in groupby(table, lambda route: classful_of(route.network)):
        subnets = sorted({route.network for route in whole or table if classful_of(route.network) == classful})
        lengths = {subnet.prefixlen for subnet in subnets}
        is_divided = bool(classful.prefixlen) and any(subnet.prefixlen > classful.prefixlen for subnet in subnets)
        if is_divided and len(lengths) == 1:
            yield f"      {classful.network_address}/{subnets[0].prefixlen} is subnetted, {len(subnets)} subnets"
        elif is_divided:
            yield f"      {classful} is variably subnetted, {len(subnets)} subnets, {len(lengths)} masks"
        for network, paths in groupby(group, lambda route: route.network):
            name = str(network.network_address) if is_divided and len(lengths) == 1 else str(network)
            yield from _paths(list(paths), f"{'   ' if is_divided else ''}{name}")


def classful_of(network: IPv4Network) -> IPv4Network:
    """The network of class A, B or C around a network; the network itself if it is larger."""
    length = class_length(int(network.network_address))
    return network if network.prefixlen <= length else network.supernet(new_prefix=length)


def _paths(paths: list[Route], name: str) -> Iterator[str]:
    for index, route in enumerate(paths):
        code = _LETTERS[route.source] + ("*" if route.is_default else "")
        head = f"{code:6}{name}" if index == 0 else " " * (6 + len(name))
        yield f"{head}{_exit(route)}"


def _exit(route: Route) -> str:
    if route.next_hop is None:
        return f" is directly connected, {route.interface}"
    return f" [{route.distance}/0] via {route.next_hop}" + (f", {route.interface}" if route.interface else "")
