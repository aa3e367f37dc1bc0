"""show cdp neighbors [X] [detail] and show cdp entry: the phones that announce themselves."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.ports import kind_of
from iossim.exec.command import Line, exec_command
from iossim.exec.neighbours.show_cdp import CDP_OFF
from iossim.router.network.interfaces import Interface
from iossim.router.network.neighbours import Neighbour, cdp_runs, neighbours

_CODES = (
    "Capability Codes: R - Router, T - Trans Bridge, B - Source Route Bridge",
    "                  S - Switch, H - Host, I - IGMP, r - Repeater, P - Phone, ",
    "                  D - Remote, C - CVTA, M - Two-port Mac Relay ",
    "",
    "Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID",
)


@exec_command
def show_cdp_neighbors(line: Line, name: str = "") -> Iterator[str]:
    """The neighbours, one line a neighbour; a long name has a line of its own."""
    if not cdp_runs(line.router.network):
        yield CDP_OFF
        return
    yield from _CODES
    near = _at(line, name)
    for one in near:
        is_long = len(one.name) > 16
        if is_long:
            yield one.name
        yield f"{'' if is_long else one.name:17}{_port(one.port):18}{one.hold:<11}{'     H P M':<12}IP Phone  Port 1"
    yield ""
    yield f"Total cdp entries displayed : {len(near)}"


@exec_command
def show_cdp_neighbors_detail(line: Line, name: str = "") -> Iterator[str]:
    """All that the neighbours announced."""
    if not cdp_runs(line.router.network):
        yield CDP_OFF
        return
    near = _at(line, name)
    for one in near:
        yield from _detail(one)
    yield ""
    yield f"Total cdp entries displayed : {len(near)}"


@exec_command
def show_cdp_entry(line: Line, name: str = "") -> Iterator[str]:
    """All that one neighbour announced, or all of them."""
    if not cdp_runs(line.router.network):
        yield CDP_OFF
        return
    for one in _at(line, ""):
        if name in ("", one.name):
            yield from _detail(one)


def _at(line: Line, name: str) -> list[Neighbour]:
    return [near for near in neighbours(line.router.network, "cdp_enable") if name in ("", near.port.name)]


def _port(port: Interface) -> str:
    """The name of an interface in CDP: three letters, a blank, the number."""
    kind = kind_of(port.main)
    return f"{kind[:3]} {port.name.removeprefix(kind)}"


def _detail(near: Neighbour) -> Iterator[str]:
    yield "-------------------------"
    yield f"Device ID: {near.name}"
    yield "Entry address(es): "
    yield f"  IP address: {near.address}"
    yield f"Platform: Cisco IP Phone {near.model},  Capabilities: Host Phone Two-port Mac Relay "
    yield f"Interface: {near.port.name},  Port ID (outgoing port): Port 1"
    yield f"Holdtime : {near.hold} sec"
    yield "Second Port Status: Down"
    yield ""
    yield "Version :"
    yield near.load
    yield ""
    yield "advertisement version: 2"
    yield "Duplex: full"
    yield "Power drawn: 12.000 Watts"
    yield "Management address(es): "
    yield ""
