"""The time zone of a router: `clock timezone` and `clock summer-time`."""

from __future__ import annotations

from calendar import day_abbr, month_abbr, monthrange
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from iossim.language import Command

#: Summer time by default: from the second Sunday of March, 2:00, to the first Sunday of November, 2:00, one hour.
_USUAL = ("2", "Sun", "Mar", "2:00", "1", "Sun", "Nov", "2:00")
_USUAL_OFFSET = 60


@dataclass(frozen=True, slots=True)
class Change:
    """One change between normal time and summer time, in the local time before it.

    Attributes:
        year: its year; 0 for every year.
        month: 1 to 12.
        day: day of the month; 0 if the week gives it.
        week: 1 to 4; 5 for the last one of the month.
        weekday: 0 (Monday) to 6.
        hour: 0 to 23.
        minute: 0 to 59.
    """

    year: int
    month: int
    day: int
    week: int
    weekday: int
    hour: int
    minute: int

    def moment(self, year: int) -> datetime:
        """The local time of the change in a year, as if it were UTC."""
        day = self.day or self._day_of_week(year)
        return datetime(self.year or year, self.month, day, self.hour, self.minute, tzinfo=UTC)

    def _day_of_week(self, year: int) -> int:
        first, days = monthrange(year, self.month)
        day = 1 + (self.weekday - first) % 7 + 7 * (self.week - 1)
        return day if day <= days else day - 7


@dataclass(frozen=True, slots=True)
class SummerTime:
    """Summer time.

    Attributes:
        name: name of the zone in summer.
        start: the change to it.
        end: the change back.
        offset: the time that it adds.
    """

    name: str
    start: Change
    end: Change
    offset: timedelta

    def holds(self, local: datetime) -> bool:
        """True if a local time, which does not count the summer time, lies in summer."""
        year = local.year
        start, end = self.start.moment(year), self.end.moment(year) - self.offset
        return start <= local < end if start < end else not end <= local < start

    def dates(self, local: datetime) -> tuple[datetime, datetime]:
        """The local times of the next start and end, as a router shows them: a change that is over is the one of the next year."""
        changes = [change.moment(local.year) for change in (self.start, self.end)]
        if changes[1] <= local and not self.end.year:
            changes = [change.moment(local.year + 1) for change in (self.start, self.end)]
        return changes[0], changes[1]


@dataclass(frozen=True, slots=True)
class TimeZone:
    """A time zone.

    Attributes:
        name: its name, such as `CET`.
        offset: the difference to UTC.
        summer: summer time; None: none.
    """

    name: str = "UTC"
    offset: timedelta = timedelta()
    summer: SummerTime | None = None

    def local(self, moment: datetime) -> tuple[datetime, str]:
        """The local time of a moment, and the name of the zone then."""
        local = moment + self.offset
        if self.summer is not None and self.summer.holds(local):
            return local + self.summer.offset, self.summer.name
        return local, self.name

    def moment(self, local: datetime) -> datetime:
        """The moment of a local time."""
        moment = local - self.offset
        if self.summer is None:
            return moment
        early = moment - self.summer.offset
        return early if self.local(early)[0] == local else moment


UTC_ZONE = TimeZone()


def time_zone(zone: Command | None, summer: Command | None) -> TimeZone:
    """The time zone that two commands configure.

    Args:
        zone: `clock timezone`; None, or a negative one: UTC.
        summer: `clock summer-time`; None, or a negative one: there is no summer time.
    """
    name, offset = "UTC", timedelta()
    if zone is not None and not zone.negative:
        hours, minutes = int(str(zone.fields["hours"])), int(str(zone.fields.get("minutes", "0")))
        sign = -1 if hours < 0 else 1
        name, offset = str(zone.fields["zone"]), timedelta(hours=hours, minutes=sign * minutes)
    return TimeZone(name, offset, None if summer is None or summer.negative else _summer_time(summer))


def _summer_time(command: Command) -> SummerTime:
    words = command.words[4:]
    if command.words[3] == "date":
        start, end = _dated(words[:4]), _dated(words[4:8])
    else:
        words = words or list(_USUAL)
        start, end = _recurring(words[:4]), _recurring(words[4:8])
    minutes = int(words[8]) if len(words) > 8 else _USUAL_OFFSET
    return SummerTime(command.words[2], start, end, timedelta(minutes=minutes))


def _recurring(words: list[str]) -> Change:
    week, weekday, month, time = words
    number = {"first": 1, "last": 5}.get(week) or int(week)
    hour, _, minute = time.partition(":")
    return Change(0, _month(month), 0, number, list(day_abbr).index(weekday), int(hour), int(minute))


def _dated(words: list[str]) -> Change:
    day, month, year, time = words if words[0].isdecimal() else (words[1], words[0], words[2], words[3])
    hour, _, minute = time.partition(":")
    last = monthrange(int(year), _month(month))[1]
    return Change(int(year), _month(month), min(int(day), last), 0, 0, int(hour), int(minute))


def _month(name: str) -> int:
    return list(month_abbr).index(name[:3])
