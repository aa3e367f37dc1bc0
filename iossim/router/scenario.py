"""Scenarios: what happens to the phones of a router over time, read from a YAML file.

    seed: 7                           # of everything random; left out, 1
    events:
      - at: 0                         # seconds after the start
        do: simulate ephone all register
      - at: 60
        every: 30                     # again, every 30 seconds
        times: 10                     # so many times in all; left out: for ever
        do:
          - simulate ephone-dn 1 ringing
          - simulate ephone-dn 1 idle
      - at: 120
        until: 600                    # churn ends there; left out: never
        churn:
          every: 5                    # on average; the seed decides
          ephones: 1-20               # tags; each time one of them
          do: [register, unregister, decease]    # one of these

A scenario is pure: it yields the EXEC lines with their times, and does not know a router. Whoever runs it types each line, in a
privileged session, when its time has come.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from iossim.errors import ScenarioError

#: Second after the start, and the line to type then.
Step = tuple[float, str]

_ACTIONS = ("register", "unregister", "decease", "dnd", "no-dnd")
_TOP = {"seed", "events"}
_EVENT = {"at", "every", "times", "until", "do", "churn"}
_CHURN = {"every", "ephones", "do"}


@dataclass(frozen=True, slots=True)
class ScheduledLines:
    """Lines that are typed at a time, and perhaps again and again."""

    at: float
    lines: tuple[str, ...]
    every: float
    times: int | None

    def steps(self) -> Iterator[Step]:
        """The lines with their times."""
        for turn in count() if self.times is None else range(self.times):
            yield from ((self.at + turn * self.every, line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Churn:
    """Phones that come and go at random."""

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
    """What happens, part by part."""

    parts: tuple[ScheduledLines | Churn, ...]

    def steps(self) -> Iterator[Step]:
        """All lines in the order of their times; those of one time in the order of the file. It may never end."""
        streams = [((time, place, line) for time, line in part.steps()) for place, part in enumerate(self.parts)]
        return ((time, line) for time, _, line in heapq.merge(*streams, key=lambda step: step[:2]))


def read_scenario(path: str | Path) -> Scenario:
    """Reads a scenario file.

    Args:
        path: the file.

    Raises:
        ScenarioError: it cannot be read, or says something that no scenario can.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ScenarioError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from error
    try:
        return parse_scenario(text)
    except ScenarioError as error:
        raise ScenarioError(f"{path}: {error}") from error


def parse_scenario(text: str) -> Scenario:
    """Reads a scenario.

    Args:
        text: the YAML.

    Raises:
        ScenarioError: it is no YAML, or says something that no scenario can.
    """
    try:
        import yaml
    except ImportError as error:
        raise ScenarioError("scenario files need PyYAML: pip install PyYAML") from error
    try:
        content = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ScenarioError(f"no YAML: {' '.join(str(error).split())}") from error
    top = _mapping(content, "a scenario", _TOP)
    events = top.get("events")
    if not isinstance(events, list) or not events:
        raise ScenarioError("a scenario needs `events`, a list")
    seed = top.get("seed", 1)
    if not isinstance(seed, int):
        raise ScenarioError(f"seed is a whole number, not {seed!r}")
    return Scenario(tuple(_part(event, place, seed) for place, event in enumerate(events, start=1)))


def _part(event: Any, place: int, seed: int) -> ScheduledLines | Churn:
    where = f"event {place}"
    fields = _mapping(event, where, _EVENT)
    if ("do" in fields) == ("churn" in fields):
        raise ScenarioError(f"{where}: either `do` or `churn`")
    at = _seconds(fields, "at", where, 0.0)
    if "churn" in fields:
        return _churn(fields, where, at, f"{seed}/{place}")
    if "until" in fields:
        raise ScenarioError(f"{where}: `until` goes with `churn`; give `times`")
    if "times" in fields and "every" not in fields:
        raise ScenarioError(f"{where}: `times` needs `every`")
    every = _seconds(fields, "every", where, 0.0)
    if "every" in fields and not every:
        raise ScenarioError(f"{where}: `every` is more than 0")
    return ScheduledLines(at, _lines(fields["do"], where), every, _times(fields, where))


def _times(fields: Mapping[str, Any], where: str) -> int | None:
    if "every" not in fields:
        return 1
    times = fields.get("times")
    if times is not None and not (isinstance(times, int) and times > 0):
        raise ScenarioError(f"{where}: times is a whole number above 0, not {times!r}")
    return times


def _churn(fields: Mapping[str, Any], where: str, at: float, seed: str) -> Churn:
    if extra := fields.keys() & {"every", "times"}:
        raise ScenarioError(f"{where}: {', '.join(sorted(extra))} does not go with `churn`")
    churn = _mapping(fields["churn"], f"{where}: churn", _CHURN)
    every = _seconds(churn, "every", where, 0.0)
    if not every:
        raise ScenarioError(f"{where}: churn needs `every`, more than 0")
    actions = churn.get("do", ["register", "unregister"])
    chosen = tuple(actions) if isinstance(actions, list) else (actions,)
    for action in chosen:
        if action not in _ACTIONS:
            raise ScenarioError(f"{where}: a phone does {', '.join(_ACTIONS)}, not {action!r}")
    until = _seconds(fields, "until", where, float("inf"))
    return Churn(at, until, every, _tags(churn.get("ephones"), where), chosen, seed)


def _tags(listed: Any, where: str) -> tuple[int, ...]:
    """Tags as in `1-20,25`, or one number."""
    tags: list[int] = []
    for part in str(listed if listed is not None else "").split(","):
        first, dash, last = part.strip().partition("-")
        if not first.isdigit() or (dash and not last.isdigit()) or (dash and int(last) < int(first)):
            raise ScenarioError(f"{where}: ephones are tags as 1-20,25, not {listed!r}")
        tags += range(int(first), int(last or first) + 1)
    return tuple(tags)


def _lines(do: Any, where: str) -> tuple[str, ...]:
    lines = tuple(do) if isinstance(do, list) else (do,)
    if not lines or not all(isinstance(line, str) and line.strip() and "\n" not in line.strip() for line in lines):
        raise ScenarioError(f"{where}: do is an EXEC line, or a list of them")
    return tuple(line.strip() for line in lines)


def _seconds(fields: Mapping[str, Any], name: str, where: str, otherwise: float) -> float:
    value = fields.get(name, otherwise)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise ScenarioError(f"{where}: {name} is a number of seconds, not {value!r}")
    return float(value)


def _mapping(content: Any, what: str, known: set[str]) -> Mapping[str, Any]:
    if not isinstance(content, dict):
        raise ScenarioError(f"{what} is a mapping with {', '.join(sorted(known))}")
    unknown = [str(name) for name in content if name not in known]
    if unknown:
        raise ScenarioError(f"{what} has no {unknown[0]!r}; it has {', '.join(sorted(known))}")
    return content
