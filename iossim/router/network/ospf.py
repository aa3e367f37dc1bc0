"""The areas of an OSPF process, and the link states that the router itself originates."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

from iossim.config import Section
from iossim.config.ipv4 import class_length
from iossim.language import Command
from iossim.router.fields import field, is_set, number
from iossim.router.network.interfaces import addressed
from iossim.router.network.processes import Member, classless_members, ospf_cost, ospf_members, router_id
from iossim.router.network.routes import STATIC, routes
from iossim.router.network.state import Network

ROUTER, SUMMARY, EXTERNAL, NSSA_EXTERNAL = 1, 3, 5, 7
#: The options of link states: DC alone in a stub area, with E elsewhere, with N/P in a NSSA.
_OPTIONS = {"normal": 0x22, "stub": 0x20, "nssa": 0x20}
_BACKBONE = "0"
_DEFAULT = IPv4Network("0.0.0.0/0")
#: Seconds after which a link state is sent again, with the next sequence number.
_REFRESH = 1800
_HEADER = 20


@dataclass(frozen=True, slots=True)
class Area:
    """One area of a process.

    Attributes:
        name: its number or address, as it was entered.
        kind: `normal`, `stub` or `nssa`.
        members: the interfaces in it.
        summaries: False if no summaries are sent into it.
        authentication: "" for none, `simple` or `message-digest`.
        default_cost: the cost of the default route of a stub area.
        ranges: the networks that stand for those inside them.
    """

    name: str
    kind: str
    members: tuple[Member, ...]
    summaries: bool
    authentication: str
    default_cost: int
    ranges: tuple[Command, ...]

    @property
    def up(self) -> list[Member]:
        """The interfaces that are up."""
        return [member for member in self.members if member.port.is_up]


@dataclass(frozen=True, slots=True)
class LinkState:
    """A link state that the router originates.

    Attributes:
        kind: its type: 1, 3, 5 or 7.
        area: the name of its area; "" for the whole process.
        network: the network that it describes; the router ID for a router's links.
        metric: the cost of the network.
        links: the networks, masks and costs of a router's links.
        flags: 1 for an area border router, 2 for a boundary router of the autonomous system (a router's links only).
        metric_type: 1 or 2 (external networks only).
        tag: the tag of an external network.
        options: the options of its header.
        router: the router ID.
    """

    kind: int
    area: str
    network: IPv4Network
    router: IPv4Address
    metric: int = 0
    links: tuple[tuple[IPv4Network, int], ...] = ()
    flags: int = 0
    metric_type: int = 2
    tag: int = 0
    options: int = 0x22

    @property
    def body(self) -> bytes:
        """The bytes after the header."""
        if self.kind == ROUTER:
            parts = [struct.pack(">BBH", self.flags, 0, len(self.links))]
            parts += [net.network_address.packed + net.netmask.packed + struct.pack(">BBH", 3, 0, cost) for net, cost in self.links]
            return b"".join(parts)
        mask = self.network.netmask.packed
        if self.kind == SUMMARY:
            return mask + struct.pack(">I", self.metric)
        high = 0x8000_0000 if self.metric_type == 2 else 0
        return mask + struct.pack(">III", high | self.metric, 0, self.tag)

    @property
    def length(self) -> int:
        """The bytes of the link state with its header."""
        return _HEADER + len(self.body)

    def checksum(self, sequence: int) -> int:
        """The checksum that a router computes (RFC 905, annex B)."""
        head = struct.pack(">BB", self.options, self.kind) + self.network.network_address.packed + self.router.packed
        data = head + struct.pack(">IHH", sequence, 0, self.length) + self.body
        low = high = 0
        for byte in data:
            low = (low + byte) % 255
            high = (high + low) % 255
        place = len(head) + 4
        first = ((len(data) - place - 1) * low - high) % 255 or 255
        second = (510 - low - first) % 255 or 255
        return first << 8 | second


def sequence_of(uptime: int) -> int:
    """The sequence number of a link state of the router."""
    return 0x8000_0001 + uptime // _REFRESH


def age_of(uptime: int) -> int:
    """The age of a link state of the router, in seconds."""
    return uptime % _REFRESH


def areas(network: Network, section: Section) -> list[Area]:
    """The areas that have interfaces, in order."""
    by_area: dict[str, list[Member]] = {}
    for member in ospf_members(network, section):
        by_area.setdefault(member.area, []).append(member)
    return [_area(section, name, by_area[name]) for name in sorted(by_area, key=area_place)]


def area_place(area: str) -> tuple[int, ...]:
    """The place of an area in the order of areas."""
    return tuple(map(int, area.split(".")))


def _area(section: Section, name: str, members: Iterable[Member]) -> Area:
    stub, nssa, digest = (_positive(section, rule, name) for rule in ("area_stub", "area_nssa", "area_authentication"))
    kind = "stub" if stub is not None else "nssa" if nssa is not None else "normal"
    return Area(
        name,
        kind,
        tuple(members),
        not any(command is not None and "no-summary" in command.keywords for command in (stub, nssa)),
        "" if digest is None else "message-digest" if "message-digest" in digest.keywords else "simple",
        int(field(section, "area_default_cost", "cost", name) or 1),
        tuple(command for command in section.all("area_range") if command.fields["area_id"] == name and not command.negative),
    )


def _positive(section: Section, rule: str, area: str) -> Command | None:
    command = section.get(rule, area)
    return command if command is not None and not command.negative else None


def is_border(found: list[Area]) -> bool:
    """True for an area border router: the backbone and another area are up."""
    active = {area.name for area in found if area.up}
    return len(active) > 1 and bool(active & {_BACKBONE, "0.0.0.0"})


def sources(section: Section) -> list[Command]:
    """The commands that make the router a boundary router of the autonomous system."""
    default = section.get("default_information")
    found = [*section.all("redistribute"), *([default] if default is not None else [])]
    return [command for command in found if not command.negative]


def link_states(network: Network, section: Section) -> list[LinkState]:
    """The link states of the router, in the order in which a router shows them."""
    identity = router_id(network, section, "router_id")
    if identity is None or is_set(section, "shutdown__process"):
        return []
    found = [area for area in areas(network, section) if area.up]
    border = is_border(found)
    flags = (1 if border else 0) | (2 if sources(section) else 0)
    external = sorted(_external(network, section, identity), key=lambda state: state.network)
    states = []
    for area in found:
        options = _OPTIONS[area.kind]
        own = IPv4Network(identity)
        states.append(LinkState(ROUTER, area.name, own, identity, 0, tuple(_links(section, area)), flags, options=options))
        if border:
            states += _summaries(section, area, found, identity)
        if area.kind == "nssa":
            states += [_inside(one, area.name) for one in external]
    return [*states, *(external if any(area.kind == "normal" for area in found) else [])]


def _links(section: Section, area: Area) -> Iterator[tuple[IPv4Network, int]]:
    """The networks of an area, each a stub network: no neighbour is simulated."""
    for member in area.up:
        is_host = member.port.name.startswith("Loopback") and not field(member.port.section, "ip_ospf_network", "ospf_network")
        yield IPv4Network(member.address.ip) if is_host else member.address.network, ospf_cost(section, member.port)


def _summaries(section: Section, area: Area, found: list[Area], identity: IPv4Address) -> Iterator[LinkState]:
    options = _OPTIONS[area.kind]
    if area.kind == "stub" or (area.kind == "nssa" and not area.summaries):
        yield LinkState(SUMMARY, area.name, _DEFAULT, identity, area.default_cost, options=options)
    if not area.summaries:
        return
    costs: dict[IPv4Network, int] = {}
    for other in found:
        if other.name != area.name:
            for one, cost in _summarized(other, list(_links(section, other))):
                costs[one] = min(cost, costs.get(one, cost))
    for one in sorted(costs):
        yield LinkState(SUMMARY, area.name, one, identity, costs[one], options=options)


def _summarized(area: Area, links: list[tuple[IPv4Network, int]]) -> Iterator[tuple[IPv4Network, int]]:
    """The networks of an area as the other areas see them: a range stands for all that are inside it."""
    for command, wide in _wide(area):
        inside = [cost for one, cost in links if one.subnet_of(wide)]
        links = [(one, cost) for one, cost in links if not one.subnet_of(wide)]
        if inside and "not-advertise" not in command.keywords:
            yield wide, _number(command, "cost", min(inside))
    yield from links


def _wide(area: Area) -> Iterator[tuple[Command, IPv4Network]]:
    for command in area.ranges:
        try:
            yield command, IPv4Network(f"{command.fields['network']}/{command.fields['mask']}")
        except ValueError:  # a mask with holes, or host bits
            continue


def ranges(area: Area, section: Section) -> Iterator[str]:
    """The ranges of an area in words: `10.0.0.0/8 Active(1) Advertise`."""
    links = list(_links(section, area))
    for command, wide in _wide(area):
        inside = [cost for one, cost in links if one.subnet_of(wide)]
        cost = f"{_number(command, 'cost', 0)} - configured" if "cost" in command.fields else f"{min(inside, default=0)}"
        way = "DoNotAdvertise" if "not-advertise" in command.keywords else "Advertise"
        yield f"{wide} {f'Active({cost})' if inside else 'Passive'} {way}"


def _inside(state: LinkState, area: str) -> LinkState:
    return LinkState(
        NSSA_EXTERNAL, area, state.network, state.router, state.metric, (), 0, state.metric_type, state.tag, options=0x28
    )


def _external(network: Network, section: Section, identity: IPv4Address) -> Iterator[LinkState]:
    own = {member.address.network for member in ospf_members(network, section)}
    seen = set()
    for command in sources(section):
        for one in _redistributed(network, command):
            if one not in own and one not in seen and _is_let(command, one):
                seen.add(one)
                yield _external_state(section, command, one, identity)


def _external_state(section: Section, command: Command, one: IPv4Network, identity: IPv4Address) -> LinkState:
    is_default = command.name == "default_information"
    usual = 1 if is_default else number(section, "default_metric", "metric", 20)
    metric, kind = _number(command, "metric", usual), _number(command, "type_metric", 2)
    tag = int(section.key[0]) if is_default else _number(command, "tag", 0)
    return LinkState(EXTERNAL, "", one, identity, metric, (), 0, kind, tag, options=0x20)


def _number(command: Command, name: str, default: int) -> int:
    """A field that is a number, its first value if it was entered twice."""
    value = command.fields.get(name, "")
    text = value if isinstance(value, str) else value[0] if value else ""
    return int(text) if text.isdecimal() else default


def _is_let(command: Command, one: IPv4Network) -> bool:
    """False for a subnet if the command does not say `subnets`."""
    if command.name == "default_information" or "subnets" in command.keywords:
        return True
    return one.prefixlen == class_length(int(one.network_address))


def _redistributed(network: Network, command: Command) -> list[IPv4Network]:
    table = routes(network)
    if command.name == "default_information":
        known = "always" in command.keywords or any(route.is_default for route in table)
        return [_DEFAULT] if known else []
    words = str(command.fields["source"]).split()
    if words[0] == "static":
        return sorted({route.network for route in table if route.source == STATIC and not route.is_default})
    up = {address.network for port, address in addressed(network) if port.is_up}
    if words[0] == "connected":
        return sorted(up)
    process = _process(network, words)
    if process is None:
        return []
    find = ospf_members if words[0] == "ospf" else classless_members
    return sorted({member.address.network for member in find(network, process) if member.port.is_up})


def _process(network: Network, words: list[str]) -> Section | None:
    """The process whose networks are redistributed; None if it has none of its own or does not exist."""
    root = network.config.root
    if words[0] == "rip":
        return root.section("router_rip")
    return root.section(f"router_{words[0]}", words[1]) if words[0] in ("eigrp", "ospf") else None
