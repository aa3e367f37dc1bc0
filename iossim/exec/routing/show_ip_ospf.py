"""show ip ospf: processes, their interfaces, and the database with nothing but the router's own link states."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.config.ports import kind_of
from iossim.exec.command import Line, exec_command
from iossim.router.fields import number
from iossim.router.network.processes import Member, is_passive, ospf_cost, ospf_members, router_id

#: Sequence number and checksum of the router's own link states (C).
_SEQUENCE, _CHECKSUM = "0x80000001", "0x00A1B2"


#: The lines of a process and of an area that no setting changes here.
_HEAD = (
    " Supports only single TOS(TOS0) routes",
    " Supports opaque LSA",
    " Supports Link-local Signaling (LLS)",
    " Supports area transit capability",
    " Supports NSSA (compatible with RFC 3101)",
    " Event-log enabled, Maximum number of events: 1000, Mode: cyclic",
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
    " Number of external LSA 0. Checksum Sum 0x000000",
    " Number of opaque AS LSA 0. Checksum Sum 0x000000",
    " Number of DCbitless external and opaque AS LSA 0",
    " Number of DoNotAge external and opaque AS LSA 0",
)
_AREA = (
    "        Area has no authentication",
    "        SPF algorithm executed 1 times",
    "        Area ranges are",
    f"        Number of LSA 1. Checksum Sum {_CHECKSUM}",
    "        Number of opaque link LSA 0. Checksum Sum 0x000000",
    "        Number of DCbitless LSA 0",
    "        Number of indication LSA 0",
    "        Number of DoNotAge LSA 0",
    "        Flood list length 0",
)


def _processes(line: Line, wanted: str) -> list[Section]:
    return [section for section in line.router.config.root.find_sections("router_ospf") if wanted in ("", section.key[0])]


def _id(line: Line, section: Section) -> str:
    return str(router_id(line.router.network, section, "router_id") or "")


@exec_command
def show_ip_ospf(line: Line, process: str = "") -> Iterator[str]:
    """The processes; nothing at all if there are none."""
    for section in _processes(line, process):
        identity = _id(line, section)
        if not identity:
            yield f"%OSPF: Router process {section.key[0]} is not running, please configure a router-id"
            continue
        members = ospf_members(line.router.network, section)
        areas = sorted({member.area for member in members}, key=_area_place)
        yield f' Routing Process "ospf {section.key[0]}" with ID {identity}'
        yield from _HEAD
        yield f" Number of areas in this router is {len(areas)}. {len(areas)} normal 0 stub 0 nssa"
        yield " Number of areas transit capable is 0"
        yield " External flood list length 0"
        yield " IETF NSF helper support enabled"
        yield " Cisco NSF helper support enabled"
        yield f" Reference bandwidth unit is {number(section, 'auto_cost_reference_bandwidth', 'megabits', 100)} mbps"
        for area in areas:
            yield f"    Area {'BACKBONE(0)' if area == '0' else area}"
            yield f"        Number of interfaces in this area is {sum(member.area == area for member in members)}"
            yield from _AREA


def _area_place(area: str) -> tuple[int, ...]:
    return tuple(map(int, area.split(".")))


@exec_command
def show_ip_ospf_neighbor(line: Line) -> None:
    """The neighbours; no router but this one is simulated."""


@exec_command
def show_ip_ospf_interface_brief(line: Line, process: str = "") -> Iterator[str]:
    """The interfaces, one line an interface."""
    sections = [section for section in _processes(line, process) if _id(line, section)]
    if sections:
        yield "Interface    PID   Area            IP Address/Mask    Cost  State Nbrs F/C"
    for section in sections:
        for member in ospf_members(line.router.network, section):
            port = member.port
            cost = ospf_cost(section, port)
            yield f"{port.short:12} {section.key[0]:5} {member.area:15} {member.address!s:18} {cost:<5} {_state(member):5} 0/0"


def _state(member: Member) -> str:
    """The state of an interface that is alone on its network."""
    if not member.port.is_up:
        return "DOWN"
    kind = kind_of(member.port.name)
    return "LOOP" if kind == "Loopback" else "P2P" if kind in ("Tunnel", "Serial", "Dialer", "Multilink") else "DR"


@exec_command
def show_ip_ospf_interface(line: Line, process: str = "", name: str = "") -> Iterator[str]:
    """All that OSPF does on the interfaces, or on one."""
    shown = False
    for section in _processes(line, process):
        for member in ospf_members(line.router.network, section):
            if name in ("", member.port.name) and _id(line, section):
                shown = True
                yield from _interface(line, section, member)
    if name and not shown:
        yield f"%OSPF: OSPF not enabled on {name}"


def _interface(line: Line, section: Section, member: Member) -> Iterator[str]:
    port, state = member.port, _state(member)
    identity = _id(line, section)
    network = {"LOOP": "LOOPBACK", "P2P": "POINT_TO_POINT"}.get(state, "BROADCAST")
    yield f"{port.name} is {port.state[0]}, line protocol is {port.state[1]} "
    yield f"  Internet Address {member.address}, Area {member.area}, Attached via Network Statement"
    yield f"  Process ID {section.key[0]}, Router ID {identity}, Network Type {network}, Cost: {ospf_cost(section, port)}"
    if state == "LOOP":
        yield "  Loopback interface is treated as a stub Host"
        return
    yield f"  Transmit Delay is 1 sec, State {state}, Priority {number(port.section, 'ip_ospf_priority', 'priority', 1)}"
    if state == "DR":
        yield f"  Designated Router (ID) {identity}, Interface address {member.address.ip}"
        yield "  No backup designated router on this network"
    hello = number(port.section, "ip_ospf_hello_interval", "seconds", 10)
    dead = number(port.section, "ip_ospf_dead_interval", "seconds", 4 * hello)
    yield f"  Timer intervals configured, Hello {hello}, Dead {dead}, Wait {dead}, Retransmit 5"
    if is_passive(section, port):
        yield "    No Hellos (Passive interface) "
    yield "  Neighbor Count is 0, Adjacent neighbor count is 0 "
    yield "  Suppress hello for 0 neighbor(s)"


@exec_command
def show_ip_ospf_database(line: Line, process: str = "") -> Iterator[str]:
    """The link states of the router itself, one for each area."""
    for section in _processes(line, process):
        identity = _id(line, section)
        if not identity:
            continue
        members = [member for member in ospf_members(line.router.network, section) if member.port.is_up]
        yield ""
        yield f"            OSPF Router with ID ({identity}) (Process ID {section.key[0]})"
        for area in sorted({member.area for member in members}, key=_area_place):
            links = sum(member.area == area for member in members)
            yield ""
            yield f"                Router Link States (Area {area})"
            yield ""
            yield "Link ID         ADV Router      Age         Seq#       Checksum Link count"
            age = line.router.clock.uptime() % 1800
            yield f"{identity:15} {identity:15} {age:<11} {_SEQUENCE} {_CHECKSUM} {links}"
