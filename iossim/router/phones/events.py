"""The XML event table: phones that register and unregister, extensions that go up and down (`log table …`, `show fb-its-log`).

A full table overwrites its oldest event. Events older than the retain-timer are deleted when the table is next read; this ends
the current period, whose counters start again from 0, while the counters of the history go on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

#: The size of the table if `log table max-size` does not set it.
MAX_SIZE = 150
#: The minutes that an event is kept if `log table retain-timer` does not set them.
RETAIN_MINUTES = 15


@dataclass(frozen=True, slots=True)
class Event:
    """A change of the status of a phone or an extension.

    Attributes:
        index: number of the event, from 1 since boot.
        time: seconds since boot.
        moment: time of day.
        device: True for a phone's event, False for an extension's.
        tag: the tag of the ephone or ephone-dn.
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
        """The event's text in `show fb-its-log`."""
        if self.device:
            return f"IP Phone {self.tag}[{self.name}] {self.status}"
        return f"DN {self.tag}[{self.name}] goes {self.status}"


@dataclass(slots=True)
class Period:
    """The numbers of events that were lost in a period.

    Attributes:
        overwrites: events overwritten because the table was full.
        missed: events that were never recorded; always 0, the simulated router is fast enough.
        deleted: events deleted because of their age, a smaller table or `clear telephony-service xml-event-log`.
    """

    overwrites: int = 0
    missed: int = 0
    deleted: int = 0


class EventTable:
    """The XML event table, oldest event first.

    Args:
        limits: returns the configured size and retain-timer (in seconds).
        uptime: returns the seconds since boot.

    Attributes:
        current: the events lost in the current period.
        history: the events lost since boot.
    """

    def __init__(self, limits: Callable[[], tuple[int, int]], uptime: Callable[[], int]) -> None:
        self._limits = limits
        self._uptime = uptime
        self._events: deque[Event] = deque()
        self._last = 0
        self.current = Period()
        self.history = Period()

    def record(self, device: bool, tag: str, name: str, status: str, time: int, moment: datetime) -> None:
        """Records an event; a full table loses its oldest event, a table of size 0 records nothing.

        Args:
            device: True for a phone's event, False for an extension's.
            tag: the tag of the ephone or ephone-dn.
            name: the phone's name, or the extension's number.
            status: the new status.
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
        """Deletes the events that are too many or too old; returns the size of the table."""
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
