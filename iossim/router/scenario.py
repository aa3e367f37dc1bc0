"""Reads scenario files: what happens to the phones of a router over time, in YAML.

    seed: 7                           # of all random numbers; 1 if it is missing
    events:
      - at: 0                         # seconds after the start
        do: simulate ephone all register
      - at: 60
        every: 30                     # repeated every 30 seconds
        times: 10                     # 10 times in all; without it, for ever
        do:
          - simulate ephone-dn 1 ringing
          - simulate ephone-dn 1 idle
      - at: 120
        until: 600                    # the churn ends; without it, never
        churn:
          every: 5                    # on average; the seed decides
          ephones: 1-20               # tags; one of them each time
          do: [register, unregister, decease]    # one of these each time

A scenario yields EXEC lines with their times and knows no router; its user types each line at its time, in a privileged session.
"""

from __future__ import annotations

import math
import re
import reprlib
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import msgspec
import yaml
from msgspec import Meta

from iossim.errors import ScenarioError
from iossim.router.scenario_steps import Churn, Scenario, ScheduledLines, Step

__all__ = ["Scenario", "Step", "parse_scenario", "read_scenario"]

#: The latest second and the longest interval: 31 years.
_LONGEST = 1_000_000_000
_SHORTEST = 0.001
_HIGHEST_TAG = 65535
#: Lists and mappings in each other; a scenario has no more than five.
_DEEPEST = 10
_BIGGEST = 1_000_000

Action = Literal["register", "unregister", "decease", "dnd", "no-dnd"]
_Seconds = Annotated[float, Meta(ge=0, le=_LONGEST)]
_Interval = Annotated[float, Meta(ge=_SHORTEST, le=_LONGEST)]


class _ChurnField(msgspec.Struct, forbid_unknown_fields=True):
    """The mapping `churn` of an event."""

    every: _Interval
    ephones: int | str
    do: Action | Annotated[list[Action], Meta(min_length=1)] = msgspec.field(default_factory=lambda: ["register", "unregister"])


class _Event(msgspec.Struct, forbid_unknown_fields=True):
    """One item of `events`."""

    at: _Seconds = 0.0
    every: _Interval | None = None
    times: Annotated[int, Meta(ge=1, le=_LONGEST)] | None = None
    until: _Seconds | None = None
    do: str | Annotated[list[str], Meta(min_length=1)] | None = None
    churn: _ChurnField | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """The whole file."""

    events: Annotated[list[_Event], Meta(min_length=1)]
    seed: int = 1


#: What each field may be, for messages.
_ALLOWED = {
    "seed": "a whole number",
    "events": "a list of at least one event",
    "at": f"a number of seconds from 0 to {_LONGEST}",
    "every": f"a number of seconds from {_SHORTEST} to {_LONGEST}",
    "times": f"a whole number from 1 to {_LONGEST}",
    "until": f"a number of seconds from 0 to {_LONGEST}",
    "do": "an EXEC line, or a list of EXEC lines",
    "churn.do": f"one or more of {', '.join(get_args(Action))}",
    "ephones": f"tags from 1 to {_HIGHEST_TAG}, as 1-20,25",
}


