"""show voice hunt-group statistics and hunt-group statistics write: there are none, as simulated phones answer no calls of groups."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from iossim.exec.command import Line, exec_command
from iossim.exec.hunt_groups import WEEK, hour_block, written_at, written_rows

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@exec_command
def show_voice_hunt_group_statistics(
    line: Line, hunt: str, hours: str | bool = "", from_day: str = "", hour: str = "", to_day: str = "", to_hour: str = ""
) -> Iterator[str]:
    """The statistics of a voice hunt-group: its hours, all without an entry."""
    if line.router.config.section("voice_hunt_group", hunt) is None:
        yield "no voice hunt-groups configured"
        return
    now, _ = line.router.clock.zone.local(line.router.clock.now())
    if isinstance(hours, str) and hours:
        starts = [now - timedelta(hours=back) for back in range(int(hours), 0, -1)]
    else:
        starts = _between(now, from_day, hour, to_day, to_hour)
    for start in starts:
        yield hour_block(start)
        yield "    No info"


def _between(now: datetime, day: str, hour: str, to_day: str, to_hour: str) -> list[datetime]:
    first = _last(now, day, int(hour))
    last = _last(now, to_day, int(to_hour)) if to_day else first + timedelta(hours=1)
    count = int((last - first).total_seconds()) // 3600 % WEEK
    return [first + timedelta(hours=step) for step in range(max(1, count))]


def _last(now: datetime, day: str, hour: int) -> datetime:
    """The last time that it was this hour of this weekday: a week ago if it is today and still to come."""
    moment = now.replace(hour=hour, minute=0, second=0, microsecond=0)
    moment -= timedelta(days=(now.weekday() - _DAYS.index(day[:3].lower())) % 7)
    return moment if moment <= now else moment - timedelta(days=7)


@exec_command
def hunt_group_statistics(line: Line, write_kind: str, location: str) -> Iterator[str]:
    """Writes the statistics of all hunt groups; the simulated router only prints them."""
    yield f"Writing out all hunt group statistics to {location}"
    yield written_at(line.router)
    yield ","
    yield "EPHONE HUNT GROUP STAT,"
    yield from written_rows(line.router, "ephone_hunt")
    yield "VOICE HUNT GROUP STAT,"
    yield from written_rows(line.router, "voice_hunt_group")
