"""Statistics of hunt groups. Simulated phones answer no calls of hunt groups, so that there is nothing in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from iossim.config import Section
from iossim.exec.base import Line, Result, exec_command
from iossim.exec.phone_state import tag_of
from iossim.router.fields import is_set

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
#: Statistics are kept for a week, in blocks of an hour.
_WEEK = 168
_ZEROS = "HuntGp, 00, 00, 00000, 00000, 00000, 0000, 0000, 000000, 000000, 0000, 00000, 000000, 000000,"


@exec_command
def show_ephone_hunt_statistics(line: Line, hunt: str) -> Result:
    """Statistics of an ephone-hunt group; nothing is printed without activity."""
    return ""


@exec_command
def show_voice_hunt_group_statistics(
    line: Line, hunt: str, hours: str | bool = "", from_day: str = "", hour: str = "", to_day: str = "", to_hour: str = ""
) -> Result:
    """Statistics of a voice hunt-group: its hours, each without anything in it."""
    if line.router.config.section("voice_hunt_group", hunt) is None:
        return "no voice hunt-groups configured\n"
    now = line.router.clock.now()
    if isinstance(hours, str) and hours:
        starts = [now - timedelta(hours=back) for back in range(int(hours), 0, -1)]
    else:
        starts = _between(now, from_day, hour, to_day, to_hour)
    return "".join(f"{_hour(start)}\n    No info\n" for start in starts)


def _between(now: datetime, day: str, hour: str, to_day: str, to_hour: str) -> list[datetime]:
    first = _last(now, day, int(hour))
    last = _last(now, to_day, int(to_hour)) if to_day else first + timedelta(hours=1)
    count = int((last - first).total_seconds()) // 3600 % _WEEK
    return [first + timedelta(hours=step) for step in range(max(1, count))]


def _last(now: datetime, day: str, hour: int) -> datetime:
    """The last time that it was this hour of this weekday."""
    moment = now.replace(hour=hour, minute=0, second=0, microsecond=0)
    moment -= timedelta(days=(now.weekday() - _DAYS.index(day[:3].lower())) % 7)
    return moment if moment <= now else moment - timedelta(days=7)


def _hour(start: datetime) -> str:
    return f"{start:%a %H:00} - {start + timedelta(hours=1):%H:00}"


@exec_command
def ephone_hunt_statistics_write_all(line: Line, location: str) -> Result:
    """Writes the statistics of the ephone-hunt groups; the simulated router only prints them."""
    rows = _rows(line, "ephone_hunt")
    return "\n".join(["Writing out all ephone hunt statistics to tftp now. ", _stamp(line), ",", *rows, ""])


@exec_command
def hunt_group_statistics(line: Line, write_kind: str, location: str) -> Result:
    """Writes the statistics of all hunt groups; the simulated router only prints them."""
    head = [f"Writing out all hunt group statistics to {location}", _stamp(line), ","]
    rows = ["EPHONE HUNT GROUP STAT,", *_rows(line, "ephone_hunt"), "VOICE HUNT GROUP STAT,", *_rows(line, "voice_hunt_group")]
    return "\n".join([*head, *rows, ""])


def _stamp(line: Line) -> str:
    return f"{line.router.clock.now():%H:%M:%S UTC %a %b %d %Y},"


def _rows(line: Line, rule: str) -> Iterator[str]:
    now = line.router.clock.now()
    groups: list[Section] = [group for group in line.router.config.sections(rule) if is_set(group, "statistics_collect")]
    for group in groups:
        for back in range(_WEEK, 0, -1):
            yield f"{int(tag_of(group)):02}, {_hour(now - timedelta(hours=back))}, {_ZEROS}"
