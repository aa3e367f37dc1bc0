"""show ixi statistics: the counters of the XML API."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command


@exec_command
def show_ixi_statistics(line: Line) -> Iterator[str]:
    """The requests to the XML API since boot, in all and by method. No document shows a router's layout."""
    counters = line.router.xml_statistics
    yield "IXI statistics"
    yield f"  Requests: {counters.requests}"
    yield f"  Answered with ISError: {counters.errors}"
    yield f"  Refused by HTTP status: {counters.refused}"
    yield f"  Timed out: {counters.timeouts}"
    yield f"  Bytes received: {counters.bytes_in}"
    yield f"  Bytes sent: {counters.bytes_out}"
    yield f"  Outstanding: {counters.outstanding}"
    yield f"  Waiting: {counters.waiting} (peak {counters.peak_waiting})"
    if counters.methods:
        yield ""
        yield f"{'Method':24} {'Requests':>9} {'Errors':>9}"
    for name, count in sorted(counters.methods.items()):
        yield f"{name or '(unknown)':24} {count.requests:9} {count.errors:9}"
