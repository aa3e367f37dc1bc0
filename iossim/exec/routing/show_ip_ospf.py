"""show ip ospf: processes, neighbours, and interfaces."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.config.ports import kind_of
from iossim.exec.command import Line, exec_command
from iossim.router.fields import field, number
from iossim.router.network.ospf import EXTERNAL, Area, LinkState, areas, is_border, link_states, ranges, sequence_of, sources
from iossim.router.network.processes import Member, is_passive, ospf_cost, ospf_members, router_id

#: The lines of a process that no setting changes here.
_HEAD = (
    " Supports only single TOS(TOS0) routes",
    " Supports opaque LSA",
    " Supports Link-local Signaling (LLS)",
    " Supports area transit capability",
    " Supports NSSA (compatible with RFC 3101)",
    " Event-log enabled, Maximum number of events: 1000, Mode: cyclic",
)
_TIMERS = (
    " Router is not originating router-LSAs with maximum metric",
    " Initial SPF schedule delay 5000 msecs",
    " Minimum hold time between two consecutive SPFs 10000 msecs",
    " Maximum wait time between two consecutive SPFs 10000 msecs",
    " Incremental-SPF disabled",
    " Minimum LSA interval 5 secs",
    " Minimum LSA arrival 1000 msecs",
    " LSA group pacing timer 240 secs",
    " Interface flood pacing timer 33 msecs",
    " Retransmission pacing timer 66 msecs",
)
_OPAQUE = (
    " Number of opaque AS LSA 0. Checksum Sum 0x000000",
    " Number of DCbitless external and opaque AS LSA 0",
    " Number of DoNotAge external and opaque AS LSA 0",
)
_AREA = (
    "        Number of opaque link LSA 0. Checksum Sum 0x000000",
    "        Number of DCbitless LSA 0",
    "        Number of indication LSA 0",
    "        Number of DoNotAge LSA 0",
    "        Flood list length 0",
)
_AUTHENTICATION = {"": "no", "simple": "simple password", "message-digest": "message digest"}
_FLOODING = (
    "    oob-resync timeout 40",
    "    Hello due in 00:00:0{due}",
    "  Supports Link-local Signaling (LLS)",
    "  Cisco NSF helper support enabled",
    "  IETF NSF helper support enabled",
    "  Index {area}/{all}, flood queue length 0",
    "  Next 0x0(0)/0x0(0)",
    "  Last flood scan length is 0, maximum is 0",
    "  Last flood scan time is 0 msec, maximum is 0 msec",
)


def processes(line: Line, wanted: str) -> list[Section]:
    """The OSPF processes, or the one with a number."""
    return [section for section in line.router.config.root.find_sections("router_ospf") if wanted in ("", section.key[0])]


def identity_of(line: Line, section: Section) -> str:
    """The router ID of a process; "" if it has none."""
    return str(router_id(line.router.network, section, "router_id") or "")


@exec_command
def show_ip_ospf(line: Line, process: str = "") -> Iterator[str]:
    """The processes; nothing at all if there are none."""
    for section in processes(line, process):
        identity = identity_of(line, section)
        if identity:
            yield from _process(line, section, identity)
        else:
            yield f"%OSPF: Router process {section.key[0]} is not running, please configure a router-id"


def _process(line: Line, section: Section, identity: str) -> Iterator[str]:
    found = areas(line.router.network, section)
    states = link_states(line.router.network, section)
    external = [state for state in states if state.kind == EXTERNAL]
    yield f' Routing Process "ospf {section.key[0]}" with ID {identity}'
    yield from _HEAD
    yield from roles(found, section)
    yield from _TIMERS
    yield f" Number of external LSA {len(external)}. Checksum Sum {_sum(line, external)}"
    yield from _OPAQUE
    yield f" {kinds(found)}"
    yield " Number of areas transit capable is 0"
    yield " External flood list length 0"
    yield " IETF NSF helper support enabled"
    yield " Cisco NSF helper support enabled"
    yield f" Reference bandwidth unit is {number(section, 'auto_cost_reference_bandwidth', 'megabits', 100)} mbps"
    for area in found:
        yield from _area(line, section, area, is_border(found), [state for state in states if state.area == area.name])


def roles(found: list[Area], section: Section) -> Iterator[str]:
    """The lines about a border of areas or of the autonomous system."""
    border, redistributes = is_border(found), sources(section)
    names = [*(["area border"] if border else []), *(["autonomous system boundary"] if redistributes else [])]
    if names:
        yield f" It is an {' and '.join(names)} router"
    if redistributes:
        yield " Redistributing External Routes from,"
    for command in redistributes:
        if command.name == "redistribute":
            subnets = ", includes subnets in redistribution" if "subnets" in command.keywords else ""
            yield f"    {command.fields['source']}{subnets}"


def kinds(found: list[Area]) -> str:
    """The sentence about the number of areas of each kind."""
    counts = [sum(area.kind == kind for area in found) for kind in ("normal", "stub", "nssa")]
    return f"Number of areas in this router is {len(found)}. {counts[0]} normal {counts[1]} stub {counts[2]} nssa"


def _sum(line: Line, states: list[LinkState]) -> str:
    sequence = sequence_of(line.router.clock.uptime())
    return f"0x{sum(state.checksum(sequence) for state in states):06X}"


def _area(line: Line, section: Section, area: Area, border: bool, states: list[LinkState]) -> Iterator[str]:
    loopbacks = sum(kind_of(member.port.name) == "Loopback" for member in area.members)
    yield f"    Area {f'BACKBONE({area.name})' if area.name in ('0', '0.0.0.0') else area.name}"
    yield f"        Number of interfaces in this area is {len(area.members)}{f' ({loopbacks} loopback)' if loopbacks else ''}"
    if area.kind != "normal":
        yield f"        It is a {'NSSA' if area.kind == 'nssa' else 'stub'} area{'' if area.summaries else ', no summary LSA in this area'}"
    if border and (area.kind == "stub" or (area.kind == "nssa" and not area.summaries)):
        yield f"        Generates stub default route with cost {area.default_cost}"
    yield f"        Area has {_AUTHENTICATION[area.authentication]} authentication"
    yield "        SPF algorithm executed 1 times"
    yield "        Area ranges are"
    yield from (f"           {text} " for text in ranges(area, section))
    yield f"        Number of LSA {len(states)}. Checksum Sum {_sum(line, states)}"
    yield from _AREA


@exec_command
def show_ip_ospf_neighbor(line: Line) -> None:
    """The neighbours; no router but this one is simulated."""


@exec_command
def show_ip_ospf_interface_brief(line: Line, process: str = "") -> Iterator[str]:
    """The interfaces, one line an interface."""
    sections = [section for section in processes(line, process) if identity_of(line, section)]
    if sections:
        yield "Interface    PID   Area            IP Address/Mask    Cost  State Nbrs F/C"
    for section in sections:
        for member in ospf_members(line.router.network, section):
            port = member.port
            cost = ospf_cost(section, port)
            yield f"{port.short:12} {section.key[0]:5} {member.area:15} {member.address!s:18} {cost:<5} {_state(member):5} 0/0"


def _network_type(member: Member) -> str:
    """The network type of an interface: as it was set, else that of its kind."""
    typed = field(member.port.section, "ip_ospf_network", "ospf_network")
    if typed:
        return typed.upper().replace("-", "_").replace(" ", "_")
    kind = kind_of(member.port.name)
    if kind == "Loopback":
        return "LOOPBACK"
    return "POINT_TO_POINT" if kind in ("Tunnel", "Serial", "Dialer", "Multilink") else "BROADCAST"


def _state(member: Member) -> str:
    """The state of an interface that is alone on its network."""
    if not member.port.is_up:
        return "DOWN"
    kind = _network_type(member)
    if kind.startswith(("LOOPBACK", "POINT")):
        return {"LOOPBACK": "LOOP", "POINT_TO_POINT": "P2P"}.get(kind, "P2MP")
    return "DR" if number(member.port.section, "ip_ospf_priority", "priority", 1) else "DROTH"


@exec_command
def show_ip_ospf_interface(line: Line, process: str = "", name: str = "") -> Iterator[str]:
    """All that OSPF does on the interfaces, or on one."""
    shown = False
    for section in processes(line, process):
        found = areas(line.router.network, section)
        order = [member.port.name for area in found for member in area.members]
        for member in ospf_members(line.router.network, section):
            if name in ("", member.port.name) and identity_of(line, section):
                shown = True
                area = next(area for area in found if area.name == member.area)
                places = [one.port.name for one in area.members].index(member.port.name) + 1, order.index(member.port.name) + 1
                yield from _interface(line, section, member, area, places)
    if name and not shown:
        yield f"%OSPF: OSPF not enabled on {name}"


def _interface(line: Line, section: Section, member: Member, area: Area, places: tuple[int, int]) -> Iterator[str]:
    port, state, network = member.port, _state(member), _network_type(member)
    identity, cost = identity_of(line, section), ospf_cost(section, member.port)
    enabled = bool(field(port.section, "ip_ospf", "area", section.key[0]))
    yield f"{port.name} is {port.state[0]}, line protocol is {port.state[1]} "
    yield f"  Internet Address {member.address}, Area {member.area}, Attached via {'Interface Enable' if enabled else 'Network Statement'}"
    yield f"  Process ID {section.key[0]}, Router ID {identity}, Network Type {network}, Cost: {cost}"
    yield "  Topology-MTID    Cost    Disabled    Shutdown      Topology Name"
    yield f"        0           {cost:<5}     no          no            Base"
    if enabled:
        yield "  Enabled by interface config, including secondary ip addresses"
    if network == "LOOPBACK":
        yield "  Loopback interface is treated as a stub Host"
        return
    priority = number(port.section, "ip_ospf_priority", "priority", 1)
    long = {"P2P": "POINT_TO_POINT", "P2MP": "POINT_TO_MULTIPOINT", "DROTH": "DROTHER"}.get(state, state)
    delay = number(port.section, "ip_ospf_transmit_delay", "seconds", 1)
    yield f"  Transmit Delay is {delay} sec, State {long}{'' if network.startswith('POINT') else f', Priority {priority}'}"
    if state == "DR":
        yield f"  Designated Router (ID) {identity}, Interface address {member.address.ip}"
        yield "  No backup designated router on this network"
    elif state == "DROTH":
        yield "  No designated router on this network"
        yield "  No backup designated router on this network"
    yield from _timers(line, section, member, places)
    yield "  Neighbor Count is 0, Adjacent neighbor count is 0 "
    yield "  Suppress hello for 0 neighbor(s)"
    yield from _authentication(member, area)


def _timers(line: Line, section: Section, member: Member, places: tuple[int, int]) -> Iterator[str]:
    port = member.port
    hello = number(
        port.section, "ip_ospf_hello_interval", "seconds", 10 if _network_type(member) in ("BROADCAST", "POINT_TO_POINT") else 30
    )
    dead = number(port.section, "ip_ospf_dead_interval", "seconds", 4 * hello)
    again = number(port.section, "ip_ospf_retransmit_interval", "seconds", 5)
    yield f"  Timer intervals configured, Hello {hello}, Dead {dead}, Wait {dead}, Retransmit {again}"
    if not port.is_up:
        return
    due = hello - line.router.clock.uptime() % hello - 1
    for text in _FLOODING:
        if "Hello due" in text and is_passive(section, port):
            yield "    No Hellos (Passive interface) "
        else:
            yield text.replace("0{due}", f"{due:02}").format(area=places[0], all=places[1])


def _authentication(member: Member, area: Area) -> Iterator[str]:
    """The authentication of the interface, else that of its area, with the youngest key."""
    command = member.port.section.effective("ip_ospf_authentication")
    kind = area.authentication
    if command is not None and not command.negative:
        kind = next((word for word in ("message-digest", "null") if word in command.keywords), "simple")
    if kind == "simple":
        yield "  Simple password authentication enabled"
    elif kind == "message-digest":
        keys = [str(one.fields["key"]) for one in member.port.section.all("ip_ospf_message_digest_key")]
        yield "  Message digest authentication enabled"
        yield f"    Youngest key id is {keys[-1]}" if keys else "      No key configured, using default key id 0"
