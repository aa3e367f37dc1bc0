"""The argument notations: what a word must be like to fit an argument, its canonical form, and its place among other notations.

A notation is what IOS shows in help (`WORD`, `<1-15>`, `A.B.C.D`). In a grammar an argument is a terminal whose text is its
notation; some carry a bound in parentheses that help does not show: `WORD(16)` is at most 16 characters. `table.py` holds them all.
"""

from __future__ import annotations

import re
from functools import cache

from iossim.errors import GrammarError
from iossim.language.notations.notation import Check, Inside, Notation, Row, Span
from iossim.language.notations.numbers import PLATFORM, WIDEST, integer_range
from iossim.language.notations.table import TABLE
from iossim.language.notations.words import unquoted
from iossim.language.spelling import nearest

__all__ = ["PLATFORM", "TABLE", "WIDEST", "Check", "Notation", "Row", "Span", "integer_range", "notation", "unquoted"]

_ROWS = {row.text: row for row in TABLE}
_NOTHING = Inside(0, 0)


@cache
def notation(text: str) -> Notation:
    """The notation that a grammar writes as this text.

    Args:
        text: the notation, like `<1-10>`.

    Raises:
        GrammarError: no such notation, or none that a word could fit.
    """
    row, inside = _ROWS.get(text), _NOTHING
    if row is None or row.sample:
        row, inside = _family(text)
    return row.make(row, text, inside)


@cache
def _numbers() -> re.Pattern[str]:
    """A notation of a family: a bracket, a number, a second number or the name of a bound, a bracket."""
    return re.compile(r"(<|[A-Z]+\()(-?\d+)(?:-(?:(-?\d+)|(?:(\d+)x-)?([a-z][a-z-]*)))?([>)])", re.ASCII)


def _family(text: str) -> tuple[Row, Inside]:
    """The row of a notation with numbers, and the numbers: its text, with letters in their place, stands in the table."""
    match = _numbers().fullmatch(text)
    if match is None:
        raise _unknown(text)
    begin, first, second, factor, name, end = match.groups()
    letters = "A-Nx-NAME" if factor else "A-NAME" if name else "A-B" if second else "N"
    row = _ROWS.get(f"{begin}{letters}{end}")
    if row is None:
        raise _unknown(text)
    low, high = (first, second or 0) if second or name else (0, first)
    return row, Inside(int(low), int(high), name or "", int(factor or 1))


def _unknown(text: str) -> GrammarError:
    return GrammarError(f"unknown argument notation {text!r}{nearest(text, _ROWS) or '; docs/grammar.md lists them'}")
