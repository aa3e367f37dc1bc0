"""Faults that a test switches on: late, refused, cut or wrong answers, a slow reload, terminal lines that hang. All are off at first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from iossim.router.clock import Clock

_MOST = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault.

    Attributes:
        unit: the unit of its value; "" for a kind without a value.
        text: its effect.
        values: the values that it takes; for a number, the lowest and the highest one.
    """

    unit: str
    text: str
    values: tuple[int, ...] = (0, _MOST)

    def takes(self, value: int) -> bool:
        """True if the kind takes a value."""
        if not self.unit:
            return value == 0
        return value in self.values if self.unit == "status" else self.values[0] <= value <= self.values[1]

    @property
    def allowed(self) -> str:
        """The values, for a message."""
        if not self.unit:
            return "no value"
        if self.unit == "status":
            return ", ".join(map(str, self.values))
        return f"{self.values[0]} to {self.values[1]} {self.unit}"


KINDS = {
    "http delay": Kind("ms", "an HTTP answer comes late", (1, 600_000)),
    "http status": Kind("status", "an HTTP request is refused with a status", (401, 403, 404, 500, 503)),
    "http cut": Kind("bytes", "the connection closes after so many bytes of the answer"),
    "xml malformed": Kind("", "the answer is not well-formed XML"),
    "xml error": Kind("", "a request is answered by an ISError"),
    "reload slow": Kind("seconds", "after a reload no port is open for a time", (1, 86_400)),
    "vty hang": Kind("characters", "a vty line sends nothing more after so many characters"),
    "vty close": Kind("characters", "the connection of a vty line closes after so many characters"),
    "vty late": Kind("ms", "the output and the echo of a vty line come late", (1, 600_000)),
}


@dataclass(slots=True)
class Fault:
    """A fault that is on.

    Attributes:
        number: its number, from 1.
        kind: its kind, a key of `KINDS`.
        value: its value, in the unit of the kind.
        first: the first request, reload or connection that it hits, counted from when it was switched on.
        times: the number of hits after which it is over; None: it stays.
        until: the time at which it is over; None: it stays.
        count: the requests, reloads or connections so far, hit or not.
        hits: the hits so far.
    """

    number: int
    kind: str
    value: int
    first: int
    times: int | None
    until: datetime | None
    count: int = 0
    hits: int = 0

    def hit(self) -> bool:
        """Counts a request, reload or connection; returns True if the fault hits it."""
        self.count += 1
        if self.count < self.first:
            return False
        self.hits += 1
        return True

    def is_over(self, now: datetime) -> bool:
        """True if the fault hits nothing any more."""
        return (self.times is not None and self.hits >= self.times) or (self.until is not None and now >= self.until)


class Faults:
    """The faults of a router.

    >>> router.faults.add("http delay", 500, first=3, times=2)

    Args:
        clock: the router's clock.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._faults: list[Fault] = []
        self._last = 0

    def __iter__(self) -> Iterator[Fault]:
        """The faults that are on, oldest first."""
        now = self._clock.now()
        self._faults = [fault for fault in self._faults if not fault.is_over(now)]
        return iter(list(self._faults))

    def add(self, kind: str, value: int = 0, *, first: int = 1, times: int | None = None, seconds: float | None = None) -> Fault:
        """Switches a fault on.

        Args:
            kind: the kind: `http delay`, `http status`, `http cut`, `xml malformed`, `xml error`, `reload slow`, `vty hang`,
                `vty close` or `vty late`.
            value: the value, in the unit of the kind.
            first: the first request, reload or connection that it hits, from 1.
            times: the number of hits after which it is over; None: it stays.
            seconds: the time after which it is over; None: it stays.

        Raises:
            ValueError: there is no such kind, or a number is out of its range.
        """
        if kind not in KINDS:
            raise ValueError(f"there is no fault {kind!r}; the faults are: {', '.join(KINDS)}")
        if not KINDS[kind].takes(value):
            raise ValueError(f"the fault {kind!r} takes {KINDS[kind].allowed}, not {value}")
        if first < 1 or (times is not None and times < 1) or (seconds is not None and not 0 < seconds <= _MOST):
            raise ValueError("first, times and seconds are positive numbers")
        self._last += 1
        until = self._clock.now() + timedelta(seconds=seconds) if seconds is not None else None
        fault = Fault(self._last, kind, value, first, times, until)
        self._faults.append(fault)
        return fault

    def hit(self, kind: str) -> Fault | None:
        """Counts a request, reload or connection; returns the fault of a kind that hits it, or None.

        Args:
            kind: the kind of fault.
        """
        if not self._faults:
            return None
        hits = [fault for fault in self if fault.kind == kind and fault.hit()]
        return hits[-1] if hits else None

    def clear(self, number: int | None = None) -> bool:
        """Switches a fault off, or all of them; returns False if there is none.

        Args:
            number: the number of the fault; None: all.
        """
        left = [fault for fault in self if number is not None and fault.number != number]
        cleared, self._faults = len(left) < len(self._faults), left
        return cleared
