"""show queueing and show queue: how packets that leave an interface are queued."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.interfaces.named import shown
from iossim.exec.interfaces.queues import OF_LINK, OF_PRIORITY, fair_numbers, is_fair, queue_lines
from iossim.router import RouterCore

_FAIR_HEAD = (
    "",
    "  Interface           Discard    Dynamic  Reserved  Link    Priority",
    "                      threshold  queues   queues    queues  queues",
)


@exec_command
def show_queueing(line: Line, strategy: str = "") -> Iterator[str]:
    """The queues of one kind, or of all kinds. Nobody can enter lists of priority and custom queues."""
    if strategy in ("", "fair"):
        yield "Current fair queue configuration:"
        yield from _fair(line.router)
    if strategy in ("", "priority"):
        yield "Current DLCI priority queue configuration:"
        yield "Current priority queue configuration:"
    if strategy in ("", "custom"):
        yield "Current custom queue configuration:"
    if strategy in ("", "random-detect"):
        yield "Current random-detect configuration:"


def _fair(router: RouterCore) -> Iterator[str]:
    ports = [port for port in shown(router, "") if is_fair(port)]
    if not ports:
        return
    yield from _FAIR_HEAD
    for port in ports:
        threshold, dynamic, reserved = fair_numbers(port)
        yield f"  {port.name:<19} {threshold:<10} {dynamic:<8} {reserved:<9} {OF_LINK:<7} {OF_PRIORITY}"


@exec_command
def show_queueing_interface(line: Line, name: str) -> Iterator[str]:
    """The queues of one interface."""
    for port in shown(line.router, name):
        yield f"Interface {port.name} queueing strategy: {'fair' if is_fair(port) else 'none'}"
        if is_fair(port):
            yield from queue_lines(port)


@exec_command
def show_queue(line: Line, name: str) -> Iterator[str]:
    """The packets that wait in one interface; there are none."""
    for port in shown(line.router, name):
        if is_fair(port):
            yield from queue_lines(port)
        else:
            yield "'Show queue' not supported with FIFO queueing."
