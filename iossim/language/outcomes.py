"""The four outcomes of reading a line: `Command` (see commands.py), `Incomplete`, `Ambiguous` and `Invalid`."""

from __future__ import annotations

from dataclasses import dataclass

from iossim.language.commands import Command


@dataclass(frozen=True, slots=True)
class Incomplete:
    """The line ends too early.

    Attributes:
        column: just behind the line's last word, from 0.
        words: how many words were understood.
    """

    column: int
    words: int


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A word begins several keywords.

    Attributes:
        column: where the word starts, from 0.
        words: how many words were understood before it.
        end: just behind the word.
        candidates: the keywords it may mean.
    """

    column: int
    words: int
    end: int
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Invalid:
    """A word that is not accepted where it stands.

    Attributes:
        column: where the word starts, from 0.
        words: how many words were understood before it.
        end: just behind the word.
        expected: what would be accepted there, keywords and notations.
        arguments_only: only arguments were expected, so that it is the value that is wrong.
    """

    column: int
    words: int
    end: int
    expected: tuple[str, ...] = ()
    arguments_only: bool = False


Problem = Incomplete | Ambiguous | Invalid
Outcome = Command | Problem
