"""The steps of a scenario: EXEC lines with the times at which they are typed."""

from __future__ import annotations

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

#: Seconds after the start, and the line to type then.
Step = tuple[float, str]


@dataclass(frozen=True, slots=True)
class ScheduledLines:
    """Lines that are typed once or repeatedly.

    Attributes:
        at: seconds after the start.
        lines: the EXEC lines.
        every: seconds from one repetition to the next.
        times: the number of repetitions, the first one included; None for no end.
    """

    at: float
    lines: tuple[str, ...]
    every: float
    times: int | None

    def steps(self) -> Iterator[Step]:
        """The lines with their times."""
        for repetition in count() if self.times is None else range(self.times):
            yield from ((self.at + repetition * self.every, line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Churn:
    """Phones that change their state at random.

    Attributes:
        at: seconds after the start, when it begins.
        until: seconds after the start, when it ends; infinity for no end.
        every: seconds from one change to the next, on average.
        tags: the tags of the ephones.
        actions: the words of `simulate ephone TAG …`.
        seed: the seed of the random numbers.
    """

    at: float
    until: float
    every: float
    tags: tuple[int, ...]
    actions: tuple[str, ...]
    seed: str

    def steps(self) -> Iterator[Step]:
        """The lines with their times; the same for the same seed."""
        draw = random.Random(self.seed)
        time = self.at + draw.expovariate(1 / self.every)
        while time < self.until:
            yield round(time, 3), f"simulate ephone {draw.choice(self.tags)} {draw.choice(self.actions)}"
            time += draw.expovariate(1 / self.every)


@dataclass(frozen=True, slots=True)
class Scenario:
    """The events of a scenario, in the order of the file."""

    parts: tuple[ScheduledLines | Churn, ...]

    def steps(self) -> Iterator[Step]:
        """All lines in the order of their times; lines of the same time in the order of the file. It may have no end."""
        streams = [((time, place, line) for time, line in part.steps()) for place, part in enumerate(self.parts)]
        return ((time, line) for time, _, line in heapq.merge(*streams, key=lambda step: step[:2]))
