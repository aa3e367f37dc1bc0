"""show ip protocols, show protocols and show ip rip database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.routing.route_table import classful_of
from iossim.exec.routing.show_ip_ospf import kinds, roles
from iossim.router.fields import field, is_set
from iossim.router.network.eigrp import Process, identity, processes, settings
from iossim.router.network.interfaces import interfaces
from iossim.router.network.ospf import areas
from iossim.router.network.processes import Member, classless_members, is_passive, router_id


@exec_command
def show_protocols(line: Line, name: str = "") -> Iterator[str]:
    """The protocols that the router routes, and the addresses of the interfaces."""
    routing = line.router.config.root.get("ip_routing")
    if not name:
        yield "Global values:"
        yield f"  Internet Protocol routing is {'disabled' if routing is not None and routing.negative else 'enabled'}"
    for port in interfaces(line.router.network):
        if name in ("", port.name):
            yield f"{port.name} is {port.state[0]}, line protocol is {port.state[1]}"
            if port.address is not None:
                yield f"  Internet address is {port.address}"


@exec_command
def show_ip_rip_database(line: Line) -> Iterator[str]:
    """The networks that RIP announces: those of the router itself."""
    section = line.router.config.root.section("router_rip")
    if section is None:
        return
    networks: dict[str, list[str]] = {}
    for member in classless_members(line.router.network, section):
        if member.port.is_up:
            whole = str(classful_of(member.address.network))
            row = f"{member.address.network}    directly connected, {member.port.name}"
            networks.setdefault(whole, []).append(row)
    for whole, rows in networks.items():
        yield f"{whole}    auto-summary"
        yield from rows


@exec_command
def show_ip_protocols(line: Line, vrf: str = "") -> Iterator[str]:
    """The routing protocols; in a VRF those whose process belongs to it."""
    root = line.router.config.root
    yield "*** IP Routing is NSF aware ***"
    yield ""
    for section in root.find_sections("router_ospf"):
        if section.header is None or not vrf or section.header.fields.get("vrf", "") == vrf:
            yield from _ospf(line, section)
    if vrf:
        return
    for process in processes(root):
        yield from _eigrp(line, process)
    for section in root.any_sections("router_bgp"):
        yield from _bgp(section)
    for section in root.any_sections("router_rip"):
        yield from _rip(line, section)


def _head(name: str) -> Iterator[str]:
    yield f'Routing Protocol is "{name}"'
    yield "  Outgoing update filter list for all interfaces is not set"
    yield "  Incoming update filter list for all interfaces is not set"


def _networks(section: Section, wildcard: str = "/") -> list[str]:
    fields = [command.fields for command in section.all("network")]
    return [f"    {one['network']}{wildcard}{one['wildcard']}" if "wildcard" in one else f"    {one['network']}" for one in fields]


def _tail(networks: list[str], distance: str, passive: list[str], explicit: Iterable[tuple[str, list[str]]] = ()) -> Iterator[str]:
    yield "  Routing for Networks:"
    yield from networks
    for area, names in explicit:
        yield f"  Routing on Interfaces Configured Explicitly (Area {area}):"
        yield from (f"    {name}" for name in names)
    if passive:
        yield "  Passive Interface(s):"
        yield from (f"    {name}" for name in passive)
    yield "  Routing Information Sources:"
    yield "    Gateway         Distance      Last Update"
    yield f"  Distance: {distance}"
    yield ""


def _passive(line: Line, section: Section) -> list[str]:
    return [port.name for port in interfaces(line.router.network) if is_passive(section, port)]


def _ospf(line: Line, section: Section) -> Iterator[str]:
    found = areas(line.router.network, section)
    yield from _head(f"ospf {section.key[0]}")
    yield f"  Router ID {router_id(line.router.network, section, 'router_id') or '0.0.0.0'}"
    yield from (f" {text}" for text in roles(found, section))
    yield f"  {kinds(found)}"
    yield f"  Maximum path: {field(section, 'maximum_paths', 'paths') or 4}"
    commands = [command.fields for command in section.all("network")]
    networks = [f"    {one['network']} {one['wildcard']} area {one['area_id']}" for one in commands]
    enabled = [(area.name, [one.port.name for one in area.members if _is_enabled(one, section)]) for area in found]
    explicit = [(area, names) for area, names in enabled if names]
    yield from _tail(networks, f"(default is {field(section, 'distance', 'distance') or 110})", _passive(line, section), explicit)


def _is_enabled(member: Member, section: Section) -> bool:
    """True if a command of the interface, not of the process, makes it a member."""
    return bool(field(member.port.section, "ip_ospf", "area", section.key[0]))


def _eigrp(line: Line, process: Process) -> Iterator[str]:
    section, network = process.section, line.router.network
    kind = f"VR({process.name}) Address-Family Protocol" if process.name else "Protocol"
    yield from _head(f"eigrp {process.system}")
    yield "  Default networks flagged in outgoing updates"
    yield "  Default networks accepted from incoming updates"
    others = [str(command.fields["source"]) for command in process.base.all("redistribute")] if process.base is not None else []
    if others:
        yield f"  Redistributing: {', '.join(others)}"
    yield f"  EIGRP-IPv4 {kind} for AS({process.system})"
    yield f"    Metric weight K1=1, K2=0, K3=1, K4=0, K5=0{' K6=0' if process.name else ''}"
    if process.name:
        yield "    Metric rib-scale 128"
        yield "    Metric version 64bit"
    yield f"    Router-ID: {identity(network, process) or '0.0.0.0'}"
    yield "    Topology : 0 (base) "
    yield "      Active Timer: 3 min"
    yield f"      Distance: {_eigrp_distance(section)}"
    yield f"      Maximum path: {field(section, 'maximum_paths', 'paths') or 4}"
    yield f"      Maximum hopcount {field(section, 'metric_maximum_hops', 'hops') or 100}"
    yield f"      Maximum metric variance {field(section, 'variance', 'multiplier') or 1}"
    yield ""
    summary = "" if is_set(section, "auto_summary") else "disabled"
    yield f"  Automatic Summarization: {summary or 'enabled'}"
    passive = [port.name for port in interfaces(network) if settings(process, port).passive]
    yield from _tail(_networks(section), _eigrp_distance(section), passive)


def _eigrp_distance(section: Section) -> str:
    command = section.get("distance_eigrp")
    found = command.fields.get("distance") if command is not None and not command.negative else None
    internal, external = found if isinstance(found, list) and len(found) == 2 else ("90", "170")
    return f"internal {internal} external {external}"


def _bgp(section: Section) -> Iterator[str]:
    yield from _head(f"bgp {section.key[0]}")
    yield "  IGP synchronization is disabled"
    yield "  Automatic route summarization is disabled"
    peers = [str(command.fields["peer"]) for command in section.all("neighbor_remote_as")]
    if peers:
        yield "  Neighbor(s):"
        yield "    Address          FiltIn FiltOut DistIn DistOut Weight RouteMap"
        yield from (f"    {peer}" for peer in peers)
    yield "  Maximum path: 1"
    yield "  Routing Information Sources:"
    yield "    Gateway         Distance      Last Update"
    yield "  Distance: external 20 internal 200 local 200"
    yield ""


def _rip(line: Line, section: Section) -> Iterator[str]:
    version = field(section, "version", "number")
    send, receive = (version, version) if version else ("1", "any version")
    yield from _head("rip")
    yield f"  Sending updates every 30 seconds, next due in {30 - line.router.clock.uptime() % 30} seconds"
    yield "  Invalid after 180 seconds, hold down 180, flushed after 240"
    yield "  Redistributing: rip"
    yield f"  Default version control: send version {send}, receive {'version ' if version else ''}{receive}"
    yield "    Interface             Send  Recv  Triggered RIP  Key-chain"
    for member in classless_members(line.router.network, section):
        if member.port.is_up and not is_passive(section, member.port):
            yield f"    {member.port.name:22}{send:6}{receive if version else '1 2':39}"
    summary = section.get("auto_summary")
    yield f"  Automatic network summarization is {'not ' if summary is not None and summary.negative else ''}in effect"
    yield f"  Maximum path: {field(section, 'maximum_paths', 'paths') or 4}"
    distance = field(section, "distance", "distance") or 120
    yield from _tail(_networks(section), f"(default is {distance})", _passive(line, section))
