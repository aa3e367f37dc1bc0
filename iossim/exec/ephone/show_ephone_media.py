"""show ephone moh and show ephone rtp connections: music on hold and the voice connections of phones."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.media import FarEnds, codec_of, port_of
from iossim.exec.phones import call_lines, tag_of
from iossim.router import RouterCore
from iossim.router.fields import field

#: Music on hold clients that the simulated platform has room for.
_MOH_CLIENTS = 830


def music_on_hold(file: str, title: str = "") -> Iterator[str]:
    """The status of music on hold.

    Args:
        file: the name of its file in flash; "" for none.
        title: the end of the first line.
    """
    yield f"Skinny Music On Hold Status{title}"
    yield f"Active MOH clients 0 (max {_MOH_CLIENTS}), Media Clients 0"
    yield f"File flash:{file} type AU Media_Payload_G711Ulaw64k 160 bytes" if file else "No MOH file loaded"


@exec_command
def show_ephone_moh(line: Line) -> Iterator[str]:
    """Music on hold: that of every group; without groups, that of all phones."""
    config = line.router.config
    service = config.section("telephony_service")
    sources: list[tuple[str, str, Section | None]] = [
        (f" (moh-group {tag_of(group)})", field(group, "moh", "url"), group) for group in config.sections("voice_moh_group")
    ]
    for title, name, section in sources or [("", field(service, "moh", "file"), service)]:
        yield from music_on_hold(name.removeprefix("flash:"), title)
        if address := field(section, "multicast_moh", "address"):
            yield f"Moh multicast {address} port {field(section, 'multicast_moh', 'port')}"


@exec_command
def show_ephone_rtp_connections(line: Line) -> Iterator[str]:
    """The voice connections of phones, two lines a connection."""
    yield "Ephone RTP active connections :"
    yield "Ephone    Line  DN Chan  SrcCallID  DstCallID             Codec (xcoded?)"
    yield "    SrcNum DstNum  LocalIP               RemoteIP"
    connections = list(_connections(line.router))
    for lines in connections:
        yield from lines
    yield f"Found {len(connections)} active ephone RTP connections"


def _connections(router: RouterCore) -> Iterator[tuple[str, str]]:
    far_ends = FarEnds(router)
    for device in router.phones.sccp.registered():
        codec = codec_of(router, device).shown
        for button, extension in call_lines(router, device):
            for channel, call in sorted(extension.channels.items()):
                if call.state == "connected":
                    address, port = far_ends.address(call, extension.number)
                    ids = (0, 0) if far_ends.extension(call) is not None else (call.reference, call.reference + 1)
                    name = f"{f'ephone-{device.tag}':<10}{button:>4}{extension.tag:>4}{channel:>5}"
                    yield (
                        f"{name}{ids[0]:>11}{ids[1]:>11}{codec:>18} (N) ",
                        f"    {extension.number}  {call.peer or '0'}  [{device.address}]:{port_of(call)}  [{address}]:{port}",
                    )
