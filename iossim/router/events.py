"""The XML event table: phones that register and unregister, extensions that go up and down (`log table …`, `show fb-its-log`).

Full, it overwrites its oldest event; what is older than the retain-timer is cleaned up when the table is next looked at. A
clean-up ends the current period: its counters start again, those of the history go on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

MAX_SIZE = 150
RETAIN_MINUTES = 15


@dataclass(frozen=True, slots=True)
class Event:
    """One change.

    Attributes:
        index: number of the event, from 1 since boot.
        time: seconds since boot.
        moment: time of day.
        device: a phone's event; else an extension's.
        tag: of the ephone or ephone-dn.
        name: the phone's name, or the extension's number.
        status: `registered`, `unregistered`, `deceased`; `up`, `down`.
    """

    index: int
    time: int
    moment: datetime
    device: bool
    tag: str
    name: str
    status: str

    @property
    def text(self) -> str:
        """The event as `show fb-its-log` words it."""
        if self.device:
            return f"IP Phone {self.tag}[{self.name}] {self.status}"
        return f"DN {self.tag}[{self.name}] goes {self.status}"


@dataclass(slots=True)
class Period:
    """What became of events without being read.

    Attributes:
        overwrites: overwritten because the table was full.
        missed: never recorded; the simulated router is always fast enough.
        deleted: cleaned up or cleared.
    """

    overwrites: int = 0
    missed: int = 0
    deleted: int = 0


class EventTable:
    """The table.

    Args:
        limits: gives the size and the retain-timer (in seconds) that are configured now.
        uptime: gives the seconds since boot.
    """

    def __init__(self, limits: Callable[[], tuple[int, int]], uptime: Callable[[], int]) -> None:
        self._limits = limits
        self._uptime = uptime
        self._events: deque[Event] = deque()
        self._last = 0
        self.current = Period()
        self.history = Period()

    def record(self, device: bool, tag: str, name: str, status: str, time: int, moment: datetime) -> None:
        """Enters an event, over the oldest one where the table is full; at size 0 nothing is recorded.

        Args:
            device: a phone's event; else an extension's.
            tag: of the ephone or ephone-dn.
            name: the phone's name, or the extension's number.
            status: what it is now.
            time: seconds since boot.
            moment: time of day.
        """
        size = self._tidy()
        if not size:
            return
        if len(self._events) >= size:
            self._events.popleft()
            self.current.overwrites += 1
            self.history.overwrites += 1
        self._last += 1
        self._events.append(Event(self._last, time, moment, device, tag, name, status))

    def __iter__(self) -> Iterator[Event]:
        """The events in the table, oldest first."""
        self._tidy()
        return iter(tuple(self._events))

    def devices(self) -> list[Event]:
        """The events of phones, oldest first."""
        return [event for event in self if event.device]

    def extensions(self) -> list[Event]:
        """The events of extensions, oldest first."""
        return [event for event in self if not event.device]

    def clear(self) -> None:
        """Empties the table (`clear telephony-service xml-event-log`)."""
        self._tidy()
        self._delete(len(self._events))

    def _tidy(self) -> int:
        """Deletes what is too much or too old; returns the size of the table."""
        size, retain = self._limits()
        if len(self._events) > size:
            self._delete(len(self._events) - size)
        expired = self._uptime() - retain
        old = 0
        for event in self._events:
            if event.time > expired:
                break
            old += 1
        if old:
            self.current = Period()
            for _ in range(old):
                self._events.popleft()
            self.history.deleted += old
        return size

    def _delete(self, count: int) -> None:
        for _ in range(count):
            self._events.popleft()
        self.current.deleted += count
        self.history.deleted += count
