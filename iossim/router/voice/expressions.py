"""Regular expressions of telephone numbers, matched by RE2: no expression that a user types can stop the router."""

from __future__ import annotations

from typing import Protocol

#: Most bytes that RE2 uses for one expression; a larger expression is invalid.
_MOST_MEMORY = 1 << 20
#: Most characters of an expression.
LONGEST = 254


class NumberMatch(Protocol):
    """A match of RE2."""

    def span(self, group: int = 0) -> tuple[int, int]:
        """The first position of a group, and the position after it; (-1, -1) if the group took no part."""


class Expression(Protocol):
    """A compiled expression of RE2."""

    @property
    def groups(self) -> int:
        """The number of its groups."""

    def match(self, text: bytes) -> NumberMatch | None:
        """The match at the beginning of a text; None if there is none."""

    def search(self, text: bytes) -> NumberMatch | None:
        """The first match in a text; None if there is none."""


def compiled(text: str) -> Expression | None:
    """Return a compiled expression; None if it is invalid or too large.

    Args:
        text: the expression, in RE2's syntax.
    """
    import re2  # only commands that match numbers need it

    if len(text) > 4 * LONGEST:
        return None
    options = re2.Options()
    options.log_errors = False  # RE2 would write them on standard error
    options.max_mem = _MOST_MEMORY
    options.encoding = re2.Options.Encoding.LATIN1
    try:
        expression: Expression = re2.compile(encoded(text), options)
    except re2.error:
        return None
    return expression


def encoded(text: str) -> bytes:
    """Return a text with one byte for each character, so that positions are the same; a character of no use to a telephone is `?`."""
    return text.encode("latin-1", errors="replace")


def literal(character: str) -> str:
    """Return a character as RE2 writes it when it stands for itself."""
    return f"\\{character}" if character.isascii() and not character.isalnum() else character