def read_scenario(path: str | Path) -> Scenario:
    """Reads a scenario file.

    Args:
        path: the file, in UTF-8.

    Raises:
        ScenarioError: it cannot be read, or is no scenario.
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
    """Reads the text of a scenario.

    Args:
        text: the YAML, at most 1,000,000 characters.

    Raises:
        ScenarioError: it is no YAML, or no scenario; the message says the place and what is allowed.
    """
    if len(text) > _BIGGEST:
        raise ScenarioError(f"a scenario has at most {_BIGGEST} characters")
    try:
        content = yaml.load(text, _Loader)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date or a number that Python refuses
        raise ScenarioError(f"no YAML: {' '.join(str(error).split())}") from error
    try:
        file = msgspec.convert(content, _File)
    except msgspec.ValidationError as error:
        raise ScenarioError(_explained(str(error), content)) from error
    return Scenario(tuple(_part(event, f"event {place}", f"{file.seed}/{place}") for place, event in enumerate(file.events, 1)))


class _Loader(yaml.SafeLoader):
    """Refuses lists and mappings that are nested too deep: PyYAML reads them by recursion."""

    _depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Composes one node, and the nodes in it."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise yaml.YAMLError(f"more than {_DEEPEST} lists and mappings in each other")
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


# The rules that concern more than one field.


def _part(event: _Event, place: str, seed: str) -> ScheduledLines | Churn:
    if (event.do is None) == (event.churn is None):
        raise ScenarioError(f"{place}: either `do` or `churn`")
    if event.churn is not None:
        if surplus := [name for name in ("every", "times") if getattr(event, name) is not None]:
            raise ScenarioError(f"{place}: {', '.join(surplus)} does not go with `churn`")
        return _churn(event, event.churn, place, seed)
    if event.until is not None:
        raise ScenarioError(f"{place}: `until` goes with `churn`; give `times`")
    if event.times is not None and event.every is None:
        raise ScenarioError(f"{place}: `times` needs `every`")
    lines = (event.do,) if isinstance(event.do, str) else tuple(event.do or ())
    for line in lines:
        if not line.strip() or not line.strip().isprintable():
            raise ScenarioError(f"{place}: do is {_ALLOWED['do']}, not {reprlib.repr(line)}")
    times = event.times if event.every is not None else 1
    return ScheduledLines(event.at, tuple(line.strip() for line in lines), event.every or 0.0, times)


def _churn(event: _Event, churn: _ChurnField, place: str, seed: str) -> Churn:
    actions = (churn.do,) if isinstance(churn.do, str) else tuple(churn.do)
    until = math.inf if event.until is None else event.until
    return Churn(event.at, until, churn.every, _tags(churn.ephones, place), actions, seed)


def _tags(listed: int | str, place: str) -> tuple[int, ...]:
    """The tags of a list as `1-20,25`, in its order, without repetition."""
    tags: dict[int, None] = {}
    for part in str(listed).split(",") if isinstance(listed, str) or 0 < listed <= _HIGHEST_TAG else ("",):
        bounds = re.fullmatch(r"([0-9]{1,5})(?:-([0-9]{1,5}))?", part.strip())
        first, last = (int(bounds[1]), int(bounds[2] or bounds[1])) if bounds is not None else (0, 0)
        if not 0 < first <= last <= _HIGHEST_TAG:
            raise ScenarioError(f"{place}: ephones is {_ALLOWED['ephones']}, not {reprlib.repr(listed)}")
        tags.update(dict.fromkeys(range(first, last + 1)))
    return tuple(tags)


# The messages of msgspec, with the place in our words, the value and what is allowed.


def _explained(error: str, content: Any) -> str:
    reason, _, path = error.partition(" - at `")
    path = path.removeprefix("key` in `").removeprefix("$").removesuffix("`")
    steps: list[Any] = [name or int(index) for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", path)]
    name = next((step for step in reversed(steps) if isinstance(step, str)), "")
    if missing := re.fullmatch(r"Object missing required field `(.*)`", reason):
        return f"{_place(steps)} needs `{missing[1]}`, {_ALLOWED[missing[1]]}"
    if unknown := re.match(r"Object contains unknown field `(.*)`", reason):
        return f"{_place(steps)} has no {unknown[1]!r}; it has {_fields(steps)}"
    if name in ("", "churn") or (name == "events" and len(steps) == 2):
        return f"{_place(steps)} is a mapping with {_fields(steps)}"
    for step in steps:
        content = content[step]
    place = f"{_place(steps)}: " if len(steps) > 1 else ""
    return f"{place}{name} is {_ALLOWED['churn.do' if steps[2:4] == ['churn', 'do'] else name]}, not {reprlib.repr(content)}"


def _place(steps: list[Any]) -> str:
    """The place of a path: `a scenario`, `event 2` or `event 2: churn`."""
    if len(steps) < 2:
        return "a scenario"
    return f"event {steps[1] + 1}{': churn' if 'churn' in steps else ''}"


def _fields(steps: list[Any]) -> str:
    """The names that the mapping at a path may have."""
    struct = _File if len(steps) < 2 else _ChurnField if "churn" in steps else _Event
    return ", ".join(sorted(struct.__struct_fields__))
