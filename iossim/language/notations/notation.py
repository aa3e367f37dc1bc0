"""A notation: one way to write an argument. A row of the table describes a notation, or a family of them (`<A-B>`)."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

Check = Callable[[str], str | None]
"""Takes a word, returns its canonical form, or None where the notation does not fit."""


class Span(StrEnum):
    """The part of a line that an argument takes."""

    WORD = "word"
    """One word."""
    TWO = "two"
    """One word, or two that belong together (`GigabitEthernet 0/0`)."""
    REST = "rest"
    """The rest of the line."""
    TEXT = "text"
    """A delimited text, which may go on over several lines."""


class Inside:
    """The numbers and the name that a notation of a family holds: `<1-3x-max-ephones>` has 1, 3 and `max-ephones`.

    Args:
        low: the first number; 0 where there is only one.
        high: the second number, or the only one; 0 where a name stands in its place.
        name: the name of the bound; "" where there is none.
        factor: the number before `x`; 1 where there is none.
    """

    __slots__ = ("factor", "high", "low", "name")

    def __init__(self, low: int, high: int, name: str = "", factor: int = 1) -> None:
        self.low = low
        self.high = high
        self.name = name
        self.factor = factor


class Row:
    """One row of the table.

    Args:
        text: as a grammar writes the notation; in a family, A, B and N stand for numbers, NAME for the name of a bound.
        rank: place among the notations, narrow to wide: of several arguments that fit a word, the one of the lowest rank takes it.
        span: the part of a line that an argument takes.
        shown: as help shows it; "": as it is written.
        sentence: the words that it accepts, for docs/grammar.md.
        fits: words that fit, with their canonical form.
        refused: words that do not fit.
        make: makes the notation of its row, its text and, in a family, of the numbers and the name in it.
        sample: in a family, the notation that `fits` and `refused` are about.
    """

    __slots__ = ("fits", "make", "rank", "refused", "sample", "sentence", "shown", "span", "text")

    def __init__(
        self, text: str, rank: int, span: Span, shown: str, sentence: str, fits: dict[str, str], refused: tuple[str, ...],
        make: Callable[[Row, str, Inside], Notation], sample: str = "",
    ) -> None:  # fmt: skip
        self.text = text
        self.rank = rank
        self.span = span
        self.shown = shown
        self.sentence = sentence
        self.fits = fits
        self.refused = refused
        self.make = make
        self.sample = sample


def _itself(word: str) -> list[str]:
    return [word]


def _at_once(_: str) -> int:
    return 0


class Notation:
    """One way to write an argument.

    Args:
        row: its row of the table.
        text: as the grammar has it.
        check: the check of a word.
        samples: words that fit, in canonical form; by default those of the row.
        shown: as help shows it; by default as the row says.
        bounds: lowest and highest number, where the notation is a range.
        bound_name: the name of the bound, where another command (`//@ bounds NAME FIELD`) or the platform sets the upper end.
        bound_factor: the upper end is the bound times this number.
        remark: the size or the numbers that it demands and help does not show.
        key: the part of the word that tells instances apart (a button's number).
        tags: the names or tags that the word holds, for references (the dns of a button).
        fault: the column of the fault in a text that does not fit.

    Attributes:
        rank: place among the notations, narrow to wide.
        span: the part of a line that it takes.
    """

    __slots__ = (
        "bound_factor", "bound_name", "bounds", "check", "fault", "key", "rank", "remark", "samples", "shown", "span", "tags", "text",
    )  # fmt: skip

    def __init__(
        self,
        row: Row,
        text: str,
        check: Check,
        samples: tuple[str, ...] = (),
        *,
        shown: str = "",
        bounds: tuple[int, int] | None = None,
        bound_name: str = "",
        bound_factor: int = 1,
        remark: str = "",
        key: Callable[[str], str] = str,
        tags: Callable[[str], list[str]] = _itself,
        fault: Callable[[str], int] = _at_once,
    ) -> None:
        self.text = text
        self.rank = row.rank
        self.span = row.span
        self.shown = shown or row.shown or text
        self.check = check
        self.samples = samples or tuple(word for word, canonical in row.fits.items() if word == canonical)
        self.bounds = bounds
        self.bound_name = bound_name
        self.bound_factor = bound_factor
        self.remark = remark
        self.key = key
        self.tags = tags
        self.fault = fault

    def __repr__(self) -> str:
        return f"Notation({self.text})"

    def shown_to(self, high: int | None) -> str:
        """The notation as help shows it while a number bounds it from above; None: nothing but the widest bound does."""
        return self.shown if high is None or self.bounds is None else f"<{self.bounds[0]}-{high * self.bound_factor}>"


def checked(check: Check, remark: str = "") -> Callable[[Row, str, Inside], Notation]:
    """Makes notations of one check.

    Args:
        check: the check.
        remark: the demand that help does not show.
    """
    return lambda row, text, _: Notation(row, text, check, remark=remark)


def pattern(regex: str) -> Check:
    """A check by regular expression over the whole word; the expression is compiled at the first word.

    Args:
        regex: the expression.
    """
    fullmatch: Callable[[str], object] | None = None

    def check(word: str) -> str | None:
        nonlocal fullmatch
        if fullmatch is None:
            import re

            fullmatch = re.compile(regex).fullmatch
        return word if fullmatch(word) is not None else None

    return check
