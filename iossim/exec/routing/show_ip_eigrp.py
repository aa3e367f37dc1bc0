"""show ip eigrp and show eigrp address-family ipv4: neighbours, interfaces, the topology, and counters."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Network

from iossim.exec.command import Line, exec_command
from iossim.router.network.eigrp import (
    Entry,
    Process,
    Settings,
    entries,
    identity,
    members,
    metric,
    picoseconds,
    processes,
    settings,
)


def _processes(line: Line, system: str) -> list[Process]:
    return processes(line.router.config.root, system)


def _title(process: Process, text: str) -> str:
    return f"EIGRP-IPv4 VR({process.name}) {text}" if process.name else f"EIGRP-IPv4 {text.removeprefix('Address-Family ')}"


@exec_command
def show_ip_eigrp_neighbors(line: Line, system: str = "") -> Iterator[str]:
    """The neighbours: no router but this one is simulated, so the table is empty."""
    for process in _processes(line, system):
        yield _title(process, f"Address-Family Neighbors for AS({process.system})")
        yield "H   Address                 Interface              Hold Uptime   SRTT   RTO  Q  Seq"
        yield "                                                   (sec)         (ms)       Cnt Num"


@exec_command
def show_ip_eigrp_interfaces(line: Line, system: str = "", name: str = "", detail: bool = False) -> Iterator[str]:
    """The interfaces on which EIGRP speaks."""
    for process in _processes(line, system):
        yield _title(process, f"Address-Family Interfaces for AS({process.system})")
        yield "                              Xmit Queue   PeerQ        Mean   Pacing Time   Multicast    Pending"
        yield "Interface              Peers  Un/Reliable  Un/Reliable  SRTT   Un/Reliable   Flow Timer   Routes"
        for member in members(line.router.network, process):
            found = settings(process, member.port)
            if not found.passive and name in ("", member.port.name):
                yield f"{member.port.short:23}  0        0/0       0/0           0       0/0            0           0"
                yield from _detail(found) if detail else ()


def _detail(found: Settings) -> Iterator[str]:
    mode = found.authentication
    yield f"  Hello-interval is {found.hello}, Hold-time is {found.hold}"
    yield f"  Split-horizon is {'enabled' if found.split_horizon else 'disabled'}"
    yield "  Next xmit serial <none>"
    yield "  Packetized sent/expedited: 0/0"
    yield "  Hello's sent/expedited: 0/0"
    yield "  Un/reliable mcasts: 0/0  Un/reliable ucasts: 0/0"
    yield "  Mcast exceptions: 0  CR packets: 0  ACKs suppressed: 0"
    yield "  Retransmissions sent: 0  Out-of-sequence rcvd: 0"
    yield "  Topology-ids on interface - 0 "
    chain = f'"{found.key_chain}"' if found.key_chain else "<not set>"
    if mode == "md5":
        yield f"  Authentication mode is md5,  key-chain is {chain}"
    else:
        yield f"  Authentication mode is {mode.upper() or 'not set'}"


def _head(line: Line, process: Process) -> str:
    own = identity(line.router.network, process) or "0.0.0.0"
    return _title(process, f"Topology Table for AS({process.system})/ID({own})")


def _table_head(line: Line, process: Process) -> Iterator[str]:
    yield _head(line, process)
    yield "Codes: P - Passive, A - Active, U - Update, Q - Query, R - Reply,"
    yield "       r - reply Status, s - sia Status "
    yield ""


@exec_command
def show_ip_eigrp_topology(line: Line, system: str = "") -> Iterator[str]:
    """The networks of the interfaces that take part, and those that are redistributed."""
    for process in _processes(line, system):
        yield from _table_head(line, process)
        for entry in entries(line.router.network, process):
            yield f"P {entry.network}, 1 successors, FD is {metric(process, entry.port)}"
            yield f"        via {_source(process, entry)}"
        yield ""


def _source(process: Process, entry: Entry) -> str:
    if entry.source == "Connected":
        return f"Connected, {entry.port.name}"
    return f"{entry.source} ({metric(process, entry.port)}/0){', Null0' if entry.source == 'Summary' else ''}"


@exec_command
def show_ip_eigrp_topology_part(line: Line, system: str = "") -> Iterator[str]:
    """The networks that are being computed, or that wait for a neighbour: none ever."""
    for process in _processes(line, system):
        yield from _table_head(line, process)


@exec_command
def show_ip_eigrp_topology_summary(line: Line, system: str = "") -> Iterator[str]:
    """The size of the table."""
    for process in _processes(line, system):
        found = entries(line.router.network, process)
        yield _head(line, process)
        yield f"Head serial 1, next serial {len(found) + 1}"
        yield f"{len(found)} routes, 0 pending replies, 0 dummies"
        yield f"Enabled on {len(members(line.router.network, process))} interfaces, neighbors present on 0 interfaces"
        yield "Quiescent interfaces: "
        yield ""


@exec_command
def show_ip_eigrp_topology_entry(
    line: Line, system: str = "", address: str = "", mask: str = "", prefix: str = ""
) -> Iterator[str]:
    """One network of the table, in full."""
    wanted = _network(prefix or f"{address}/{mask or 32}")
    for process in _processes(line, system):
        own = identity(line.router.network, process) or "0.0.0.0"
        found = entries(line.router.network, process)
        entry = _looked_up(found, wanted, exact=bool(mask or prefix))
        shown = entry.network if entry is not None else wanted if mask or prefix else address
        yield _title(process, f"Topology Entry for AS({process.system})/ID({own}) for {shown}")
        if entry is None:
            yield f"%Entry {shown} not in topology table"
        else:
            yield from _entry(process, entry, str(own))


def _network(text: str) -> IPv4Network | None:
    try:
        return IPv4Network(text, strict=False)
    except ValueError:  # a mask with holes
        return None


def _looked_up(found: list[Entry], wanted: IPv4Network | None, *, exact: bool) -> Entry | None:
    """The entry of a network; without a mask the longest that covers the address."""
    fitting = [entry for entry in found if wanted is not None and wanted.subnet_of(entry.network)]
    if exact:
        return next((entry for entry in fitting if entry.network == wanted), None)
    return max(fitting, key=lambda entry: entry.network.prefixlen, default=None)


def _entry(process: Process, entry: Entry, own: str) -> Iterator[str]:
    port, outside = entry.port, entry.source.startswith("R")
    feasible = metric(process, port)
    name = "Null0" if entry.source == "Summary" else port.name
    yield f"  State is Passive, Query origin flag is 1, 1 Successor(s), FD is {feasible}"
    yield "  Descriptor Blocks:"
    yield f"  {entry.hop or '0.0.0.0'} ({name}), from {entry.source}, Send flag is 0x0"
    yield f"      Composite metric is ({feasible}/0), route is {'External' if outside else 'Internal'}"
    yield "      Vector metric:"
    yield f"        Minimum bandwidth is {port.bandwidth} Kbit"
    delay = f"{picoseconds(port)} picoseconds" if process.name else f"{port.delay} microseconds"
    yield f"        Total delay is {delay}"
    yield "        Reliability is 255/255"
    yield "        Load is 1/255"
    yield f"        Minimum MTU is {port.mtu}"
    yield "        Hop count is 0"
    yield f"        Originating router is {own}"
    if outside:
        yield "      External data:"
        yield "        AS number of route is 0"
        yield f"        External protocol is {'Static' if entry.source == 'Rstatic' else 'Connected'}, external metric is 0"
        yield "        Administrator tag is 0 (0x00000000)"


@exec_command
def show_ip_eigrp_traffic(line: Line, system: str = "") -> Iterator[str]:
    """The packets of the processes: hellos, which nobody answers."""
    uptime = line.router.clock.uptime()
    for process in _processes(line, system):
        speaking = [settings(process, member.port) for member in members(line.router.network, process)]
        hellos = sum(uptime // found.hello for found in speaking if not found.passive)
        yield _title(process, f"Address-Family Traffic Statistics for AS({process.system})")
        yield f"  Hellos sent/received: {hellos}/0"
        for packets in ("Updates", "Queries", "Replies", "Acks", "SIA-Queries", "SIA-Replies"):
            yield f"  {packets} sent/received: 0/0"
        yield "  Hello Process ID: 204"
        yield "  PDM Process ID: 203"
        yield "  Socket Queue: 0/10000/0/0 (current/max/highest/drops)"
        yield "  Input Queue: 0/2000/0/0 (current/max/highest/drops)"
        yield ""
