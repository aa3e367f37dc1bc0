"""show ip ospf database: the link states of the router itself, as a table or one by one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.routing.show_ip_ospf import identity_of, processes
from iossim.router.network.ospf import EXTERNAL, NSSA_EXTERNAL, ROUTER, SUMMARY, LinkState, age_of, areas, link_states, sequence_of

_NAMES = {"router": ROUTER, "summary": SUMMARY, "external": EXTERNAL, "nssa-external": NSSA_EXTERNAL}
_TITLES = {
    ROUTER: "Router Link States (Area {area})",
    SUMMARY: "Summary Net Link States (Area {area})",
    NSSA_EXTERNAL: "Type-7 AS External Link States (Area {area})",
    EXTERNAL: "Type-5 AS External Link States",
}
_TYPES = {
    ROUTER: "Router Links",
    SUMMARY: "Summary Links(Network)",
    NSSA_EXTERNAL: "AS External Link",
    EXTERNAL: "AS External Link",
}
_REMARKS = {
    ROUTER: "",
    SUMMARY: " (summary Network Number)",
    NSSA_EXTERNAL: " (External Network Number )",
    EXTERNAL: " (External Network Number )",
}
_OPTIONS = {0x28: "No TOS-capability, Type 7/5 translation, DC, Upward"}
_EXTERNAL_TYPES = {1: "1 (Comparable directly to link state metric)", 2: "2 (Larger than any link state path)"}


def _head(identity: str, process: str) -> Iterator[str]:
    yield ""
    yield f"            OSPF Router with ID ({identity}) (Process ID {process})"


def _identified(line: Line, process: str) -> Iterator[tuple[Section, str]]:
    """The processes that have a router ID, and this ID."""
    for section in processes(line, process):
        identity = identity_of(line, section)
        if identity:
            yield section, identity


@exec_command
def show_ip_ospf_database(line: Line, process: str = "", advertiser: str = "") -> Iterator[str]:
    """The link states of the router itself, one line each."""
    uptime = line.router.clock.uptime()
    for section, identity in _identified(line, process):
        yield from _head(identity, section.key[0])
        states = [state for state in link_states(line.router.network, section) if advertiser in ("", str(state.router))]
        for (kind, area), group in groupby(states, lambda state: (state.kind, state.area)):
            yield ""
            yield f"                {_TITLES[kind].format(area=area)}"
            yield ""
            last = {ROUTER: " Link count", EXTERNAL: " Tag", NSSA_EXTERNAL: " Tag"}.get(kind, "")
            yield f"Link ID         ADV Router      Age         Seq#       Checksum{last}"
            yield from (_row(state, uptime) for state in group)


def _row(state: LinkState, uptime: int) -> str:
    sequence = sequence_of(uptime)
    last = f" {len(state.links)}" if state.kind == ROUTER else "" if state.kind == SUMMARY else f" {state.tag}"
    link = str(state.network.network_address)
    return f"{link:15} {state.router!s:15} {age_of(uptime):<11} 0x{sequence:08X} 0x{state.checksum(sequence):06X}{last}"


@exec_command
def show_ip_ospf_database_type(line: Line, lsa: str, process: str = "", link: str = "", advertiser: str = "") -> Iterator[str]:
    """The link states of one type, in full."""
    uptime = line.router.clock.uptime()
    for section, identity in _identified(line, process):
        yield from _head(identity, section.key[0])
        states = [
            state
            for state in link_states(line.router.network, section)
            if state.kind == _NAMES.get(lsa)
            and link in ("", str(state.network.network_address))
            and advertiser in ("", str(state.router))
        ]
        for (kind, area), group in groupby(states, lambda state: (state.kind, state.area)):
            yield ""
            yield f"                {_TITLES[kind].format(area=area)}"
            for state in group:
                yield ""
                yield from _detail(state, uptime)
        yield ""


def _detail(state: LinkState, uptime: int) -> Iterator[str]:
    sequence = sequence_of(uptime)
    upward = "" if state.kind == ROUTER else ", Upward"
    yield f"  LS age: {age_of(uptime)}"
    yield f"  Options: ({_OPTIONS.get(state.options, f'No TOS-capability, DC{upward}')})"
    yield f"  LS Type: {_TYPES[state.kind]}"
    yield f"  Link State ID: {state.network.network_address}{_REMARKS[state.kind]}"
    yield f"  Advertising Router: {state.router}"
    yield f"  LS Seq Number: {sequence:08X}"
    yield f"  Checksum: 0x{state.checksum(sequence):X}"
    yield f"  Length: {state.length}"
    yield from _links(state) if state.kind == ROUTER else _network(state)


def _links(state: LinkState) -> Iterator[str]:
    if state.flags & 1:
        yield "  Area Border Router"
    if state.flags & 2:
        yield "  AS Boundary Router"
    yield f"  Number of Links: {len(state.links)}"
    for network, cost in state.links:
        yield ""
        yield "    Link connected to: a Stub Network"
        yield f"     (Link ID) Network/subnet number: {network.network_address}"
        yield f"     (Link Data) Network Mask: {network.netmask}"
        yield "      Number of MTID metrics: 0"
        yield f"       TOS 0 Metrics: {cost}"
    yield ""


def _network(state: LinkState) -> Iterator[str]:
    yield f"  Network Mask: /{state.network.prefixlen}"
    if state.kind == SUMMARY:
        yield f"        MTID: 0         Metric: {state.metric} "
        return
    yield f"        Metric Type: {_EXTERNAL_TYPES[state.metric_type]}"
    yield "        MTID: 0 "
    yield f"        Metric: {state.metric} "
    yield "        Forward Address: 0.0.0.0"
    yield f"        External Route Tag: {state.tag}"


@exec_command
def show_ip_ospf_database_summary(line: Line, process: str = "") -> Iterator[str]:
    """The numbers of link states of each type, in every area and in all."""
    for section in processes(line, process):
        identity = identity_of(line, section)
        if not identity:
            continue
        yield from _head(identity, section.key[0])
        states = link_states(line.router.network, section)
        for area in areas(line.router.network, section):
            own = [state for state in states if state.area == area.name]
            external = sum(state.kind == NSSA_EXTERNAL for state in own)
            yield ""
            yield f"Area {area.name} database summary"
            yield from _counts(own)
            yield f"    Prefixes redistributed in Type-7  {external}"
            yield from (_count("Opaque Link", 0), _count("Opaque Area", 0), _count("Subtotal", len(own)))
        external = sum(state.kind == EXTERNAL for state in states)
        yield ""
        yield f"Process {section.key[0]} database summary"
        yield from _counts(states)
        yield from (_count("Opaque Link", 0), _count("Opaque Area", 0), _count("Type-5 Ext", external))
        yield f"      Prefixes redistributed in Type-5  {external}"
        yield from (_count("Opaque AS", 0), "  Non-self      0       ", _count("Total", len(states)))


def _counts(states: list[LinkState]) -> Iterator[str]:
    kinds = [state.kind for state in states]
    yield "  LSA Type      Count    Delete   Maxage"
    yield _count("Router", kinds.count(ROUTER))
    yield _count("Network", 0)
    yield _count("Summary Net", kinds.count(SUMMARY))
    yield _count("Summary ASBR", 0)
    yield _count("Type-7 Ext", kinds.count(NSSA_EXTERNAL))


def _count(name: str, count: int) -> str:
    return f"  {name:13} {count:<8} 0        0       "


@exec_command
def show_ip_ospf_border_routers(line: Line, process: str = "") -> Iterator[str]:
    """The border routers that are known: none but the router itself, which the table does not have."""
    for section in processes(line, process):
        identity = identity_of(line, section)
        if identity:
            yield from _head(identity, section.key[0])
            yield from ("", "", "                Base Topology (MTID 0)", "", "Internal Router Routing Table")
            yield "Codes: i - Intra-area route, I - Inter-area route"
            yield ""
