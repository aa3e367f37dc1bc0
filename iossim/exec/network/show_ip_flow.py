"""show ip cache flow and show ip flow: NetFlow, which counts nothing because no packet is forwarded."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.network.interfaces import interfaces

_CACHE = (
    "IP packet size distribution (0 total packets):",
    "   1-32   64   96  128  160  192  224  256  288  320  352  384  416  448  480",
    "   .000 .000 .000 .000 .000 .000 .000 .000 .000 .000 .000 .000 .000 .000 .000",
    "",
    "    512  544  576 1024 1536 2048 2560 3072 3584 4096 4608",
    "   .000 .000 .000 .000 .000 .000 .000 .000 .000 .000 .000",
    "",
    "IP Flow Switching Cache, 278544 bytes",
    "  0 active, 4096 inactive, 0 added",
    "  0 ager polls, 0 flow alloc failures",
    "  Active flows timeout in 30 minutes",
    "  Inactive flows timeout in 15 seconds",
    "IP Sub Flow Cache, 34056 bytes",
    "  0 active, 1024 inactive, 0 added, 0 added to flow",
    "  0 alloc failures, 0 force free",
    "  1 chunk, 0 chunks added",
    "  last clearing of statistics never",
    "Protocol         Total    Flows   Packets Bytes  Packets Active(Sec) Idle(Sec)",
    "--------         Flows     /Sec     /Flow  /Pkt     /Sec     /Flow     /Flow",
    "",
    "SrcIf         SrcIPaddress    DstIf         DstIPaddress    Pr SrcP DstP  Pkts",
)


@exec_command
def show_ip_cache_flow(line: Line) -> Iterator[str]:
    """The flows, of which there are none."""
    yield from _CACHE


@exec_command
def show_ip_flow_interface(line: Line) -> Iterator[str]:
    """The interfaces on which flows are counted."""
    for port in interfaces(line.router.network):
        commands = port.section.all("ip_flow")
        if commands:
            yield port.name
            yield from (f"  {command.text}" for command in commands)


@exec_command
def show_ip_flow_export(line: Line) -> Iterator[str]:
    """The export of flows, which sends nothing."""
    exports = line.router.config.root.all("ip_flow_export_destination")
    if not exports:
        yield "Flow export is disabled"
        return
    yield "Flow export v5 is enabled for main cache"
    yield "  Export source and destination details : "
    yield "  VRF ID : Default"
    for number, command in enumerate(exports, 1):
        yield f"    Destination({number})  {command.words[3]} ({command.words[4]}) "
    yield "  Version 5 flow records"
    yield "  0 flows exported in 0 udp datagrams"
    yield "  0 flows failed due to lack of export packet"


@exec_command
def show_ip_flow_top_talkers(line: Line) -> Iterator[str]:
    """The hosts that send most."""
    if line.router.config.root.get("ip_flow_top_talkers") is None:
        yield "% Top talkers not configured"
        return
    yield ""
    yield "SrcIf         SrcIPaddress    DstIf         DstIPaddress    Pr SrcP DstP Bytes"
    yield "0 of 0 top talkers shown. 0 flows processed."
