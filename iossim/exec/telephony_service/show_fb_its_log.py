"""show fb-its-log: the event table of the XML API."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.fields import number


@exec_command
def show_fb_its_log(line: Line, summary: bool = False) -> Iterator[str]:
    """The numbers of kept, overwritten, missed and deleted events; without `summary` also the events."""
    router = line.router
    table = router.phones.events
    events = list(table)
    threads = number(router.config.section("telephony_service"), "xmlthread", "threads", 2)
    yield f"IP Keyswitch Logs:({router.clock.stamp()})"
    yield "  ---- Current Period ---"
    yield f"    extension events:{sum(1 for event in events if not event.device)}"
    yield f"    device events: {sum(1 for event in events if event.device)}"
    yield f"    overwrites:{table.current.overwrites}"
    yield f"    missed:{table.current.missed}"
    yield f"    deleted:{table.current.deleted}"
    yield " ---- History ------"
    yield f"    overwrites:{table.history.overwrites}"
    yield f"    missed:{table.history.missed}"
    yield f"    deleted:{table.history.deleted}"
    yield "---- Threads ----"
    yield f"    max xml threads:{threads}"
    yield "    current thread:0"
    yield "    read in process:FALSE"
    if not summary:
        for event in events:
            yield f"{event.index}  Time:{router.clock.stamp(event.moment)}"
            yield f"    Event:{event.text}"
