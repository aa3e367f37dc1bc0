"""Numbers of a range, and lists of them."""

from __future__ import annotations

import re

from iossim.errors import GrammarError
from iossim.language.notations.notation import Check, Inside, Notation, Row, Span

#: The upper end of a range that another command or the platform bounds, while nothing bounds it: matching uses it, help shows the
#: number in force, a constraint enforces that.
WIDEST = 65535
#: A number has fewer digits than this.
_DIGITS = 13
#: Numbers and ranges with commas between them, and their numbers.
_RANGES = re.compile(r"[0-9]{1,12}(-[0-9]{1,12})?(,[0-9]{1,12}(-[0-9]{1,12})?)*").fullmatch
_NUMBERS = re.compile(r"[0-9]+").finditer
#: The beginning of the names of bounds that the router's platform sets.
PLATFORM = "platform"


def integer_range(low: int, high: int) -> Check:
    """A check for whole numbers from low to high; the canonical form has no leading zeros."""

    def check(word: str) -> str | None:
        if len(word) < _DIGITS and word.isdigit() and word.isascii() and word[0] != "0":  # most numbers: canonical as they are
            return word if low <= int(word) <= high else None
        digits = word[1:] if word[:1] == "-" else word
        if not (digits.isdigit() and digits.isascii()) or len(digits) >= _DIGITS:
            return None
        value = int(word)
        return str(value) if low <= value <= high else None

    return check


def ranged(row: Row, text: str, inside: Inside) -> Notation:
    """The notation of a range (`<1-10>`, `<1-max-dn>`, `<1-3x-max-ephones>`).

    Raises:
        GrammarError: the range ends before it begins.
    """
    low, name = inside.low, inside.name
    high = inside.factor * WIDEST if name else inside.high
    if high < low:
        raise GrammarError(f"the range {text} ends before it begins")
    return Notation(
        row, text, integer_range(low, high), _samples(low, high),
        shown=f"<{low}-{high}>", bounds=(low, high), bound_name=name, bound_factor=inside.factor,
        remark=f"the {name} of the router" if name == PLATFORM else "",
    )  # fmt: skip


def _samples(low: int, high: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys((str(low), str(min(high, low + 1)), str(min(high, low + 3)))))


def listed(row: Row, text: str, inside: Inside) -> Notation:
    """The notation of a list of numbers of a range: `TAGS(1-8)` is one word, `LIST(1-8)` may have blanks after the commas.

    Raises:
        GrammarError: the range ends before it begins.
    """
    low, high = inside.low, WIDEST if inside.name else inside.high
    if high < low:
        raise GrammarError(f"the range of {text} ends before it begins")
    check_one = integer_range(low, high)
    comma = ", " if row.span is Span.REST else ","

    def check(word: str) -> str | None:
        numbers = [check_one(part) for part in parts_of(word)]
        return None if None in numbers else comma.join(number or "" for number in numbers)

    def fault(word: str) -> int:
        start = 0
        for part in word.split(","):
            if check_one(part.strip()) is None:
                return start + len(part) - len(part.lstrip())
            start += len(part) + 1
        return 0

    remark = f"numbers from {low} to {inside.name or high}, commas between them"
    return Notation(row, text, check, (str(low), f"{low}{comma}{low}"), remark=remark, tags=parts_of, fault=fault)


def spanned(row: Row, text: str, inside: Inside) -> Notation:
    """The notation of numbers and ranges of them between two limits, in one word: `RANGES(1-4094)`.

    Raises:
        GrammarError: the range ends before it begins.
    """
    low, high = inside.low, inside.high
    if high < low:
        raise GrammarError(f"the range of {text} ends before it begins")

    def fault(word: str) -> int:
        return next((number.start() for number in _NUMBERS(word) if not low <= int(number[0]) <= high), 0)

    def check(word: str) -> str | None:
        fits = _RANGES(word) is not None and all(low <= int(number[0]) <= high for number in _NUMBERS(word))
        return word if fits else None

    remark = f"numbers from {low} to {high}, and ranges of them, commas between them"
    return Notation(row, text, check, (str(low), f"{low}-{high}"), remark=remark, fault=fault)


def parts_of(word: str) -> list[str]:
    """The parts of a list with commas."""
    return [part.strip() for part in word.split(",")]


def vlan_list(words: str) -> str | None:
    """VLAN numbers and ranges of them with commas; the canonical form has a blank after each comma."""
    parts = parts_of(words)
    numbers = [number for part in parts for number in part.split("-", 1)]
    return None if any(_vlan(number) is None for number in numbers) else ", ".join(parts)


_vlan = integer_range(1, 4094)
