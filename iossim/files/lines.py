"""The lines of a file, one by one and beside each other: indentation, wrapped lines, where another router begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from iossim.files.noise import command_of, is_noise, without_marks

#: Widths that a terminal or a page may have.
_WIDTHS = range(40, 256)
_TERMINALS = (80, 132)
_HOSTNAME = "hostname "
_NAMED = re.compile(r"(?:\S+\(config\)#\s*)?hostname (\S+)")
_ANOTHER = re.compile(r"(version \d|hostname \S|Current configuration|Using \d+ )")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file.

    Attributes:
        number: from 1.
        clean: without marks of terminals.
        text: what stands on it, or the part of it that is meant.
        column: where the text starts, from 1.
        depth: how far it is indented.
        prompt: the mode in the prompt that stood in front of it.
    """

    number: int
    clean: str
    text: str
    column: int
    depth: int
    prompt: str = ""

    def head(self, end: int) -> Line:
        """The line up to a place in its text."""
        return replace(self, text=self.text[:end].rstrip())

    def behind(self, start: int) -> Line:
        """The line behind a place in its text."""
        rest = self.text[start:]
        return replace(self, text=rest.lstrip(), column=self.column + start + len(rest) - len(rest.lstrip()))


class Lines:
    """The lines of a file.

    Args:
        raw: the lines as they stand, without their ends.
    """

    def __init__(self, raw: Iterable[str]) -> None:
        self.raw = raw if isinstance(raw, list) else list(raw)

    def line(self, number: int, raw: str) -> Line:
        """One line that has been read already."""
        clean = without_marks(raw)
        text = clean.strip()
        depth = len(clean) - len(clean.lstrip())
        found = raw.find(text)
        return Line(number, clean, text, (found if found >= 0 else depth) + 1, depth)

    def at(self, number: int) -> Line:
        """A line by its number."""
        return self.line(number, self.raw[number - 1])

    def behind(self, number: int) -> Iterator[Line]:
        """The lines behind a line that are neither empty nor what a router prints besides its configuration."""
        for index in range(number, len(self.raw)):
            line = self.line(index + 1, self.raw[index])
            if line.text and not is_noise(line.text):
                yield line

    def deeper_follows(self, line: Line) -> bool:
        """Whether the next line is indented more than this one, so that it may belong to it."""
        following = next(self.behind(line.number), None)
        return following is not None and following.text[0] != "!" and following.depth > line.depth

    def prompt_behind(self, line: Line) -> str:
        """The mode in the prompt of the next line."""
        following = next(self.behind(line.number), None)
        prompted = command_of(following.text) if following is not None else None
        return prompted[0] if prompted is not None else ""

    def stands_outside(self, line: Line, opened: int) -> bool:
        """Whether a line, by its indentation, does not belong to a section.

        Args:
            line: the line.
            opened: number of the line that opened the section.
        """
        header = self.at(opened)
        inside = next(self.behind(opened), line)
        empty = inside.text[0] == "!" and inside.depth <= header.depth
        return line.depth <= header.depth and (empty or (inside.number != line.number and inside.depth > header.depth))

    def another_begins(self, number: int) -> bool:
        """Whether another router's configuration begins behind an `end`."""
        for index in range(number, len(self.raw)):
            text = self.raw[index].strip()
            prompted = command_of(text)
            if _ANOTHER.match(text if prompted is None else prompted[1]):
                return True
        return False

    def hostnames(self, first: int, last: int) -> list[tuple[Line, str]]:
        """The lines that set the router's name, and the names, among those behind a first up to a last line."""
        lines = [self.at(index + 1) for index in range(first, last) if _HOSTNAME in self.raw[index]]
        found = [(line, _NAMED.fullmatch(line.text)) for line in lines]
        return [(line, match[1]) for line, match in found if match is not None]

    @cached_property
    def width(self) -> int:
        """The length of the longest line: the terminal's width, where lines are wrapped."""
        return max((len(raw.rstrip()) for raw in self.raw), default=0)

    def wraps(self, piece: str, following: Line) -> bool:
        """Whether a line is so long that the first word of the next did not fit on it.

        Args:
            piece: the line, without marks.
            following: the next one.
        """
        word = following.text.split(None, 1)[0]
        return self.width in _WIDTHS and following.depth <= 1 and len(piece.rstrip()) + 1 + len(word) > self.width

    @cached_property
    def cuts(self) -> bool:
        """Whether lines are cut at a fixed width: that of a usual terminal, or one that several lines reach."""
        if self.width not in _WIDTHS:
            return False
        return self.width in _TERMINALS or len({raw for raw in self.raw if len(raw.rstrip()) == self.width}) > 1

    def joined(self, text: str, piece: str, following: Line) -> list[str]:
        """A line and the next as one, in the ways in which it may have been wrapped.

        Args:
            text: the line, with the lines before it that belong to it.
            piece: the line alone.
            following: the next one.
        """
        at_blank = f"{text.rstrip()} {following.text}"
        return [text + following.clean.rstrip(), at_blank] if len(piece) >= self.width else [at_blank]
