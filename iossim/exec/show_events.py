"""show fb-its-log, the XML event table, and show ixi statistics, the counters of the XML API."""

from __future__ import annotations

from datetime import datetime

from iossim.exec.base import Line, Result, exec_command
from iossim.router.fields import number


@exec_command
def show_fb_its_log(line: Line, summary: bool = False) -> Result:
    """What became of events, and the events themselves."""
    router = line.router
    table = router.phones.events
    events = list(table)
    current, history = table.current, table.history
    threads = number(router.config.section("telephony_service"), "xmlthread", "threads", 2)
    lines = [
        f"IP Keyswitch Logs:({_moment(router.clock.now())})",
        "  ---- Current Period ---",
        f"    extension events:{sum(1 for event in events if not event.device)}",
        f"    device events: {sum(1 for event in events if event.device)}",
        f"    overwrites:{current.overwrites}",
        f"    missed:{current.missed}",
        f"    deleted:{current.deleted}",
        " ---- History ------",
        f"    overwrites:{history.overwrites}",
        f"    missed:{history.missed}",
        f"    deleted:{history.deleted}",
        "---- Threads ----",
        f"    max xml threads:{threads}",
        "    current thread:0",
        "    read in process:FALSE",
    ]
    for event in () if summary else events:
        lines += [f"{event.index}  Time:{_moment(event.moment)}", f"    Event:{event.text}"]
    return "\n".join([*lines, ""])


@exec_command
def show_ixi_statistics(line: Line) -> Result:
    """What was asked of the XML API since boot, and by method. No document shows a router's layout."""
    counters = line.router.xml_statistics
    rows = [
        ("Requests", counters.requests),
        ("Answered with ISError", counters.errors),
        ("Refused by HTTP status", counters.refused),
        ("Timed out", counters.timeouts),
        ("Bytes received", counters.bytes_in),
        ("Bytes sent", counters.bytes_out),
        ("Outstanding", counters.outstanding),
        ("Waiting", f"{counters.waiting} (peak {counters.peak_waiting})"),
    ]
    lines = ["IXI statistics", *(f"  {name}: {value}" for name, value in rows)]
    if counters.methods:
        lines += ["", f"{'Method':24} {'Requests':>9} {'Errors':>9}"]
    for name, count in sorted(counters.methods.items()):
        lines.append(f"{name or '(unknown)':24} {count.requests:9} {count.errors:9}")
    return "\n".join([*lines, ""])


def _moment(moment: datetime) -> str:
    return f"{moment:%H:%M:%S} UTC {moment:%a %b} {moment.day} {moment.year}"
