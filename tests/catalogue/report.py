"""The table of the coverage by mode, and the lists of what is missing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from tests.catalogue.entries import MEASURES, Entry
from tests.catalogue.results import Point, Result


def table(result: Result) -> Iterator[str]:
    """One row a mode: its entries, and for each measure how many of the entries that it applies to meet it."""
    wide = max((len(entry.mode) for entry, _ in result.tried), default=4)
    yield f"{'mode':{wide}} entries " + " ".join(f"{name:>9}" for name in MEASURES)
    rows = _rows(result)
    for mode in sorted(rows):
        yield _row(f"{mode:{wide}}", rows[mode])
    for name, wanted in (("all configuration modes", True), ("EXEC, reported only", False)):
        whole: Row = {}
        for mode, row in rows.items():
            if (mode != "exec") == wanted:
                for key, (good, count) in row.items():
                    before = whole.get(key, (0, 0))
                    whole[key] = before[0] + good, before[1] + count
        if whole:
            yield _row(f"{name:{wide}}", whole)
    lines = Counter[str]()
    for (_, measure), count in result.tried.items():
        lines[measure] += count
    yield "lines tried: " + ", ".join(f"{measure} {lines[measure]}" for measure in MEASURES)
    for kind, entries in sorted(result.listed.items()):
        yield f"{kind}: {len(entries)}"


Row = dict[str, tuple[int, int]]


def _rows(result: Result) -> dict[str, Row]:
    bad = {(point.entry, point.measure) for point in result.open(exec_too=True)}
    rows: dict[str, Row] = defaultdict(dict)
    for entry, measure in result.tried:
        good, count = rows[entry.mode].get(measure, (0, 0))
        rows[entry.mode][measure] = good + ((entry, measure) not in bad), count + 1
    return rows


def _row(name: str, row: Row) -> str:
    cells = [f"{row[measure][0]}/{row[measure][1]}" if measure in row else "-" for measure in MEASURES]
    return f"{name} {row['command'][1]:>7} " + " ".join(f"{cell:>9}" for cell in cells)


def missing(result: Result, only: str | None = None) -> Iterator[str]:
    """What is missing, by mode and entry.

    Args:
        result: of a run.
        only: a measure; None: all.
    """
    points = result.open(only, exec_too=True)
    for mode, fault in sorted(result.faults.items()) if only in (None, "command") else ():
        yield f"{mode}: {fault}"
    by_entry: dict[Entry, list[Point]] = defaultdict(list)
    for point in points:
        by_entry[point.entry].append(point)
    for entry, found in sorted(by_entry.items(), key=lambda item: item[0].mode):
        yield f"{entry.mode}: {entry.command}   ({entry.file}: {_short(entry.syntax)})"
        for point in found[:12]:
            yield f"    {point.measure:9} {_short(point.line)}   -> {point.problem}"
        if len(found) > 12:
            yield f"    and {len(found) - 12} more"
    yield f"{len(points)} open points in {len(by_entry)} entries"


def listed(result: Result) -> Iterator[str]:
    """The entries whose `no` form takes nothing back, by the reason."""
    for kind, entries in sorted(result.listed.items()):
        yield kind
        for entry in entries:
            yield f"    {entry.mode}: {entry.command}"


def _short(text: str) -> str:
    return text if len(text) <= 110 else text[:107] + "…"
