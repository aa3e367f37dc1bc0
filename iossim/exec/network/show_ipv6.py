"""show ipv6 interface [X], show ipv6 interface brief, show ipv6 route [X] and show ipv6 neighbors."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv6Address, IPv6Network

from iossim.exec.command import Line, exec_command
from iossim.router.fields import is_set, number
from iossim.router.network.interfaces import Interface, interfaces
from iossim.router.network.ipv6 import Route6, addresses, is_on, link_local, routes6, text6

_CODES = (
    "Codes: C - Connected, L - Local, S - Static, U - Per-user Static route",
    "       B - BGP, HA - Home Agent, MR - Mobile Router, R - RIP",
    "       H - NHRP, D - EIGRP, EX - EIGRP external, ND - ND Default",
    "       NDp - ND Prefix, DCE - Destination, NDr - Redirect, O - OSPF Intra",
    "       OI - OSPF Inter, OE1 - OSPF ext 1, OE2 - OSPF ext 2, ON1 - OSPF NSSA ext 1",
    "       ON2 - OSPF NSSA ext 2, l - LISP",
)


@exec_command
def show_ipv6_interface_brief(line: Line, name: str = "") -> Iterator[str]:
    """The interfaces with their addresses."""
    for port in interfaces(line.router.network):
        if name in ("", port.name):
            yield f"{port.name:22} [{port.state[0]}/{port.state[1]}]"
            if not is_on(port):
                yield "    unassigned"
                continue
            yield f"    {text6(link_local(port))}"
            yield from (f"    {text6(address.ip)}" for address in addresses(port))


@exec_command
def show_ipv6_interface(line: Line, name: str = "") -> Iterator[str]:
    """All that IPv6 does on the interfaces, or on one; nothing at all where it is off."""
    for port in interfaces(line.router.network):
        if name in ("", port.name) and is_on(port):
            yield from _interface(line, port)


def _interface(line: Line, port: Interface) -> Iterator[str]:
    local, own = link_local(port), addresses(port)
    routes = is_set(line.router.config.root, "ipv6_unicast_routing")
    yield f"{port.name} is {port.state[0]}, line protocol is {port.state[1]}"
    mark = "" if port.is_up else " [TEN]"
    yield f"  IPv6 is {'enabled' if port.is_up else 'tentative'}, link-local address is {text6(local)}{mark} "
    yield "  No Virtual link-local address(es):"
    if port.description:
        yield f"  Description: {port.description}"
    yield "  Global unicast address(es):" if own else "  No global unicast address is configured"
    yield from (f"    {text6(address.ip)}, subnet is {text6(address.network)}{mark} " for address in own)
    yield "  Joined group address(es):"
    groups = ["FF02::1", *(["FF02::2"] if routes else [])]
    groups += [f"FF02::1:FF{int(ip) >> 16 & 0xFF:02X}:{int(ip) & 0xFFFF:X}" for ip in (*(address.ip for address in own), local)]
    yield from (f"    {group}" for group in dict.fromkeys(groups))
    yield f"  MTU is {number(port.section, 'ipv6_mtu', 'bytes', port.mtu)} bytes"
    yield "  ICMP error messages limited to one every 100 milliseconds"
    yield "  ICMP redirects are enabled"
    yield "  ICMP unreachables are sent"
    yield "  ND DAD is enabled, number of DAD attempts: 1"
    yield "  ND reachable time is 30000 milliseconds (using 30000)"
    if routes:
        yield "  ND advertised reachable time is 0 (unspecified)"
        yield "  ND advertised retransmit interval is 0 (unspecified)"
        yield "  ND router advertisements are sent every 200 seconds"
        yield "  ND router advertisements live for 1800 seconds"
        yield "  ND advertised default router preference is Medium"
        yield "  Hosts use stateless autoconfig for addresses."


@exec_command
def show_ipv6_route(
    line: Line, connected: bool = False, local: bool = False, static: bool = False, route_source: str = "", vrf: str = ""
) -> Iterator[str]:
    """The IPv6 routing table, or the routes of one source. No routing protocol has neighbours, so none has routes."""
    table = routes6(line.router.network, vrf)
    wanted = "" if route_source else "C" if connected else "L" if local else "S" if static else "CLS"
    yield f"IPv6 Routing Table - {vrf or 'default'} - {len(table)} entries"
    yield from _CODES
    for route in table:
        if route.code in wanted:
            yield f"{route.code:3} {text6(route.network)} [{1 if route.code == 'S' else 0}/0]"
            yield f"     via {_exit(route)}"


@exec_command
def show_ipv6_route_address(line: Line, address: str = "", prefix: str = "") -> Iterator[str]:
    """The longest route around an address, or the one to exactly a prefix."""
    table = routes6(line.router.network)
    if prefix:
        found = [route for route in table if route.network == IPv6Network(prefix, strict=False)]
    else:
        around = [route for route in table if IPv6Address(address) in route.network]
        found = sorted(around, key=lambda route: route.network.prefixlen)[-1:]
    if not found:
        yield "% Route not found"
        return
    first = found[0]
    source = {"S": "static", "C": "connected", "L": "connected"}[first.code]
    kind = {"C": ", type connected", "L": ", type receive"}.get(first.code, "")
    yield f"Routing entry for {text6(first.network)}"
    yield f'  Known via "{source}", distance {1 if first.code == "S" else 0}, metric 0{kind}'
    yield f"  Route count is {len(found)}/{len(found)}, share count 0"
    yield "  Routing paths:"
    yield from (f"    {_exit(route)}" for route in found)


def _exit(route: Route6) -> str:
    if not route.next_hop:
        return f"{route.interface}, directly connected"
    if route.next_hop == "receive":
        return f"{route.interface}, receive"
    return f"{route.next_hop}, {route.interface}" if route.interface else route.next_hop


@exec_command
def show_ipv6_neighbors(line: Line) -> Iterator[str]:
    """The hosts of the connected IPv6 networks; none is simulated."""
    yield "IPv6 Address                              Age Link-layer Addr State Interface"


@exec_command
def show_ipv6_protocols(line: Line) -> Iterator[str]:
    """The sources of IPv6 routes."""
    yield 'IPv6 Routing Protocol is "connected"'
    yield 'IPv6 Routing Protocol is "application"'
    yield 'IPv6 Routing Protocol is "ND"'
    if any(identity[0] == "ipv6_route" for identity in line.router.config.root.entries):
        yield 'IPv6 Routing Protocol is "static"'
