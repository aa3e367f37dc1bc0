"""The catalogue's entries, and the exceptions from what they demand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.catalogue.syntax import Graph, parse

FOLDER = Path(__file__).parent.parent / "data" / "catalogue"
EXCEPTIONS = Path(__file__).parent / "exceptions.yaml"

#: What is measured, in the order of the report.
MEASURES = ("command", "examples", "syntax", "ranges", "keywords", "no", "undo", "printed")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One entry of the catalogue, in one of its modes.

    Attributes:
        command: its keywords.
        mode: the mode, as the grammars name it.
        no: the syntax behind `no`; "" where the entry has none.
        enters: the mode that it opens; "" where it opens none.
        examples: lines that must be accepted.
        running: lines as the running-config prints them, blanks included.
        file: the catalogue's file.
        number: which of the catalogue's entries it is; the same in all its modes.
        source: where it is from; "" for the command reference.
    """

    command: str
    mode: str
    syntax: str
    no: str
    enters: str
    examples: tuple[str, ...]
    running: tuple[str, ...]
    file: str
    number: int = 0
    source: str = ""

    @property
    def graph(self) -> Graph:
        return parse(self.syntax)

    @property
    def configures(self) -> bool:
        """A configuration command, not an EXEC one."""
        return self.mode != "exec"


@dataclass(frozen=True, slots=True)
class Excepted:
    """A demand of the catalogue that is not made, and why.

    Attributes:
        entry: the entry's keywords.
        modes: the modes it holds in.
        measure: one of `MEASURES`.
        lines: the lines it holds for; none: all of the entry.
        reason: why.
    """

    entry: str
    modes: tuple[str, ...]
    measure: str
    lines: tuple[str, ...]
    reason: str

    def covers(self, command: str, mode: str, measure: str, line: str) -> bool:
        """Whether it speaks of this demand."""
        here = self.entry == command and mode in self.modes and self.measure == measure
        return here and (not self.lines or line.strip() in self.lines)


def mode_name(mode: str) -> str:
    """A mode of the catalogue as the grammars name it."""
    return "exec" if mode in ("exec", "privileged-exec") else mode.replace("-", "_")


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry in every mode, in the order of the catalogue."""
    found = []
    number = 0
    for file in sorted(FOLDER.glob("*.yaml")):
        for fields in _read(file):
            number += 1
            for mode in dict.fromkeys(map(mode_name, fields["modes"])):
                changed = rewritten().get((fields["command"], mode), {})
                found.append(_entry({**fields, **changed}, mode, file.name, number))
    return tuple(found)


def _entry(fields: dict[str, Any], mode: str, file: str, number: int) -> Entry:
    return Entry(
        command=fields["command"],
        mode=mode,
        syntax=fields["syntax"],
        no=fields.get("no", "").removeprefix("no "),
        enters=mode_name(fields.get("enters", "")) if fields.get("enters") else "",
        examples=tuple(fields.get("examples", ())),
        running=tuple(fields.get("running", ())),
        file=file,
        number=number,
        source=fields.get("source", ""),
    )


@cache
def rewritten() -> dict[tuple[str, str], dict[str, Any]]:
    """The syntaxes said in other words, by entry and mode."""
    return {(each["entry"], mode_name(mode)): each for each in _exceptions()["rewritten"] for mode in each["modes"]}


@cache
def excepted() -> tuple[Excepted, ...]:
    """The exceptions, each with its reason."""
    return tuple(
        Excepted(
            each["entry"],
            tuple(map(mode_name, each["modes"])),
            each["measure"],
            tuple(line.strip() for line in each.get("lines", ())),
            each["reason"],
        )
        for each in _exceptions()["excepted"]
    )


@cache
def _exceptions() -> dict[str, list[dict[str, Any]]]:
    read = _read(EXCEPTIONS)
    return {name: read.get(name) or [] for name in ("rewritten", "excepted")}


def _read(file: Path) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C is ten times as fast, where it is there
    return yaml.load(file.read_text(encoding="utf-8"), Loader=loader)
