"""show ip cef: the table that packets are forwarded by, which follows from the routes and the ARP table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

from iossim.exec.command import Line, exec_command
from iossim.router.network import Network, arp
from iossim.router.network.routes import CONNECTED, STATIC, exit_of, routes

_OFF = "%IPv4 CEF not running"
_DROPPED = ("0.0.0.0/8", "127.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4")
_RECEIVED = ("0.0.0.0/32", "224.0.0.0/24", "255.255.255.255/32")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One prefix: its next hop (an address, `attached`, `receive`, `drop` or `no route`) and its interface."""

    prefix: IPv4Network
    hop: str
    interface: str = ""
    via: str = ""


@exec_command
def show_ip_cef(line: Line, address: str = "", mask: str = "", prefix: str = "", vrf: str = "") -> Iterator[str]:
    """The prefixes, one line a prefix, or the longest one around an address, or one of them."""
    entries = _entries(line.router.network, vrf)
    if _is_off(line):
        yield _OFF
        return
    if address or prefix:
        yield from _looked_up(entries, address, prefix or (f"{address}/{mask}" if mask else ""), flags=False)
        return
    yield "Prefix               Next Hop             Interface"
    for entry in entries:
        yield (
            f"{entry.prefix!s:20} {entry.hop:20} {entry.interface}".rstrip()
            if entry.interface
            else f"{entry.prefix!s:20} {entry.hop}"
        )


@exec_command
def show_adjacency(line: Line) -> Iterator[str]:
    """The hosts of the connected networks whose MAC address is known."""
    yield "Protocol Interface                 Address"
    for known in arp.entries(line.router.network):
        if known.mac and known.age is not None:
            yield f"IP       {known.interface:25} {known.address}(7)"


@exec_command
def show_ip_cef_detail(line: Line, address: str = "", mask: str = "", prefix: str = "", vrf: str = "") -> Iterator[str]:
    """The prefixes with the reasons for them, or the longest one around an address, or one of them."""
    entries = _entries(line.router.network, vrf)
    if _is_off(line):
        yield _OFF
        return
    if address or prefix:
        yield from _looked_up(entries, address, prefix or (f"{address}/{mask}" if mask else ""), flags=True)
        return
    yield from _numbers(entries, vrf)
    yield ""
    for entry in entries:
        yield from _detail(entry)


@exec_command
def show_ip_cef_summary(line: Line, vrf: str = "") -> Iterator[str]:
    """The number of the prefixes."""
    yield from (_OFF,) if _is_off(line) else _numbers(_entries(line.router.network, vrf), vrf)


def _numbers(entries: list[_Entry], vrf: str) -> Iterator[str]:
    yield "IPv4 CEF is enabled and running"
    yield f"VRF {vrf or 'Default'}"
    yield f" {len(entries)} prefixes ({len(entries)}/0 fwd/non-fwd)"
    yield " Table id 0x0"
    yield f" Database epoch:        0 ({len(entries)} entries at this epoch)"


@exec_command
def show_ip_cef_exact_route(line: Line, source: str, target: str) -> Iterator[str]:
    """The way of packets between two addresses."""
    if _is_off(line):
        yield _OFF
        return
    entry = _longest(_entries(line.router.network), target)
    way = {"attached": f"glean for {entry.interface}", "receive": "receive", "drop": "drop", "no route": "drop"}
    hop = way.get(entry.hop, f"IP adj out of {entry.interface}, addr {entry.hop}")
    yield f"{source} -> {target} => {hop}"


def _looked_up(entries: list[_Entry], address: str, prefix: str, *, flags: bool) -> Iterator[str]:
    """The longest prefix around an address, or exactly the prefix that is given."""
    if not prefix:
        yield from _detail(_longest(entries, address), flags=flags)
        return
    try:
        wanted = IPv4Network(prefix, strict=False)
    except ValueError:  # a mask with holes
        wanted = None
    exact = [entry for entry in entries if entry.prefix == wanted]
    yield from _detail(exact[0], flags=flags) if exact else ("%Prefix not found",)


def _longest(entries: list[_Entry], address: str) -> _Entry:
    """The entry of the longest prefix around an address; the default route is always there."""
    fitting = [entry for entry in entries if IPv4Address(address) in entry.prefix]
    return max(fitting, key=lambda entry: entry.prefix.prefixlen)


def _detail(entry: _Entry, flags: bool = True) -> Iterator[str]:
    """One prefix, with its epoch and flags or without them."""
    yield _title(entry) if flags else str(entry.prefix)
    yield from _reason(entry)


def _title(entry: _Entry) -> str:
    flags = {"attached": "attached, connected, cover dependents, need deagg", "receive": "receive"}.get(entry.hop, "")
    if entry.prefix.prefixlen == 0:
        flags = "default route handler, default route"
    return f"{entry.prefix}, epoch 0" + (f", flags [{flags}]" if flags else "")


def _reason(entry: _Entry) -> Iterator[str]:
    if entry.hop == "attached":
        yield f"  attached to {entry.interface}"
    elif entry.hop == "receive":
        yield f"  receive for {entry.interface}" if entry.interface else "  receive"
    elif entry.hop in ("drop", "no route"):
        yield f"  {entry.hop}"
    elif entry.via:
        yield f"  recursive via {entry.via}"
        yield f"    attached to {entry.interface}"
    else:
        yield f"  nexthop {entry.hop} {entry.interface}"


def _is_off(line: Line) -> bool:
    command = line.router.config.root.get("ip_cef")
    return command is not None and command.negative


def _entries(network: Network, vrf: str = "") -> list[_Entry]:
    table = routes(network, vrf)
    entries = {IPv4Network(text): _Entry(IPv4Network(text), "drop") for text in _DROPPED}
    entries |= {IPv4Network(text): _Entry(IPv4Network(text), "receive") for text in _RECEIVED}
    default = IPv4Network("0.0.0.0/0")
    entries[default] = _Entry(default, "no route")
    for known in arp.entries(network):
        if known.mac and known.age is not None and not vrf:
            prefix = IPv4Network(known.address)
            entries[prefix] = _Entry(prefix, str(known.address), known.interface)
    for route in table:
        if route.source == STATIC:
            way = exit_of(table, route.next_hop) if route.next_hop is not None else None
            name = route.interface or (way[0] if way is not None else "")
            hop = str(route.next_hop) if route.next_hop is not None else "attached"
            entries[route.network] = _Entry(route.network, hop, name, "" if route.interface else hop)
        elif route.source == CONNECTED:
            entries |= {entry.prefix: entry for entry in _connected(route.network, route.interface)}
        else:
            entries[route.network] = _Entry(route.network, "receive", route.interface)
    return [entries[prefix] for prefix in sorted(entries)]


def _connected(network: IPv4Network, name: str) -> Iterator[_Entry]:
    if network.prefixlen == 32:
        yield _Entry(network, "receive", name)
        return
    yield _Entry(network, "attached", name)
    if network.prefixlen < 31:
        for address in (network.network_address, network.broadcast_address):
            yield _Entry(IPv4Network(IPv4Address(address)), "receive", name)
