"""Destination patterns: which dialed numbers they match, and how many digits they name.

A pattern is compared with the beginning of the number: `1001` matches `10019`, `1001$` does not. `.` is any digit, `T` any further
digits; `%`, `+` and `?` repeat what stands before them; `*` and `#` are keys of a telephone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from iossim.router.voice.expressions import LONGEST, Expression, compiled, encoded, literal

_ANY = "[0-9A-F*#]"
#: The signs of repetition, and RE2's.
_REPEATS = {"%": "*", "+": "+", "?": "?"}
_KEYS = "0123456789ABCDEF*#"


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """A destination pattern.

    Attributes:
        digits: the number of digits that it names; of two patterns that match, the one with more digits is better.
        expression: the pattern, compiled; None if it is a plain number.
        plain: the plain number; "" for any other pattern.
        whole: a plain number that ends in `$` matches this number alone.
    """

    digits: int
    expression: Expression | None = None
    plain: str = ""
    whole: bool = False

    def match(self, number: str) -> str | None:
        """The part of a number that the pattern matches; None if it does not match.

        Args:
            number: the dialed digits.
        """
        if self.expression is None:
            fits = number == self.plain if self.whole else number.startswith(self.plain)
            return self.plain if fits else None
        match = self.expression.match(encoded(number))
        return number[: match.span()[1]] if match is not None else None


@lru_cache(maxsize=4096)
def pattern_of(text: str) -> NumberPattern | None:
    """Return the pattern that a text means; None if it has no meaning, as `(1`.

    Args:
        text: the text after `destination-pattern`.
    """
    if len(text) > LONGEST:
        return None
    plain = text.removesuffix("$")
    if plain.isascii() and plain.isdecimal():
        return NumberPattern(len(plain), plain=plain, whole=plain != text)
    parts = list(_parts(text))
    expression = compiled("".join(part for part, _ in parts))
    return NumberPattern(sum(named for _, named in parts), expression) if expression is not None else None


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """The parts of a pattern in RE2's syntax, each with the number of digits that it names."""
    at = depth = 0
    while at < len(text):
        sign, following = text[at], text[at + 1 : at + 2]
        at += 1
        if sign == "T" and at >= len(text.rstrip("$")):
            yield f"{_ANY}*", 0
        elif sign == "[":
            end = text.find("]", at + 1)
            end = end if end >= 0 else len(text)
            yield _set(text[at:end]), 0
            at = end + 1
        elif sign == "+" and at == 1:
            yield r"\+", 1
        elif sign in _REPEATS:
            yield _REPEATS[sign], 0
        elif sign in "()":
            depth += 1 if sign == "(" else -1
            yield sign, 0
        elif sign in _KEYS:
            yield literal(sign), int(following not in _REPEATS and not depth) if following else int(not depth)
        elif sign == ".":
            yield _ANY, 0
        elif sign == "$":
            yield "$", 0


def _set(inside: str) -> str:
    """A set of digits: `2-9` or `^01`; commas and parentheses in it mean nothing."""
    negation = "^" if inside.startswith("^") else ""
    signs = "".join(sign if sign in "-0123456789ABCDEF" else literal(sign) for sign in inside[len(negation) :] if sign not in ",()")
    return f"[{negation}{signs}]"
