"""show ip bgp: the router's own networks, and neighbours that never answer."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Network

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.router.fields import field, is_set
from iossim.router.network.bgp import Path, bgp_paths
from iossim.router.network.processes import router_id
from iossim.router.voice.expressions import compiled

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
    return "Idle (Admin)" if is_set(section, "neighbor_shutdown", peer) else "Idle"


@exec_command
def show_ip_bgp(line: Line) -> Iterator[str]:
    """The networks that the router announces, as far as it has routes to them."""
    section = _process(line)
    yield from _table(line, section, bgp_paths(line.router.network, section)) if section is not None else (_OFF,)


def _table(line: Line, section: Section, paths: list[Path]) -> Iterator[str]:
    if not paths:
        return
    version = len(bgp_paths(line.router.network, section)) + 1
    yield f"BGP table version is {version}, local router ID is {_id(line, section)}"
    yield "Status codes: s suppressed, d damped, h history, * valid, > best, i - internal, "
    yield "              r RIB-failure, S Stale, m multipath, b backup-path, f RT-Filter, "
    yield "              x best-external, a additional-path, c RIB-compressed, "
    yield "Origin codes: i - IGP, e - EGP, ? - incomplete"
    yield "RPKI validation codes: V valid, I invalid, N Not found"
    yield ""
    yield "     Network          Next Hop            Metric LocPrf Weight Path"
    for path in paths:
        yield f" *>  {path.network!s:16} {path.hop!s:15} {0:>10} {'':6} {32768:>6} {path.origin}"


@exec_command
def show_ip_bgp_regexp(line: Line, regex: str) -> Iterator[str]:
    """The networks whose path of autonomous systems fits; that of the router's own networks is empty."""
    section = _process(line)
    if section is None:
        yield _OFF
        return
    expression = compiled(regex.replace("_", "(?:^|$|[ ,{}()])"))
    if expression is None:
        yield "% Invalid regular expression"
    elif expression.search(b"") is not None:
        yield from _table(line, section, bgp_paths(line.router.network, section))


@exec_command
def show_ip_bgp_network(line: Line, address: str = "", mask: str = "", prefix: str = "") -> Iterator[str]:
    """One network, in full; without a mask the longest that covers the address."""
    section = _process(line)
    if section is None:
        yield _OFF
        return
    paths = bgp_paths(line.router.network, section)
    path = _looked_up(paths, prefix or f"{address}/{mask or 32}", exact=bool(mask or prefix))
    if path is None:
        yield "% Network not in table"
        return
    yield f"BGP routing table entry for {path.network}, version {paths.index(path) + 2}"
    yield "Paths: (1 available, best #1, table default)"
    yield "  Not advertised to any peer"
    yield "  Refresh Epoch 1"
    yield "  Local"
    yield f"    {path.hop} from 0.0.0.0 ({_id(line, section)})"
    origin = "IGP" if path.origin == "i" else "incomplete"
    yield f"      Origin {origin}, metric 0, localpref 100, weight 32768, valid, sourced{', local' if path.origin == 'i' else ''}, best"
    yield "      rx pathid: 0, tx pathid: 0x0"


def _looked_up(paths: list[Path], text: str, *, exact: bool) -> Path | None:
    try:
        wanted = IPv4Network(text, strict=False)
    except ValueError:  # a mask with holes
        return None
    fitting = [path for path in paths if wanted.subnet_of(path.network) and (not exact or wanted == path.network)]
    return max(fitting, key=lambda path: path.network.prefixlen, default=None)


@exec_command
def show_ip_bgp_rib_failure(line: Line) -> Iterator[str]:
    """The networks that another source has in the routing table: none."""
    if _process(line) is None:
        yield _OFF


@exec_command
def show_ip_bgp_summary(line: Line) -> Iterator[str]:
    """The neighbours, one line a neighbour."""
    section = _process(line)
    if section is None:
        yield _OFF
        return
    paths = bgp_paths(line.router.network, section)
    version = len(paths) + 1
    yield f"BGP router identifier {_id(line, section)}, local AS number {section.key[0]}"
    yield f"BGP table version is {version}, main routing table version {version}"
    yield from _memory(paths)
    if _neighbours(section):
        yield ""
        yield "Neighbor        V           AS MsgRcvd MsgSent   TblVer  InQ OutQ Up/Down  State/PfxRcd"
    for peer, system in _neighbours(section):
        yield f"{peer:15} 4 {system:>12}       0       0        1    0    0 never    {_state(section, peer)}"


def _memory(paths: list[Path]) -> Iterator[str]:
    """The memory of the table; nothing is said about an empty one."""
    count, attributes = len(paths), len({(path.origin, path.hop) for path in paths})
    if not count:
        return
    sizes = (144 * count, 80 * count, 152 * attributes)
    yield f"{count} network entries using {sizes[0]} bytes of memory"
    yield f"{count} path entries using {sizes[1]} bytes of memory"
    yield f"{attributes}/{attributes} BGP path/bestpath attribute entries using {sizes[2]} bytes of memory"
    yield "0 BGP route-map cache entries using 0 bytes of memory"
    yield "0 BGP filter-list cache entries using 0 bytes of memory"
    yield f"BGP using {sum(sizes)} total bytes of memory"
    yield f"BGP activity {count}/0 prefixes, {count}/0 paths, scan interval 60 secs"


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


@exec_command
def show_ip_bgp_neighbors_routes(line: Line, address: str, way: str) -> Iterator[str]:
    """The networks that a neighbour gets or has sent: none, since no session comes up."""
    section = _process(line)
    if section is None:
        yield _OFF
    elif address not in {peer for peer, _ in _neighbours(section)}:
        yield "% No such neighbor or address family"
    elif way == "received-routes" and not is_set(section, "neighbor_soft_reconfiguration", address):
        yield f"% Inbound soft reconfiguration not enabled on {address}"
    else:
        yield ""
        yield "Total number of prefixes 0 "


@exec_command
def show_bgp_other(line: Line) -> Iterator[str]:
    """The families that no neighbour is activated for: nothing, where BGP runs."""
    if _process(line) is None:
        yield _OFF
