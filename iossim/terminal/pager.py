"""The pager: output in pages of `terminal length` lines, with ` --More-- ` between them. Needs no terminal."""

from __future__ import annotations

from itertools import islice
from typing import Protocol

from iossim.session.regex import ios_regex, literal_regex

MORE = " --More-- "
#: Removes ` --More-- ` as the router does; the blank before it stays, and the next output overwrites it.
ERASE = "\b" * 9 + " " * 8 + "\b" * 9

#: The keys after which an expression is typed: continue there, show only the lines that match, show only the others.
SEARCHES = "/+-"

_SPACE = " "
_RETURN = ("\r", "\n")


class Expression(Protocol):
    """An expression to search for."""

    def matches(self, line: str) -> bool:
        """True if the expression matches some part of a line."""


class Pager:
    """The output of one command, page by page.

    Life: call `start` once, then `press` or `search` as long as `waiting` is True.

    Args:
        text: the output.
        length: rows of the screen, the last of which is for the prompt; 0: all output at once.
        width: columns of the screen; a longer line takes several rows. 0: every line takes one row.
    """

    def __init__(self, text: str, length: int, width: int) -> None:
        self._lines = [line + "\n" for line in text.split("\n")]
        last = self._lines.pop()
        if last != "\n":
            self._lines.append(last[:-1])
        self._width = width
        self._page = max(1, length - 1)
        self._at = 0
        one_row_each = not width or max(map(len, self._lines), default=0) <= width
        self._fits = not length or (one_row_each and len(self._lines) < length)

    @property
    def waiting(self) -> bool:
        """True if there is more output, which waits for a key."""
        return self._at < len(self._lines)

    def start(self) -> str:
        """The first page."""
        return self.rest() if self._fits else self._take(self._page)

    def rest(self) -> str:
        """The output that is left, for a terminal that sends no more keys."""
        first, self._at = self._at, len(self._lines)
        return "".join(self._lines[first:])

    def press(self, key: str) -> str:
        """The output after a key: a page for the blank, a line for RETURN; any other key ends the output."""
        if key == _SPACE:
            return self._take(self._page)
        if key in _RETURN:
            return self._take(1)
        self._at = len(self._lines)
        return ""

    def find(self, key: str, typed: str) -> str:
        """The page after a search; text that is no valid expression is searched for as it stands.

        Args:
            key: `/` continues with the line that matches, `+` with only the lines that match, `-` with only the others.
            typed: the expression.
        """
        expression = ios_regex(typed) or literal_regex(typed)
        page = self.search(expression) if key == SEARCHES[0] else self.filter(expression, keep=key == SEARCHES[1])
        return f"filtering...\n{page}"

    def search(self, expression: Expression) -> str:
        """The page that begins with the next line that an expression matches; if there is none, the output ends."""
        while self.waiting and not expression.matches(self._lines[self._at].rstrip("\n")):
            self._at += 1
        return self._take(self._page)

    def filter(self, expression: Expression, keep: bool) -> str:
        """The next page of the lines that are left.

        Args:
            expression: the expression.
            keep: True for the lines that it matches, False for the lines that it does not match.
        """
        left = [line for line in self._lines[self._at :] if expression.matches(line.rstrip("\n")) == keep]
        self._lines[self._at :] = left
        return self._take(self._page)

    def _take(self, rows: int) -> str:
        """The next lines that fit into a number of rows, at least one line."""
        first = at = self._at
        for line in islice(self._lines, first, None):
            rows -= 1 if len(line) <= self._width else self._rows(line)
            if rows < 0 and at > first:
                break
            at += 1
        self._at = at
        return "".join(self._lines[first:at])

    def _rows(self, line: str) -> int:
        """The number of rows of the screen that a line takes."""
        return max(1, -(-len(line.rstrip("\n")) // self._width)) if self._width else 1
