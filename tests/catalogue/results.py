"""What a run over the catalogue found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from tests.catalogue.entries import Entry

HIDDEN = "hidden: accepted, not in help"


@dataclass(frozen=True, slots=True)
class Point:
    """Something that the catalogue demands and the grammars do not do.

    Attributes:
        entry: the entry.
        measure: which demand.
        line: the line tried.
        problem: what is wrong with it.
        excepted: an exception covers it.
    """

    entry: Entry
    measure: str
    line: str
    problem: str
    excepted: bool = False


@dataclass(slots=True)
class Result:
    """What was found in one run.

    Attributes:
        points: what is missing, exceptions included.
        tried: how many lines were tried, by entry and measure.
        listed: entries that a demand does not fit: actions, on by default, without a `no` form, hidden from help.
        faults: modes that could not be loaded, and why.
    """

    points: list[Point] = field(default_factory=list)
    tried: dict[tuple[Entry, str], int] = field(default_factory=lambda: defaultdict(int))
    listed: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    faults: dict[str, str] = field(default_factory=dict)

    def open(self, measure: str | None = None, exec_too: bool = False) -> list[Point]:
        """The points without exception, of configuration entries only unless the others are asked for."""
        return [
            point
            for point in self.points
            if not point.excepted and measure in (None, point.measure) and (exec_too or point.entry.configures)
        ]
