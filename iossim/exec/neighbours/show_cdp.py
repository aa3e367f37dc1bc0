"""show cdp, show cdp interface and show cdp traffic: CDP itself."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.fields import number
from iossim.router.network.interfaces import interfaces
from iossim.router.network.neighbours import HOLD, INTERVAL, cdp_runs, listens, neighbours

CDP_OFF = "% CDP is not enabled"


@exec_command
def show_cdp(line: Line) -> Iterator[str]:
    """Timers and version."""
    root = line.router.config.root
    if not cdp_runs(line.router.network):
        yield CDP_OFF
        return
    yield "Global CDP information:"
    yield f"\tSending CDP packets every {number(root, 'cdp_timer', 'seconds', INTERVAL)} seconds"
    yield f"\tSending a holdtime value of {number(root, 'cdp_holdtime', 'seconds', HOLD)} seconds"
    version = root.get("cdp_advertise_v2")
    yield f"\tSending CDPv2 advertisements is {'not enabled' if version is not None and version.negative else ' enabled'}"


@exec_command
def show_cdp_interface(line: Line, name: str = "") -> Iterator[str]:
    """The interfaces that speak CDP."""
    root = line.router.config.root
    if not cdp_runs(line.router.network):
        yield CDP_OFF
        return
    ports = [port for port in interfaces(line.router.network) if not port.is_sub and listens(port, "cdp_enable")]
    for port in ports:
        if name in ("", port.name):
            yield f"{port.name} is {port.state[0]}, line protocol is {port.state[1]}"
            yield f"  Encapsulation {port.kind.encapsulation}"
            yield f"  Sending CDP packets every {number(root, 'cdp_timer', 'seconds', INTERVAL)} seconds"
            yield f"  Holdtime is {number(root, 'cdp_holdtime', 'seconds', HOLD)} seconds"
    if not name:
        up = sum(port.is_up for port in ports)
        yield ""
        yield f" cdp enabled interfaces : {len(ports)}"
        yield f" interfaces up          : {up}"
        yield f" interfaces down        : {len(ports) - up}"


@exec_command
def show_cdp_traffic(line: Line) -> Iterator[str]:
    """The announcements that were sent and received: one a minute from each neighbour, and one on each interface that is up."""
    network = line.router.network
    if not cdp_runs(network):
        yield CDP_OFF
        return
    ports = [port for port in interfaces(network) if not port.is_sub and port.is_up and listens(port, "cdp_enable")]
    minutes = network.clock.uptime() // INTERVAL
    received = sum(1 + (network.clock.uptime() - near.since) // INTERVAL for near in neighbours(network, "cdp_enable"))
    yield "CDP counters :"
    yield f"\tTotal packets output: {minutes * len(ports)}, Input: {received}"
    yield "\tHdr syntax: 0, Chksum error: 0, Encaps failed: 0"
    yield "\tNo memory: 0, Invalid packet: 0, "
    yield "\tCDP version 1 advertisements output: 0, Input: 0"
    yield f"\tCDP version 2 advertisements output: {minutes * len(ports)}, Input: {received}"
