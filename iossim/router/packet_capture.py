"""Embedded packet capture: the buffers and points of `monitor capture`. No packet ever comes into a buffer."""

from __future__ import annotations

from dataclasses import dataclass

from iossim.router.log import Log


@dataclass(slots=True)
class CaptureBuffer:
    """A buffer for packets.

    Attributes:
        name: its name.
        size: its size in kilobytes.
        longest: the longest packet that it takes, in bytes.
        circular: new packets take the place of old ones.
    """

    name: str
    size: int = 1024
    longest: int = 68
    circular: bool = False


@dataclass(slots=True)
class CapturePoint:
    """A place where packets are captured.

    Attributes:
        name: its name.
        path: the switching path: `ip cef`, `ip process-switched`, `ipv6 cef`.
        place: the interface and the direction: `GigabitEthernet0/0 both`, `from-us`.
        buffer: the buffer that it fills; "" for none.
        active: it was started.
    """

    name: str
    path: str
    place: str
    buffer: str = ""
    active: bool = False


class PacketCapture:
    """The buffers and points of a router, which end with a reload.

    Args:
        log: the router's log.

    Attributes:
        buffers: the buffers, by name.
        points: the points, by name.
    """

    def __init__(self, log: Log) -> None:
        self._log = log
        self.buffers: dict[str, CaptureBuffer] = {}
        self.points: dict[str, CapturePoint] = {}

    def clear(self) -> None:
        """Removes everything, without a word."""
        self.buffers.clear()
        self.points.clear()

    def make_point(self, point: CapturePoint) -> None:
        """Makes a point, or puts it elsewhere; a new point is reported."""
        old = self.points.get(point.name)
        self.points[point.name] = point
        if old is None:
            self._report(point, "CREATE", "created")
        else:
            point.buffer, point.active = old.buffer, old.active

    def remove_point(self, name: str) -> bool:
        """Removes a point; returns False if there is none of this name."""
        point = self.points.pop(name, None)
        if point is not None:
            self._report(point, "DELETE", "deleted")
        return point is not None

    def remove_buffer(self, name: str) -> bool:
        """Removes a buffer and its associations; returns False if there is none of this name."""
        for point in self.points.values():
            if point.buffer == name:
                point.buffer, point.active = "", False
        return self.buffers.pop(name, None) is not None

    def start(self, point: CapturePoint) -> None:
        """Starts a point."""
        if not point.active:
            point.active = True
            self._report(point, "ENABLE", "enabled")

    def stop(self, point: CapturePoint) -> None:
        """Stops a point."""
        if point.active:
            point.active = False
            self._report(point, "DISABLE", "disabled")

    def _report(self, point: CapturePoint, mnemonic: str, verb: str) -> None:
        self._log("BUFCAP", 6, mnemonic, f"Capture Point {point.name} {verb}.")
