"""The four outcomes of reading a line: `Command`, `Incomplete`, `Ambiguous` and `Invalid`."""

from __future__ import annotations

import msgspec

from iossim.language.form import Form


class Command(msgspec.Struct, eq=False, gc=False):
    """A line that was understood. Nothing in it refers to it, so that Python's cycle collector need not look at it.

    Attributes:
        form: the way in which the command was written.
        words: its words in canonical spelling, without `no` or `default`.
        negative: it began with `no`.
        reset: it began with `default`.
        line: the line of the file it was read from, from 1; 0 where it was typed.
        number: its number among the entries of its rule, from 1 (`//@ numbered`); 0 for other commands.
    """

    form: Form
    words: list[str]
    negative: bool = False
    reset: bool = False
    line: int = 0
    number: int = 0

    @property
    def name(self) -> str:
        """The rule's name without variant."""
        return self.form.name

    @property
    def mode(self) -> str:
        """The mode it belongs to."""
        return self.form.mode

    @property
    def fields(self) -> dict[str, str | list[str]]:
        """The fields that its words fill."""
        return self.form.fields(self.words)

    @property
    def keywords(self) -> frozenset[str]:
        """The keywords that were typed."""
        return self.form.keywords

    @property
    def text(self) -> str:
        """The command in canonical spelling, `no` included."""
        return ("no " if self.negative else "default " if self.reset else "") + " ".join(self.words)

    def __repr__(self) -> str:
        hidden = self.form.secret
        shown = " ".join("*" if index in hidden else word for index, word in enumerate(self.words))
        return f"Command({self.mode}: {'no ' if self.negative else ''}{shown})"


class Incomplete(msgspec.Struct, frozen=True):
    """The line ends too early.

    Attributes:
        column: just after the line's last word, from 0.
        words: number of words before the end, `no` or `default` included.
    """

    column: int
    words: int


class Ambiguous(msgspec.Struct, frozen=True):
    """A word is an abbreviation of several keywords.

    Attributes:
        column: where the word starts, from 0.
        words: number of words before it, `no` or `default` included.
        end: just after the word.
        candidates: the keywords it may mean.
    """

    column: int
    words: int
    end: int
    candidates: tuple[str, ...]


class Invalid(msgspec.Struct, frozen=True):
    """A word that is not accepted where it stands.

    Attributes:
        column: where the word starts, from 0.
        words: number of words before it, `no` or `default` included.
        end: just after the word.
        expected: the keywords and notations that are accepted there.
        arguments_only: only arguments were expected, so that it is the value that is wrong.
        letters: the letters of the word that a keyword begins with, or that an address may have; the caret stands below the next one.
    """

    column: int
    words: int
    end: int
    expected: tuple[str, ...] = ()
    arguments_only: bool = False
    letters: int = 0


Failure = Incomplete | Ambiguous | Invalid
Outcome = Command | Failure
