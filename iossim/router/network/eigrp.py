"""EIGRP: its processes for IPv4, classic and named, what they do on interfaces, and the networks that they know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

from iossim.config import Section
from iossim.language import Command
from iossim.router.fields import field, is_set, number
from iossim.router.network.interfaces import Interface, addressed, interfaces
from iossim.router.network.processes import Member, classless_members, is_passive, router_id
from iossim.router.network.routes import STATIC, Route, exit_of, routes
from iossim.router.network.state import Network

_HELLO, _HOLD = 5, 15
#: The factor of the wide metrics of named processes.
_WIDE = 65_536


@dataclass(frozen=True, slots=True)
class Process:
    """One EIGRP process for IPv4.

    Attributes:
        system: its autonomous system.
        name: the name of a named process; "" for a classic one.
        section: where its networks and its router ID stand.
    """

    system: str
    name: str
    section: Section

    @property
    def base(self) -> Section | None:
        """The section with redistribution: the process itself, or the base topology of a named one."""
        return self.section.section("topology") if self.name else self.section


@dataclass(frozen=True, slots=True)
class Entry:
    """One network of the topology table.

    Attributes:
        network: the network.
        source: `Connected`, `Summary`, `Rstatic` or `Rconnected`.
        port: the interface that leads to it, or that it belongs to.
        hop: the next router of a redistributed route.
    """

    network: IPv4Network
    source: str
    port: Interface
    hop: IPv4Address | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a process on an interface."""

    passive: bool
    hello: int
    hold: int
    split_horizon: bool
    authentication: str
    key_chain: str


def processes(root: Section, system: str = "") -> list[Process]:
    """The processes in the order of their numbers and names, or those of one autonomous system."""
    found = []
    for section in root.find_sections("router_eigrp"):
        if section.key[0].isdigit():
            found.append(Process(section.key[0], "", section))
            continue
        for identity, family in section.sections.items():
            words = identity[1:]
            if words[:1] == ("ipv4",) and "vrf" not in words and "autonomous-system" in words:
                found.append(Process(words[words.index("autonomous-system") + 1], section.key[0], family))
    return [process for process in found if system in ("", process.system)]


def identity(network: Network, process: Process) -> IPv4Address | None:
    """The router ID of a process."""
    return router_id(network, process.section, "eigrp_router_id")


def members(network: Network, process: Process) -> list[Member]:
    """The interfaces of a process that are up."""
    return [member for member in classless_members(network, process.section) if member.port.is_up]


def metric(process: Process, port: Interface) -> int:
    """The metric of the network of an interface, with the usual weights."""
    if process.name:
        return _WIDE * 10_000_000 // port.bandwidth + _WIDE * picoseconds(port) // 1_000_000
    return 256 * (10_000_000 // port.bandwidth + port.delay // 10)


def picoseconds(port: Interface) -> int:
    """The delay of an interface for wide metrics; above 1 Gbit/s it follows from the bandwidth."""
    return 10**13 // port.bandwidth if port.bandwidth > 1_000_000 else port.delay * 1_000_000


def settings(process: Process, port: Interface) -> Settings:
    """The settings of a process on an interface."""
    if process.name:
        return _named(process, port)
    key, section = process.system, port.section
    split = section.get("ip_split_horizon_eigrp", key)
    return Settings(
        is_passive(process.section, port),
        int(field(section, "ip_hello_interval_eigrp", "seconds", key) or _HELLO),
        int(field(section, "ip_hold_time_eigrp", "seconds", key) or _HOLD),
        split is None or not split.negative,
        "md5" if is_set(section, "ip_authentication_mode_eigrp", key) else "",
        field(section, "ip_authentication_key_chain_eigrp", "name", key),
    )


def _named(process: Process, port: Interface) -> Settings:
    own = process.section.section("af_interface", port.name)
    default = process.section.section("af_interface", "default")

    def command(rule: str) -> Command | None:
        return (own.get(rule) if own is not None else None) or (default.get(rule) if default is not None else None)

    passive, split, mode, keys = map(
        command, ("passive_interface", "split_horizon", "authentication_mode", "authentication_key_chain")
    )
    holder = own if own is not None else default
    return Settings(
        passive is not None and not passive.negative,
        number(holder, "hello_interval", "seconds", number(default, "hello_interval", "seconds", _HELLO)),
        number(holder, "hold_time", "seconds", number(default, "hold_time", "seconds", _HOLD)),
        split is None or not split.negative,
        "" if mode is None or mode.negative else "md5" if "md5" in mode.keywords else "hmac-sha-256",
        "" if keys is None or keys.negative else str(keys.fields["name"]),
    )


def entries(network: Network, process: Process) -> list[Entry]:
    """The networks of the topology table: those of the interfaces, then summaries, then redistributed ones."""
    found = {
        member.address.network: Entry(member.address.network, "Connected", member.port) for member in members(network, process)
    }
    for entry in (*_summaries(network, process, list(found.values())), *_redistributed(network, process)):
        found.setdefault(entry.network, entry)
    return list(found.values())


def _summaries(network: Network, process: Process, own: list[Entry]) -> Iterator[Entry]:
    for port in interfaces(network):
        for command in port.section.all("ip_summary_address_eigrp"):
            if command.negative or command.fields["as"] != process.system:
                continue
            try:
                wide = IPv4Network(f"{command.fields['address']}/{command.fields['mask']}")
            except ValueError:  # a mask with holes, or host bits
                continue
            inside = [entry.port for entry in own if entry.network != wide and entry.network.subnet_of(wide)]
            if inside:
                yield Entry(wide, "Summary", min(inside, key=lambda one: metric(process, one)))


def _redistributed(network: Network, process: Process) -> Iterator[Entry]:
    base = process.base
    if base is None:
        return
    if is_set(base, "redistribute", "static"):
        table = routes(network)
        ports = {port.name: port for port in interfaces(network)}
        for route in table:
            if route.source == STATIC and (port := ports.get(_port_of(table, route))) is not None:
                yield Entry(route.network, "Rstatic", port, route.next_hop)
    if is_set(base, "redistribute", "connected"):
        for port, address in addressed(network):
            if port.is_up:
                yield Entry(address.network, "Rconnected", port)


def _port_of(table: list[Route], route: Route) -> str:
    """The name of the interface by which a static route leaves; "" for none."""
    if route.interface or route.next_hop is None:
        return route.interface
    way = exit_of(table, route.next_hop)
    return way[0] if way is not None else ""
