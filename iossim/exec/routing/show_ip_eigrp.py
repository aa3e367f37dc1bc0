"""show ip eigrp: neighbours, interfaces, and the topology of the router's own networks."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.router.network.processes import Member, classless_members, eigrp_metric, is_passive, router_id


def _processes(line: Line) -> list[Section]:
    sections = line.router.config.root.find_sections("router_eigrp")
    return [section for section in sections if section.key[0].isdigit()]


def _up(line: Line, section: Section) -> list[Member]:
    return [member for member in classless_members(line.router.network, section) if member.port.is_up]


@exec_command
def show_ip_eigrp_neighbors(line: Line) -> Iterator[str]:
    """The neighbours: no router but this one is simulated, so the table is empty."""
    for section in _processes(line):
        yield f"EIGRP-IPv4 Neighbors for AS({section.key[0]})"
        yield "H   Address                 Interface              Hold Uptime   SRTT   RTO  Q  Seq"
        yield "                                                   (sec)         (ms)       Cnt Num"


@exec_command
def show_ip_eigrp_interfaces(line: Line, detail: bool = False) -> Iterator[str]:
    """The interfaces on which EIGRP speaks."""
    for section in _processes(line):
        yield f"EIGRP-IPv4 Interfaces for AS({section.key[0]})"
        yield "                              Xmit Queue   PeerQ        Mean   Pacing Time   Multicast    Pending"
        yield "Interface              Peers  Un/Reliable  Un/Reliable  SRTT   Un/Reliable   Flow Timer   Routes"
        for member in _up(line, section):
            if not is_passive(section, member.port):
                yield f"{member.port.short:23}  0        0/0       0/0           0       0/0            0           0"
                yield from _detail() if detail else ()


def _detail() -> Iterator[str]:
    yield "  Hello-interval is 5, Hold-time is 15"
    yield "  Split-horizon is enabled"
    yield "  Next xmit serial <none>"
    yield "  Packetized sent/expedited: 0/0"
    yield "  Hello's sent/expedited: 0/0"
    yield "  Un/reliable mcasts: 0/0  Un/reliable ucasts: 0/0"
    yield "  Mcast exceptions: 0  CR packets: 0  ACKs suppressed: 0"
    yield "  Retransmissions sent: 0  Out-of-sequence rcvd: 0"
    yield "  Topology-ids on interface - 0 "
    yield "  Authentication mode is not set"


@exec_command
def show_ip_eigrp_topology(line: Line) -> Iterator[str]:
    """The networks of the interfaces that take part."""
    for section in _processes(line):
        identity = router_id(line.router.network, section, "eigrp_router_id")
        yield f"EIGRP-IPv4 Topology Table for AS({section.key[0]})/ID({identity or '0.0.0.0'})"
        yield "Codes: P - Passive, A - Active, U - Update, Q - Query, R - Reply,"
        yield "       r - reply Status, s - sia Status "
        yield ""
        for member in _up(line, section):
            yield f"P {member.address.network}, 1 successors, FD is {eigrp_metric(member.port)}"
            yield f"        via Connected, {member.port.name}"
        yield ""
