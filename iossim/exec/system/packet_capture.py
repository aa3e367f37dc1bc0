"""monitor capture and show monitor capture: buffers and points for packets, which nobody fills."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from iossim.errors import FlashError
from iossim.exec.command import Line, exec_command
from iossim.exec.files.places import failed, place, write
from iossim.router.packet_capture import CaptureBuffer, CapturePoint

#: The head of a pcap file without packets: raw IP.
_EMPTY_PCAP = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 101)
_KILOBYTE = 1024


@exec_command
def monitor_capture_buffer(
    line: Line, name: str, size: str = "", longest: str = "", circular: bool = False, linear: bool = False, no: bool = False
) -> Iterator[str]:
    """Makes, changes or removes a buffer."""
    capture = line.router.packet_capture
    if no:
        if not capture.remove_buffer(name):
            yield _no_buffer(name)
        return
    buffer = capture.buffers.setdefault(name, CaptureBuffer(name))
    buffer.size, buffer.longest = int(size or buffer.size), int(longest or buffer.longest)
    buffer.circular = circular or (buffer.circular and not linear)


@exec_command
def monitor_capture_buffer_clear(line: Line, name: str) -> Iterator[str]:
    """Empties a buffer."""
    if name not in line.router.packet_capture.buffers:
        yield _no_buffer(name)


@exec_command
def monitor_capture_buffer_export(line: Line, name: str, url: str) -> Iterator[str]:
    """Writes the packets of a buffer to a file, in the format of pcap."""
    if name not in line.router.packet_capture.buffers:
        yield _no_buffer(name)
        return
    file = place(line, url)
    try:
        write(line, file, _EMPTY_PCAP)
    except FlashError as error:
        yield from failed(file, error)


@exec_command
def monitor_capture_point(
    line: Line,
    point_name: str,
    capture_path: str,
    direction: str = "from-us",
    interface: str = "",
    all: bool = False,
    no: bool = False,
) -> Iterator[str]:
    """Makes or removes a point at an interface, at all of them, or for packets of the router itself."""
    capture = line.router.packet_capture
    if no:
        if not capture.remove_point(point_name):
            yield _no_point(point_name)
        return
    where = interface or ("all" if all else "")
    capture.make_point(CapturePoint(point_name, capture_path, f"{where} {direction}".strip()))


@exec_command
def monitor_capture_associate(line: Line, point_name: str, name: str) -> Iterator[str]:
    """Lets a point fill a buffer."""
    capture = line.router.packet_capture
    if point_name not in capture.points:
        yield _no_point(point_name)
    elif name not in capture.buffers:
        yield _no_buffer(name)
    else:
        capture.points[point_name].buffer = name


@exec_command
def monitor_capture_disassociate(line: Line, point_name: str) -> Iterator[str]:
    """Lets a point fill no buffer any more; it stops."""
    found = line.router.packet_capture.points.get(point_name)
    if found is None:
        yield _no_point(point_name)
        return
    line.router.packet_capture.stop(found)
    found.buffer = ""


@exec_command
def monitor_capture_start(line: Line, point_name: str = "") -> Iterator[str]:
    """Starts a point that has a buffer, or all of them."""
    for found in _named(line, point_name):
        if found.buffer:
            line.router.packet_capture.start(found)
        elif point_name:
            yield f"% Capture point {point_name} is not associated with a capture buffer"
    if point_name and point_name not in line.router.packet_capture.points:
        yield _no_point(point_name)


@exec_command
def monitor_capture_stop(line: Line, point_name: str = "") -> Iterator[str]:
    """Stops a point, or all of them."""
    for found in _named(line, point_name):
        line.router.packet_capture.stop(found)
    if point_name and point_name not in line.router.packet_capture.points:
        yield _no_point(point_name)


def _named(line: Line, point_name: str) -> list[CapturePoint]:
    return [found for found in line.router.packet_capture.points.values() if point_name in ("", found.name)]


def _no_point(name: str) -> str:
    return f"% Capture point {name} does not exist"


def _no_buffer(name: str) -> str:
    return f"% Capture buffer {name} does not exist"


@exec_command
def show_monitor_capture_buffer(line: Line, name: str = "", parameters: bool = False) -> Iterator[str]:
    """The settings of the buffers; the packets of a buffer, of which there are none."""
    capture = line.router.packet_capture
    if name and name not in capture.buffers:
        yield _no_buffer(name)
    for buffer in capture.buffers.values() if parameters else ():
        if name not in ("", buffer.name):
            continue
        points = [point for point in capture.points.values() if point.buffer == buffer.name]
        yield f"Capture buffer {buffer.name} ({'circular' if buffer.circular else 'linear'} buffer)"
        yield f"Buffer Size : {buffer.size * _KILOBYTE} bytes, Max Element Size : {buffer.longest} bytes, Packets : 0"
        yield "Allow-nth-pak : 0, Duration : 0 (seconds), Max packets : 0, pps : 0"
        yield "Associated Capture Points:"
        yield from (f"Name : {point.name}, Status : {_state(point)}" for point in points)
        yield "Configuration:"
        yield _configuration(buffer)
        yield from (f"monitor capture point associate {point.name} {buffer.name}" for point in points)
        yield ""


def _configuration(buffer: CaptureBuffer) -> str:
    usual = CaptureBuffer("")
    size = f" size {buffer.size}" if buffer.size != usual.size else ""
    longest = f" max-size {buffer.longest}" if buffer.longest != usual.longest else ""
    return f"monitor capture buffer {buffer.name}{size}{longest}{' circular' if buffer.circular else ''}"


@exec_command
def show_monitor_capture_point(line: Line, point_name: str = "") -> Iterator[str]:
    """The points, or one of them."""
    for found in _named(line, point_name):
        path = f"{'IPv6' if found.path.startswith('ipv6') else 'IPv4'} {'CEF' if found.path.endswith('cef') else 'Process'}"
        yield f"Status Information for Capture Point {found.name}"
        yield path
        yield f"Switch Path: {path:<20}, Capture Buffer: {found.buffer or 'None'}"
        yield f"Status : {_state(found)}"
        yield ""
        yield "Configuration:"
        yield f"monitor capture point {found.path} {found.name} {found.place}"
        yield ""
    if point_name and point_name not in line.router.packet_capture.points:
        yield _no_point(point_name)


def _state(point: CapturePoint) -> str:
    return "Active" if point.active else "Inactive"
