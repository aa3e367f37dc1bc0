"""show lldp: LLDP itself, and the phones that announce themselves by it."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.fields import number
from iossim.router.network.interfaces import interfaces
from iossim.router.network.neighbours import Neighbour, lldp_runs, neighbours

_OFF = "% LLDP is not enabled"
_CODES = (
    "Capability codes:",
    "    (R) Router, (B) Bridge, (T) Telephone, (C) DOCSIS Cable Device",
    "    (W) WLAN Access Point, (P) Repeater, (S) Station, (O) Other",
    "",
)
_TIMER, _HOLD, _REINIT = 30, 120, 2
#: Direction, the command that allows it, and its state on a link that is up, and down.
_DIRECTIONS = (("Tx", "lldp_transmit", "IDLE", "INIT"), ("Rx", "lldp_receive", "WAIT FOR FRAME", "WAIT PORT OPER"))


@exec_command
def show_lldp(line: Line) -> Iterator[str]:
    """Timers."""
    root = line.router.config.root
    if not lldp_runs(line.router.network):
        yield _OFF
        return
    yield ""
    yield "Global LLDP Information:"
    yield "    Status: ACTIVE"
    yield f"    LLDP advertisements are sent every {number(root, 'lldp_timer', 'seconds', _TIMER)} seconds"
    yield f"    LLDP hold time advertised is {number(root, 'lldp_holdtime', 'seconds', _HOLD)} seconds"
    yield f"    LLDP interface reinitialisation delay is {number(root, 'lldp_reinit', 'seconds', _REINIT)} seconds"


@exec_command
def show_lldp_neighbors(line: Line, name: str = "") -> Iterator[str]:
    """The neighbours, one line a neighbour."""
    if not lldp_runs(line.router.network):
        yield _OFF
        return
    near = _at(line, name)
    yield ""
    yield from _CODES
    yield "Device ID           Local Intf     Hold-time  Capability      Port ID"
    for one in near:
        yield f"{one.name:20}{one.port.short:15}{_HOLD:<11}{'B,T':16}{_mac(one)}:P1"
    yield ""
    yield f"Total entries displayed: {len(near)}"
    yield ""


@exec_command
def show_lldp_neighbors_detail(line: Line, name: str = "") -> Iterator[str]:
    """All that the neighbours announced."""
    if not lldp_runs(line.router.network):
        yield _OFF
        return
    near = _at(line, name)
    for one in near:
        yield from _detail(one)
    yield ""
    yield f"Total entries displayed: {len(near)}"


@exec_command
def show_lldp_interface(line: Line, name: str = "") -> Iterator[str]:
    """The interfaces that speak LLDP."""
    if not lldp_runs(line.router.network):
        yield _OFF
        return
    for port in interfaces(line.router.network):
        if port.speed and not port.is_sub and name in ("", port.name):
            yield ""
            yield f"{port.name}:"
            for direction, rule, up, down in _DIRECTIONS:
                command = port.section.get(rule)
                yield f"    {direction}: {'disabled' if command is not None and command.negative else 'enabled'}"
                yield f"    {direction} state: {up if port.is_up else down}"


@exec_command
def show_lldp_traffic(line: Line) -> Iterator[str]:
    """The announcements that were sent and received."""
    network = line.router.network
    if not lldp_runs(network):
        yield _OFF
        return
    up = sum(bool(port.speed) and not port.is_sub and port.is_up for port in interfaces(network))
    received = sum(1 + (network.clock.uptime() - near.since) // _TIMER for near in neighbours(network, "lldp_receive"))
    yield ""
    yield "LLDP traffic statistics:"
    yield f"    Total frames out: {network.clock.uptime() // _TIMER * up}"
    yield "    Total entries aged: 0"
    yield f"    Total frames in: {received}"
    yield "    Total frames received in error: 0"
    yield "    Total frames discarded: 0"
    yield "    Total TLVs discarded: 0"
    yield "    Total TLVs unrecognized: 0"


def _at(line: Line, name: str) -> list[Neighbour]:
    return [near for near in neighbours(line.router.network, "lldp_receive") if name in ("", near.port.name)]


def _mac(near: Neighbour) -> str:
    return near.mac.replace(".", "").upper()


def _detail(near: Neighbour) -> Iterator[str]:
    yield "------------------------------------------------"
    yield f"Local Intf: {near.port.short}"
    yield f"Chassis id: {near.address}"
    yield f"Port id: {_mac(near)}:P1"
    yield "Port Description: SW PORT"
    yield f"System Name: {near.name}"
    yield ""
    yield "System Description: "
    yield f"Cisco IP Phone {near.model},V1, {near.load}"
    yield ""
    yield f"Time remaining: {_HOLD - _HOLD // 4} seconds"
    yield "System Capabilities: B,T"
    yield "Enabled Capabilities: B,T"
    yield "Management Addresses:"
    yield f"    IP: {near.address}"
    yield "Auto Negotiation - supported, enabled"
    yield "Physical media capabilities:"
    yield "    1000baseT(FD)"
    yield "    100base-TX(FD)"
    yield "    10base-T(FD)"
    yield "Media Attachment Unit type: 30"
    yield "Vlan ID: - not advertised"
    yield ""
