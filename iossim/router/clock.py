"""The router's clock: time of day, time zone, and time since boot. A test may let time pass at once, or run faster."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from iossim.config import Configuration
from iossim.language import Command
from iossim.router.time_zone import UTC_ZONE, TimeZone, time_zone

_TIMEZONE = ("clock_timezone",)
_SUMMER_TIME = ("clock_summer_time",)
#: The step of `advance`: every minute the timers that are due run, as they do while real time passes.
_STEP = timedelta(minutes=1)
#: Most steps of `advance`; a longer time has longer steps.
_MOST_STEPS = 10_000
#: The fastest scale of time: a day in a second.
MOST_SCALE = 86_400
_LATEST = datetime(9000, 1, 1, tzinfo=UTC)


class Clock:
    """The time of day and the time since boot.

    The calendar of the router gives the time at boot. Such a time is not authoritative, so that a `*` marks it, until the user
    sets the clock.

    Args:
        source: returns the time now, in UTC; None for the time of the host.
        scale: seconds that pass on the router in one second of the source.

    Attributes:
        boot: the moment of the last start.
        is_set: the user set the time since the last start.
        scale: the same as the argument.
        advanced: called after every step of `advance`.

    Raises:
        ValueError: the scale is not a positive number.
    """

    def __init__(self, source: Callable[[], datetime] | None = None, scale: float = 1.0) -> None:
        if not 0 < scale <= MOST_SCALE:
            raise ValueError(f"a scale of time is a number above 0, up to {MOST_SCALE}")
        self._host = source or (lambda: datetime.now(UTC))
        self._began = self._host()
        self._passed = timedelta()
        self.scale = scale
        self.advanced: list[Callable[[], None]] = []
        self._offset = timedelta()
        self._calendar_offset = timedelta()
        self._configuration: Configuration | None = None
        self._zone = UTC_ZONE
        self._zone_commands: tuple[Command | None, Command | None] = (None, None)
        self.is_set = False
        self.boot = self.now()

    def now(self) -> datetime:
        """The time now, in UTC."""
        return self._source() + self._offset

    def _source(self) -> datetime:
        """The time that drives the clock: the time of the host, faster by the scale, and later by what `advance` added."""
        now = self._host()
        if self.scale != 1:
            now = self._began + (now - self._began) * self.scale
        return now + self._passed

    def elapsed(self) -> float:
        """Seconds that have passed on the router since the clock was made; setting the clock does not change them."""
        return (self._source() - self._began).total_seconds()

    def advance(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        """Lets time pass at once: timers run, phones that are silent are noticed, events become old.

        Args:
            days: the time, in days; it is added to the other arguments.
            hours: likewise, in hours.
            minutes: likewise, in minutes.
            seconds: likewise, in seconds.

        Raises:
            ValueError: the time is negative, or the clock would go beyond the year 9000.
        """
        try:
            left = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        except (OverflowError, ValueError) as error:
            raise ValueError("the clock cannot go beyond the year 9000") from error
        if left < timedelta():
            raise ValueError("time does not run backwards: the time to advance is a positive number")
        if left > _LATEST - max(self.now(), self.calendar()):
            raise ValueError("the clock cannot go beyond the year 9000")
        step = max(_STEP, left / _MOST_STEPS)
        while left:
            part = min(step, left)
            left -= part
            self._passed += part
            for advanced in self.advanced:
                advanced()

    def start(self, configuration: Configuration) -> None:
        """Starts again with the router: the calendar gives the time.

        Args:
            configuration: the configuration that holds the time zone from now on.
        """
        self._configuration = configuration
        self._offset = self._calendar_offset
        self.is_set = False
        self.boot = self.now()

    def set(self, moment: datetime) -> None:
        """Sets the time of day (`clock set`); the time since boot stays."""
        self.go_to(moment)
        self.is_set = True

    def go_to(self, moment: datetime) -> None:
        """Changes the time of day, and not whether it is authoritative; the time since boot stays."""
        delta = moment - self.now()
        self._offset += delta
        self.boot += delta

    # -- the calendar --------------------------------------------------------------------------------------------------------------

    def calendar(self) -> datetime:
        """The time of the calendar now, in UTC."""
        return self._source() + self._calendar_offset

    def set_calendar(self, moment: datetime) -> None:
        """Sets the calendar (`calendar set`); the time of day stays until the next start."""
        self._calendar_offset = moment - self._source()

    def read_calendar(self) -> None:
        """Sets the time of day to that of the calendar."""
        self.go_to(self.calendar())

    # -- the time as the router prints it ----------------------------------------------------------------------------------------------

    @property
    def zone(self) -> TimeZone:
        """The time zone of the configuration; the same object until a command changes it."""
        entries = self._configuration.root.entries if self._configuration is not None else {}
        commands = entries.get(_TIMEZONE), entries.get(_SUMMER_TIME)
        if commands[0] is not self._zone_commands[0] or commands[1] is not self._zone_commands[1]:
            self._zone_commands, self._zone = commands, time_zone(*commands)
        return self._zone

    @property
    def mark(self) -> str:
        """The sign before a time: `*` while it is not authoritative."""
        return "" if self.is_set else "*"

    def uptime(self) -> int:
        """Seconds since boot."""
        return int((self.now() - self.boot).total_seconds())

    def stamp(self, moment: datetime | None = None) -> str:
        """A time, by default now, to the second: `12:00:00 UTC Mon Nov 23 2026`."""
        local, zone = self.zone.local(moment or self.now())
        return stamp(local, zone)

    def precise_stamp(self, moment: datetime | None = None) -> str:
        """A time, by default now, to the millisecond, with its mark: `*12:00:00.000 UTC Mon Nov 23 2026`."""
        local, zone = self.zone.local(moment or self.now())
        return f"{self.mark}{local:%H:%M:%S}.{local.microsecond // 1000:03} {zone} {local:%a %b} {local.day} {local.year}"


def stamp(local: datetime, zone: str = "UTC") -> str:
    """A local time to the second: `12:00:00 UTC Mon Nov 23 2026`."""
    return f"{local:%H:%M:%S} {zone} {local:%a %b} {local.day} {local.year}"


def duration(seconds: int) -> str:
    """A time span in the form of `show version`: `1 week, 2 days, 3 hours, 4 minutes`."""
    parts: list[str] = []
    for name, length in (("year", 31_536_000), ("week", 604_800), ("day", 86_400), ("hour", 3_600), ("minute", 60)):
        count, seconds = divmod(seconds, length)
        if count or (name == "minute" and not parts):
            parts.append(f"{count} {name}{'' if count == 1 else 's'}")
    return ", ".join(parts)


def age(seconds: int) -> str:
    """A time span in the short form of tables: `00:00:53`, `1d02h`, `1w2d`, `1y10w`."""
    if seconds < 86_400:
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    days, rest = divmod(seconds, 86_400)
    if days < 7:
        return f"{days}d{rest // 3600:02}h"
    return f"{days // 7}w{days % 7}d" if days < 365 else f"{days // 365}y{days % 365 // 7}w"
