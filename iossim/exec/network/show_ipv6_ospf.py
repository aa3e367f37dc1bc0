"""show ipv6 ospf: the processes of OSPFv3 and their interfaces; no router but this one is simulated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config import Section
from iossim.config.ports import kind_of
from iossim.exec.command import Line, exec_command
from iossim.router.fields import field, number
from iossim.router.network.interfaces import Interface, interfaces
from iossim.router.network.ipv6 import link_local, text6
from iossim.router.network.processes import router_id

_HEAD = (
    " Supports NSSA (compatible with RFC 3101)",
    " Event-log enabled, Maximum number of events: 1000, Mode: cyclic",
    " Router is not originating router-LSAs with maximum metric",
    " Initial SPF schedule delay 5000 msecs",
    " Minimum hold time between two consecutive SPFs 10000 msecs",
    " Maximum wait time between two consecutive SPFs 10000 msecs",
    " Minimum LSA interval 5 secs",
    " Minimum LSA arrival 1000 msecs",
    " LSA group pacing timer 240 secs",
    " Interface flood pacing timer 33 msecs",
    " Retransmission pacing timer 66 msecs",
    " Number of external LSA 0. Checksum Sum 0x000000",
)
_SHORT_STATES = {"LOOPBACK": "LOOP", "POINT_TO_POINT": "P2P"}


@dataclass(frozen=True, slots=True)
class _Member:
    """An interface of a process, the area that it is in, and the number of the interface."""

    port: Interface
    area: str
    number: int

    @property
    def network(self) -> str:
        """The network type: as it was set, else that of the kind of interface."""
        typed = field(self.port.section, "ipv6_ospf_network", "ospf_network")
        if typed:
            return typed.upper().replace("-", "_").replace(" ", "_")
        kind = kind_of(self.port.name)
        point = kind in ("Tunnel", "Serial", "Dialer", "Multilink")
        return "LOOPBACK" if kind == "Loopback" else "POINT_TO_POINT" if point else "BROADCAST"

    @property
    def state(self) -> str:
        """The state of an interface that is alone on its network."""
        if not self.port.is_up:
            return "DOWN"
        if self.network != "BROADCAST":
            return self.network
        return "DR" if number(self.port.section, "ipv6_ospf_priority", "priority", 1) else "DROTHER"

    def cost(self, section: Section) -> int:
        """The cost of the interface."""
        reference = number(section, "auto_cost_reference_bandwidth", "megabits", 100)
        own = 1 if self.network == "LOOPBACK" else min(65_535, max(1, reference * 1000 // self.port.bandwidth))
        return number(self.port.section, "ipv6_ospf_cost", "cost", own)


def _processes(line: Line, wanted: str) -> Iterator[tuple[Section, str, str]]:
    """The processes with their number and router ID."""
    for section in line.router.config.root.find_sections("ipv6_router"):
        protocol, _, process = " ".join(section.key).partition(" ")
        if protocol == "ospf" and wanted in ("", process):
            yield section, process, str(router_id(line.router.network, section, "router_id") or "0.0.0.0")


def _members(line: Line, process: str) -> list[_Member]:
    found = []
    for place, port in enumerate(interfaces(line.router.network)):
        command = port.section.effective("ipv6_ospf", process)
        if command is not None and not command.negative:
            found.append(_Member(port, command.words[-1], place + 2))
    return found


def _title(identity: str, process: str) -> str:
    return f"            OSPFv3 Router with ID ({identity}) (Process ID {process})"


@exec_command
def show_ipv6_ospf(line: Line, process: str = "") -> Iterator[str]:
    """The processes; nothing at all if there are none."""
    for section, name, identity in _processes(line, process):
        members = _members(line, name)
        areas = list(dict.fromkeys(member.area for member in members))
        yield f' Routing Process "ospfv3 {name}" with ID {identity}'
        yield from _HEAD
        yield f" Number of areas in this router is {len(areas)}. {len(areas)} normal 0 stub 0 nssa"
        yield " Graceful restart helper support enabled"
        yield f" Reference bandwidth unit is {number(section, 'auto_cost_reference_bandwidth', 'megabits', 100)} mbps"
        yield " RFC1583 compatibility enabled"
        for area in areas:
            yield f"    Area {f'BACKBONE({area})' if area in ('0', '0.0.0.0') else area}"
            yield f"        Number of interfaces in this area is {sum(member.area == area for member in members)}"
            yield "        SPF algorithm executed 1 times"


@exec_command
def show_ipv6_ospf_neighbor(line: Line) -> None:
    """The neighbours, of which there are none."""


@exec_command
def show_ipv6_ospf_database(line: Line, process: str = "") -> Iterator[str]:
    """The title of the database of every process."""
    for _, name, identity in _processes(line, process):
        yield ""
        yield _title(identity, name)


@exec_command
def show_ipv6_ospf_interface_brief(line: Line, process: str = "") -> Iterator[str]:
    """The interfaces, one line an interface."""
    found = [(section, name, member) for section, name, _ in _processes(line, process) for member in _members(line, name)]
    if found:
        yield "Interface    PID   Area            Intf ID    Cost  State Nbrs F/C"
    for section, name, member in found:
        state = _SHORT_STATES.get(member.state, member.state)
        yield f"{member.port.short:12} {name:5} {member.area:15} {member.number:<10} {member.cost(section):<5} {state:5} 0/0"


@exec_command
def show_ipv6_ospf_interface(line: Line, process: str = "", name: str = "") -> Iterator[str]:
    """All that OSPFv3 does on the interfaces, or on one."""
    shown = False
    for section, number_, identity in _processes(line, process):
        for member in _members(line, number_):
            if name in ("", member.port.name):
                shown = True
                yield from _interface(section, number_, identity, member)
    if name and not shown:
        yield f"%OSPFv3: OSPFv3 not enabled on {name}"


def _interface(section: Section, process: str, identity: str, member: _Member) -> Iterator[str]:
    port, own = member.port, member.port.section
    yield f"{port.name} is {port.state[0]}, line protocol is {port.state[1]} "
    yield f"  Link Local Address {text6(link_local(port))}, Interface ID {member.number}"
    yield f"  Area {member.area}, Process ID {process}, Instance ID 0, Router ID {identity}"
    yield f"  Network Type {member.network}, Cost: {member.cost(section)}"
    if member.network == "LOOPBACK":
        yield "  Loopback interface is treated as a stub Host"
        return
    hello = number(own, "ipv6_ospf_hello_interval", "seconds", 10)
    dead = number(own, "ipv6_ospf_dead_interval", "seconds", 4 * hello)
    priority = f", Priority {number(own, 'ipv6_ospf_priority', 'priority', 1)}" if member.network == "BROADCAST" else ""
    yield f"  Transmit Delay is 1 sec, State {member.state}{priority}"
    if member.state == "DR":
        yield f"  Designated Router (ID) {identity}, local address {text6(link_local(port))}"
        yield "  No backup designated router on this network"
    yield f"  Timer intervals configured, Hello {hello}, Dead {dead}, Wait {dead}, Retransmit 5"
    yield "  Neighbor Count is 0, Adjacent neighbor count is 0 "
    yield "  Suppress hello for 0 neighbor(s)"
