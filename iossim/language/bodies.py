"""The body of a grammar rule as a small tree: keywords, arguments, sequences, choices, options, repeats, names of other rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.language.notations import Notation


@dataclass(slots=True)
class Keyword:
    """A word to be typed as it stands, or a prefix of it."""

    text: str


@dataclass(slots=True)
class Argument:
    """A word of the user's own.

    Attributes:
        name: the terminal in the grammar, variant included (`TAG__SPEED_DIAL`).
        notation: the words that it accepts.
        field: the field that it fills: the terminal's name before `__`, in lower case.
    """

    name: str
    notation: Notation
    field: str


@dataclass(slots=True)
class Sequence:
    """Parts one after the other."""

    parts: tuple[Body, ...]


@dataclass(slots=True)
class Choice:
    """One of several parts."""

    parts: tuple[Body, ...]


@dataclass(slots=True)
class Optional:
    """A part that may be left out."""

    part: Body


@dataclass(slots=True)
class Repeat:
    """A part that may stand many times, at least `least` times (0 or 1)."""

    part: Body
    least: int


@dataclass(slots=True)
class Reference:
    """The name of another rule, whose body stands here."""

    name: str


Symbol = Keyword | Argument
Body = Keyword | Argument | Sequence | Choice | Optional | Repeat | Reference


def base_name(name: str) -> str:
    """The name of a rule or terminal without its variant: `number` of `number__template`."""
    return name.partition("__")[0]


def leaves(body: Body) -> Iterator[Keyword | Argument | Reference]:
    """The keywords, arguments and names of rules in a body, in the order in which they are written."""
    match body:
        case Keyword() | Argument() | Reference():
            yield body
        case Optional(part) | Repeat(part, _):
            yield from leaves(part)
        case _:
            for part in body.parts:
                yield from leaves(part)


def repeats(body: Body) -> Iterator[Repeat]:
    """The repeated parts of a body."""
    match body:
        case Repeat(part, _):
            yield body
            yield from repeats(part)
        case Optional(part):
            yield from repeats(part)
        case Sequence(parts) | Choice(parts):
            for part in parts:
                yield from repeats(part)


def symbols(body: Body) -> set[str]:
    """The words of a body that need a help line: texts of keywords and names of terminals."""
    return {leaf.text if isinstance(leaf, Keyword) else leaf.name for leaf in leaves(body) if not isinstance(leaf, Reference)}


def references(body: Body) -> list[str]:
    """The names of the rules that a body refers to."""
    return [leaf.name for leaf in leaves(body) if isinstance(leaf, Reference)]


def forms(body: Body) -> tuple[Body, ...]:
    """The forms of a command: its alternatives, where its body is a choice."""
    return body.parts if isinstance(body, Choice) else (body,)


def leading_keywords(body: Body) -> list[str]:
    """The keywords that every form of a command begins with."""
    texts = [[part.text if isinstance(part, Keyword) else None for part in _parts(form)] for form in forms(body)]
    words = []
    for column in zip(*texts, strict=False):
        if column[0] is None or len(set(column)) > 1:
            break
        words.append(column[0])
    return words


def _parts(body: Body) -> tuple[Body, ...]:
    return body.parts if isinstance(body, Sequence) else (body,)
