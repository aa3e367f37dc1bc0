"""Output a page at a time: what `terminal length` and ` --More-- ` do, without a terminal."""

from __future__ import annotations

import re

MORE = " --More-- "
#: Takes ` --More-- ` back as the router does; the blank before it stays, and what comes next is written over it.
ERASE = "\b" * 9 + " " * 8 + "\b" * 9

_SPACE = " "
_RETURN = ("\r", "\n")


class Pager:
    """One command's output on its way to the screen: `start`, then `press` or `search` while it is `waiting`.

    Args:
        text: the output.
        length: lines of the screen, the last of which is the prompt's; 0: all at once.
        width: columns of the screen, beyond which a line takes up a second one; 0: no end.
    """

    def __init__(self, text: str, length: int, width: int) -> None:
        self._lines = [line + "\n" for line in text.split("\n")]
        last = self._lines.pop()
        if last != "\n":
            self._lines.append(last[:-1])
        self._page = max(1, length - 1) if length else len(self._lines)
        self._width = width
        self._at = 0

    @property
    def waiting(self) -> bool:
        """Whether there is more, and a key decides about it."""
        return self._at < len(self._lines)

    def start(self) -> str:
        """The first page."""
        return self._take(self._page)

    def press(self, key: str) -> str:
        """What a key brings: the blank a page, RETURN a line, any other key the end of the output."""
        if key == _SPACE:
            return self._take(self._page)
        if key in _RETURN:
            return self._take(1)
        self._at = len(self._lines)
        return ""

    def search(self, pattern: re.Pattern[str]) -> str:
        """The page that begins with the next line that a pattern is found in; the end where there is none."""
        while self.waiting and not pattern.search(self._lines[self._at].rstrip("\n")):
            self._at += 1
        return self._take(self._page)

    def _take(self, rows: int) -> str:
        """The next lines that fit into so many rows, one at least."""
        first = self._at
        while self.waiting:
            rows -= self._rows(self._lines[self._at])
            if rows < 0 and self._at > first:
                break
            self._at += 1
        return "".join(self._lines[first : self._at])

    def _rows(self, line: str) -> int:
        """How many rows of the screen a line takes up."""
        return max(1, -(-len(line.rstrip("\n")) // self._width)) if self._width else 1
