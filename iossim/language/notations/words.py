"""Words and texts of the user's own: any, of a certain length, of digits."""

from __future__ import annotations

from iossim.errors import GrammarError
from iossim.language.notations.notation import Check, Inside, Notation, Row, pattern


def begins_with_no_digit(word: str) -> str | None:
    """The word, or None if it begins with a digit."""
    return None if word[:1].isdigit() else word


def any_word(word: str) -> str:
    """Accepts every word, as it stands."""
    return word


def unquoted(word: str) -> str:
    """The word without the quotation marks around it."""
    return word[1:-1] if len(word) > 1 and word[0] == '"' == word[-1] else word


def at_most(length: int) -> Check:
    """A check for any word of at most that many characters, its quotation marks not counted."""

    def check(word: str) -> str | None:
        return word if len(word) <= length or len(unquoted(word)) <= length else None

    return check


def sized(row: Row, text: str, inside: Inside) -> Notation:
    """The notation of words or texts of at most so many characters (`WORD(16)`, `LINE(30)`).

    Raises:
        GrammarError: no word is so short.
    """
    most = inside.high
    if most < 1:
        raise _empty(text)
    return Notation(row, text, at_most(most), ("abc"[:most], "x"), remark=f"at most {most} characters")


def digits(row: Row, text: str, inside: Inside) -> Notation:
    """The notation of words of so many digits (`DIGITS(4-8)`, `DIGITS(16)`).

    Raises:
        GrammarError: no word is so short, or the least number of digits is more than the most.
    """
    return _digits(row, text, inside, "[0-9]", "digits")


def hexadecimal(row: Row, text: str, inside: Inside) -> Notation:
    """The notation of words of so many hexadecimal digits (`HEX(4)`).

    Raises:
        GrammarError: as `digits`.
    """
    return _digits(row, text, inside, "[0-9A-Fa-f]", "hexadecimal digits")


def _digits(row: Row, text: str, inside: Inside, digit: str, unit: str) -> Notation:
    low, high = inside.low, inside.high
    if not 0 <= low <= high or high < 1:
        raise _empty(text)
    least = max(low, 1)
    samples = tuple(dict.fromkeys(("1" * least, "2" * high)))
    size = f"{low} to {high}" if low else f"at most {high}"
    return Notation(row, text, pattern(f"{digit}{{{least},{high}}}"), samples, remark=f"{size} {unit}")


def _empty(text: str) -> GrammarError:
    return GrammarError(f"{text} accepts no word: the size is at least 1, and not less than its beginning")
