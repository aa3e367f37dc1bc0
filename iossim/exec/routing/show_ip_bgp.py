"""show ip bgp: the router's own networks, and neighbours that never answer."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Network

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.routing.route_table import classful_of
from iossim.router.fields import field, is_set
from iossim.router.network.processes import router_id
from iossim.router.network.routes import routes

_OFF = "% BGP not active"


def _process(line: Line) -> Section | None:
    return next(iter(line.router.config.root.any_sections("router_bgp")), None)


def _id(line: Line, section: Section) -> str:
    return str(router_id(line.router.network, section, "bgp_router_id") or "0.0.0.0")


def _neighbours(section: Section) -> list[tuple[str, str]]:
    """The addresses of the neighbours, and their autonomous systems."""
    commands = section.all("neighbor_remote_as")
    return [(str(command.fields["peer"]), str(command.fields["as"])) for command in commands if "address" in command.fields]


def _state(section: Section, peer: str) -> str:
    return "Idle (Admin)" if is_set(section, "neighbor", peer, "shutdown") else "Idle"


@exec_command
def show_ip_bgp(line: Line) -> Iterator[str]:
    """The networks that the router announces, as far as it has routes to them."""
    section = _process(line)
    if section is None:
        yield _OFF
        return
    known = {route.network for route in routes(line.router.network)}
    networks = [network for network in _announced(section) if network in known]
    if not networks:
        return
    yield f"BGP table version is {len(networks) + 1}, local router ID is {_id(line, section)}"
    yield "Status codes: s suppressed, d damped, h history, * valid, > best, i - internal, "
    yield "              r RIB-failure, S Stale, m multipath, b backup-path, f RT-Filter, "
    yield "              x best-external, a additional-path, c RIB-compressed, "
    yield "Origin codes: i - IGP, e - EGP, ? - incomplete"
    yield "RPKI validation codes: V valid, I invalid, N Not found"
    yield ""
    yield "     Network          Next Hop            Metric LocPrf Weight Path"
    for network in networks:
        yield f" *>  {network!s:16} {'0.0.0.0':15} {0:>10} {'':6} {32768:>6} i"


def _announced(section: Section) -> list[IPv4Network]:
    networks = []
    for command in section.all("network"):
        address, mask = str(command.fields["network"]), str(command.fields.get("mask", ""))
        try:
            networks.append(IPv4Network(f"{address}/{mask}") if mask else classful_of(IPv4Network(address)))
        except ValueError:  # a mask with holes, or host bits
            continue
    return networks


@exec_command
def show_ip_bgp_summary(line: Line) -> Iterator[str]:
    """The neighbours, one line a neighbour."""
    section = _process(line)
    if section is None:
        yield _OFF
        return
    yield f"BGP router identifier {_id(line, section)}, local AS number {section.key[0]}"
    yield "BGP table version is 1, main routing table version 1"
    if _neighbours(section):
        yield ""
        yield "Neighbor        V           AS MsgRcvd MsgSent   TblVer  InQ OutQ Up/Down  State/PfxRcd"
    for peer, system in _neighbours(section):
        yield f"{peer:15} 4 {system:>12}       0       0        1    0    0 never    {_state(section, peer)}"


@exec_command
def show_ip_bgp_all_summary(line: Line) -> Iterator[str]:
    """The neighbours of every address family; there is one."""
    section = _process(line)
    if section is None:
        yield _OFF
        return
    yield "For address family: IPv4 Unicast"
    yield from show_ip_bgp_summary(line)


@exec_command
def show_bgp_summary(line: Line) -> Iterator[str]:
    """The neighbours, by a command without `ip`."""
    yield from show_ip_bgp_summary(line)


@exec_command
def show_ip_bgp_neighbors(line: Line, address: str = "") -> Iterator[str]:
    """All about the neighbours, or about one."""
    section = _process(line)
    if section is None:
        yield _OFF
        return
    neighbours = [(peer, system) for peer, system in _neighbours(section) if address in ("", peer)]
    if address and not neighbours:
        yield "% No such neighbor or address family"
    for peer, system in neighbours:
        yield f"BGP neighbor is {peer},  remote AS {system}, {'internal' if system == section.key[0] else 'external'} link"
        description = field(section, "neighbor_description", "description", peer)
        if description:
            yield f" Description: {description}"
        if _state(section, peer) != "Idle":
            yield " Administratively shut down"
        yield "  BGP version 4, remote router ID 0.0.0.0"
        yield "  BGP state = Idle"
        yield "  Neighbor sessions:"
        yield "    0 active, is not multisession capable (disabled)"
        yield "  Default minimum time between advertisement runs is 30 seconds"
        yield ""
        yield "  Connections established 0; dropped 0"
        yield "  Last reset never"
        yield "  No active TCP connection"
        yield ""
