"""Regular expressions of IOS, matched by RE2: without backtracking, so the time grows only linearly with the length of the line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

#: Most characters of an expression; a router takes no longer line.
LONGEST = 254
#: Most bytes that RE2 uses for one expression. A larger expression is refused; a full cache makes the search slower.
_MOST_MEMORY = 1 << 20
#: The meaning of `_`: a blank, a comma, a brace, a parenthesis, or the beginning or the end of the line.
_BREAK = r"(?:^|$|[ ,{}()])"


class Compiled(Protocol):
    """An expression of RE2."""

    def search(self, text: bytes) -> object | None:
        """The first match in a text; None if there is none."""


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression.

    Args:
        compiled: the expression, compiled by RE2.
    """

    compiled: Compiled

    def matches(self, line: str) -> bool:
        """True if the expression matches some part of a line."""
        return self.compiled.search(_encoded(line)) is not None


def ios_regex(text: str) -> Regex | None:
    r"""A compiled expression; None if it is invalid.

    An expression longer than `LONGEST` and one with a back reference (`(a)\1`), which RE2 cannot match, are also invalid.

    Args:
        text: as typed after the modifier; case matters, as on the router.
    """
    if len(text) > LONGEST:
        return None
    parts = list(_translated(text))
    return None if None in parts else _compiled("".join(filter(None, parts)))


def literal_regex(text: str) -> Regex:
    """The expression that matches a text as it stands.

    Args:
        text: the text; only its first `LONGEST` characters count.
    """
    regex = _compiled("".join(map(_literal, text[:LONGEST])))
    assert regex is not None, "literal characters are a valid expression"
    return regex


def _compiled(pattern: str) -> Regex | None:
    import re2  # only a session that filters output needs it

    options = re2.Options()
    options.log_errors = False  # RE2 would write them on standard error
    options.max_mem = _MOST_MEMORY
    options.never_capture = True
    try:
        return Regex(re2.compile(_encoded(pattern), options))
    except re2.error:
        return None


def _encoded(text: str) -> bytes:
    return text.encode(errors="replace")


def _translated(text: str) -> Iterator[str | None]:
    """The parts of an expression in RE2's syntax; None in place of one that is refused."""
    groups = at = 0
    while at < len(text):
        character = text[at]
        at += 1
        if character == "\\":
            yield from _escaped(text[at : at + 1], groups)
            at += 1
        elif character == "[":
            end = _end_of_class(text, at)
            yield _class(text[at:end]) if end else None
            at = end + 1 if end else len(text)
        elif character == "_":
            yield _BREAK
        elif text.startswith("(?", at - 1):
            yield None  # extensions of Perl
        else:
            groups += character == ")"
            yield _literal(character) if character in "{}" else character


def _escaped(character: str, groups: int) -> Iterator[str | None]:
    """The meaning of a character after a backslash; a backslash at the end of the expression means nothing."""
    if character.isdecimal() and 0 < int(character) <= groups:
        yield None  # a back reference
    elif character:
        yield _literal(character)


def _end_of_class(text: str, start: int) -> int:
    """Index of the `]` that ends a class; 0 if there is none. One at the very beginning belongs to the class."""
    at = start + text.startswith("^", start)
    at += text.startswith("]", at)
    while at < len(text) and text[at] != "]":
        at += 2 if text[at] == "\\" else 1
    return at if at < len(text) else 0


def _class(inside: str) -> str:
    """A class in RE2's syntax, from the text between its brackets."""
    negation = "^" if inside.startswith("^") else ""
    characters: list[str] = []
    escaped = False
    for character in inside[len(negation) :]:
        if character == "\\" and not escaped:
            escaped = True
        else:
            characters.append(character if character == "-" and not escaped else _literal(character))
            escaped = False
    return f"[{negation}{''.join(characters)}]"


def _literal(character: str) -> str:
    """A character that stands for itself in RE2's syntax."""
    return f"\\{character}" if character.isascii() and not character.isalnum() else character
