"""The catalogue's syntax language: `{a | b}`, `[x]`, `...`, arguments in help notation; read into a graph of words.

Besides the plain cases it knows words made of several pieces (`aa-hunt<1-10>`, `dns:WORD`, `/<1-30>`), comma lists
(`WORD[,WORD...]`, `WORD [, WORD ...]`), and `"1:1"` in quotation marks: a value that stands for an argument, not a keyword.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

NOTATIONS = frozenset(("WORD", "LINE", "A.B.C.D", "H.H.H", "hh:mm", "INTERFACE", "X:X:X:X::X", "X:X:X:X::X/<0-128>"))


class SyntaxReadingError(ValueError):
    """A syntax that cannot be read."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a word: a literal or an argument's notation."""

    text: str
    argument: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """One leaf of a syntax: a keyword, an argument, both glued together, a quoted value, or the comma of a list."""

    pieces: tuple[Piece, ...]
    quoted: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def keyword(self) -> bool:
        """To be typed as it stands."""
        return not (self.quoted or self.comma or any(piece.argument for piece in self.pieces))

    @property
    def comma(self) -> bool:
        """A comma: joined to the word before it; `,` also to the word behind it, `, ` not."""
        return self.pieces[0].text in (",", ", ")

    @property
    def bounds(self) -> Range | None:
        """The range, where the word holds one."""
        found = [bounds(piece.text) for piece in self.pieces if piece.argument]
        return next((each for each in found if each is not None), None)

    def spell(self, value: int) -> str:
        """The word with a number in the place of its range."""
        found = self.bounds
        assert found is not None
        return "".join(found.spell(value) if piece.argument else piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Range:
    """`<a-b>`: `high` is None where another command or the platform sets it."""

    low: int
    high: int | None
    digits: int = 0

    def spell(self, value: int) -> str:
        """A number as it is typed: hexadecimal with leading zeros where the bounds are."""
        return f"{value:0{self.digits}X}" if self.digits else str(value)

    def inside(self) -> list[int]:
        """The numbers that must just be accepted."""
        return [self.low] if self.high is None else [self.low, self.high]

    def outside(self) -> list[int]:
        """The numbers that must just be refused."""
        below = [] if self.digits else [self.low - 1]
        return below if self.high is None else [*below, self.high + 1]


@cache
def bounds(notation: str) -> Range | None:
    """The bounds of `<1-15>`, `<-6 - 14>`, `<1-max-dn>` or `<0x000000-0xFFFFFF>`; None for anything else."""
    if match := re.fullmatch(r"<0x([0-9A-F]+)-0x([0-9A-F]+)>", notation):
        return Range(int(match[1], 16), int(match[2], 16), len(match[2]))
    match = re.fullmatch(r"<(-?\d+) ?- ?(\d+|[0-9a-z][a-z0-9-]*)>", notation)
    if match is None:
        return None
    return Range(int(match[1]), int(match[2]) if match[2].isdigit() else None)


@dataclass(slots=True)
class Graph:
    """The words of a syntax by position, and which may follow which.

    Attributes:
        words: in the order of the text.
        first: positions where a line may begin.
        last: positions where it may end.
        follow: what may come behind a position, leaving repetitions out.
        repeats: for each `...`, the positions where its body begins and where it ends.
    """

    words: list[Word] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    last: set[int] = field(default_factory=set)
    follow: list[list[int]] = field(default_factory=list)
    repeats: list[tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=list)

    def successors(self, position: int) -> list[int]:
        """What may come behind a position, repetitions included."""
        again = [start for starts, ends in self.repeats if position in ends for start in starts]
        return [*self.follow[position], *again]

    def leading(self) -> list[str]:
        """The keywords that every line begins with."""
        found: list[str] = []
        nexts = self.first
        while len(nexts) == 1 and self.words[nexts[0]].keyword:
            found.append(self.words[nexts[0]].text)
            if nexts[0] in self.last:
                break
            nexts = self.follow[nexts[0]]
        return found


_TOKEN = re.compile(r'\s*("[^"]*"|X:X:X:X::X/<0-128>|<[^<>]*>|\.\.\.|[\[\]{}|,]|(?:(?!\.\.\.)[^\s\[\]{}|<>,"])+)')
_GLUED = re.compile(r"(.*[:_])(WORD)")


@cache
def parse(text: str) -> Graph:
    """The graph of a syntax.

    Raises:
        SyntaxReadingError: brackets that do not close.
    """
    return _Parser(text).parse()


@dataclass(slots=True)
class _Span:
    """What a part of the syntax contributes: where it begins and ends, and whether it may be left out."""

    first: list[int]
    last: list[int]
    nullable: bool


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.graph = Graph()
        self.at = 0
        self.tokens: list[tuple[str, bool, bool]] = []
        end = 0
        text = text.rstrip()
        while end < len(text):
            match = _TOKEN.match(text, end)
            if match is None:
                raise SyntaxReadingError(f"cannot read {text[end:]!r}")
            after = match.end()
            self.tokens.append((match[1], match.start(1) > end, text[after : after + 1].isspace()))
            end = after

    def parse(self) -> Graph:
        span = self._choice()
        if self._peek():
            raise SyntaxReadingError(f"{self._peek()!r} stands where it cannot in {self.text!r}")
        self.graph.first = span.first
        self.graph.last = set(span.last)
        return self.graph

    def _peek(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def _choice(self) -> _Span:
        spans = [self._sequence()]
        while self._peek() == "|":
            self.at += 1
            spans.append(self._sequence())
        first = [position for span in spans for position in span.first]
        last = [position for span in spans for position in span.last]
        return _Span(first, last, any(span.nullable for span in spans))

    def _sequence(self) -> _Span:
        whole = _Span([], [], True)
        listed = self._peek() == ","
        while self._peek() not in ("", "|", "]", "}"):
            part = self._part()
            if self._peek() == "...":
                self.at += 1
                if not listed:
                    self.graph.repeats.append((tuple(part.first), tuple(part.last)))
            self._join(whole, part)
        if listed:  # the dots of a comma list mean the comma and what stands behind it
            self.graph.repeats.append((tuple(whole.first), tuple(whole.last)))
        return whole

    def _join(self, whole: _Span, part: _Span) -> None:
        for position in whole.last:
            self.graph.follow[position] += [each for each in part.first if each not in self.graph.follow[position]]
        if whole.nullable:
            whole.first = [*whole.first, *part.first]
        whole.last = [*whole.last, *part.last] if part.nullable else part.last
        whole.nullable = whole.nullable and part.nullable

    def _part(self) -> _Span:
        token, _, _ = self.tokens[self.at]
        if token not in ("[", "{"):
            return self._word()
        self.at += 1
        span = self._choice()
        if self._peek() != ("]" if token == "[" else "}"):
            raise SyntaxReadingError(f"{token!r} is not closed in {self.text!r}")
        self.at += 1
        return _Span(span.first, span.last, span.nullable or token == "[")

    def _word(self) -> _Span:
        token, _, blank_after = self.tokens[self.at]
        self.at += 1
        if token == ",":
            word = Word((Piece(", " if blank_after else ","),))
        elif token[0] == '"':
            word = Word((Piece(token[1:-1]),), quoted=True)
        else:
            pieces = list(_pieces(token))
            while self._continues():
                pieces += _pieces(self.tokens[self.at][0])
                self.at += 1
            word = Word(tuple(pieces))
        self.graph.words.append(word)
        self.graph.follow.append([])
        position = len(self.graph.words) - 1
        return _Span([position], [position], False)

    def _continues(self) -> bool:
        """The next token is glued to this word."""
        if self.at >= len(self.tokens):
            return False
        token, blank_before, _ = self.tokens[self.at]
        return not blank_before and token not in ("[", "]", "{", "}", "|", ",", "...")


def _pieces(token: str) -> Iterator[Piece]:
    if token in NOTATIONS or token[0] == "<":
        yield Piece(token, argument=True)
    elif match := _GLUED.fullmatch(token):
        yield Piece(match[1])
        yield Piece(match[2], argument=True)
    else:
        yield Piece(token)
