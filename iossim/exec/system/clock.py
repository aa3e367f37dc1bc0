"""show clock and clock set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from iossim.exec.command import Line, exec_command
from iossim.router.clock import precise_stamp


@exec_command
def show_clock(line: Line) -> Iterator[str]:
    """The time, with the star of a clock that no time server has set."""
    yield precise_stamp(line.router.clock.now())


@exec_command
def clock_set(line: Line, time: str, day: str, month: str, year: str) -> Iterator[str]:
    """Sets the time of day."""
    try:
        moment = datetime.strptime(f"{day} {month} {year} {time}", "%d %B %Y %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        yield "%Error: no such day"
        return
    line.router.clock.set(moment)
