"""show clock and clock set; show calendar, calendar set, clock read-calendar and clock update-calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from iossim.exec.command import Line, exec_command
from iossim.router.clock import Clock, stamp


@exec_command
def show_clock(line: Line, detail: bool = False) -> Iterator[str]:
    """The time, with a star until somebody sets it; with `detail` its source, and the dates of summer time."""
    clock = line.router.clock
    yield clock.precise_stamp()
    if detail:
        yield f"Time source is {'user configuration' if clock.is_set else 'hardware calendar'}"
        yield from _summer_time(clock)


def _summer_time(clock: Clock) -> Iterator[str]:
    zone = clock.zone
    if zone.summer is not None:
        start, end = zone.summer.dates(clock.now() + zone.offset)
        yield f"Summer time starts {stamp(start, zone.name)}"
        yield f"Summer time ends {stamp(end, zone.summer.name)}"


@exec_command
def clock_set(line: Line, time: str, day: str, month: str, year: str) -> Iterator[str]:
    """Sets the time of day, which is a local time."""
    local = _local(time, day, month, year)
    if local is None:
        yield "%Error: no such day"
        return
    line.router.set_clock(line.router.clock.zone.moment(local), line.origin)


@exec_command
def show_calendar(line: Line) -> Iterator[str]:
    """The time of the calendar, which goes on while the router is off."""
    yield line.router.clock.stamp(line.router.clock.calendar())


@exec_command
def calendar_set(line: Line, time: str, day: str, month: str, year: str) -> Iterator[str]:
    """Sets the calendar; the time of day stays."""
    local = _local(time, day, month, year)
    if local is None:
        yield "%Error: no such day"
        return
    line.router.clock.set_calendar(line.router.clock.zone.moment(local))


@exec_command
def clock_read_calendar(line: Line) -> None:
    """Sets the time of day to that of the calendar."""
    line.router.clock.read_calendar()


@exec_command
def clock_update_calendar(line: Line) -> None:
    """Sets the calendar to the time of day."""
    line.router.clock.set_calendar(line.router.clock.now())


def _local(time: str, day: str, month: str, year: str) -> datetime | None:
    """The local time of four words; None if there is no such day."""
    try:
        return datetime.strptime(f"{day} {month} {year} {time}", "%d %B %Y %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None
