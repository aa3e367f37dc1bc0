"""The router's clock: time of day and time since boot. It is not synchronised, so times have a `*`; tests drive it by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """The time of day and the time since boot.

    Args:
        source: returns the time now, in UTC; None for the time of the host.

    Attributes:
        boot: the moment of the last start.
        is_set: the user set the time.
    """

    def __init__(self, source: Callable[[], datetime] | None = None) -> None:
        self._source = source or (lambda: datetime.now(UTC))
        self._offset = timedelta()
        self.is_set = False
        self.boot = self.now()

    def now(self) -> datetime:
        """The time now, in UTC."""
        return self._source() + self._offset

    def set(self, moment: datetime) -> None:
        """Sets the time of day (`clock set`); the time since boot stays."""
        delta = moment - self.now()
        self._offset += delta
        self.boot += delta
        self.is_set = True

    def uptime(self) -> int:
        """Seconds since boot."""
        return int((self.now() - self.boot).total_seconds())

    def stamp(self, moment: datetime | None = None) -> str:
        """A time, by default now, in the form of `show clock` and the running-config: `12:00:00 UTC Mon Nov 23 2026`."""
        return stamp(moment or self.now())


def stamp(moment: datetime) -> str:
    """A moment to the second: `12:00:00 UTC Mon Nov 23 2026`."""
    return f"{moment:%H:%M:%S} UTC {moment:%a %b} {moment.day} {moment.year}"


def precise_stamp(moment: datetime) -> str:
    """A moment to the millisecond, with the star of an unsynchronised clock: `*12:00:00.000 UTC Mon Nov 23 2026`."""
    return f"*{moment:%H:%M:%S}.{moment.microsecond // 1000:03} UTC {moment:%a %b} {moment.day} {moment.year}"


def log_stamp(moment: datetime) -> str:
    """A moment as the log has it: `*Nov 23 12:00:00.000`."""
    return f"*{moment:%b} {moment.day:2} {moment:%H:%M:%S}.{moment.microsecond // 1000:03}"


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
