"""Lines that are pasted together: how many of them the router refused, and the first of these."""

from __future__ import annotations

from iossim.session import LineResult


class Paste:
    """The lines of one paste."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._lines = 0
        self._refused = 0
        self._first = ""

    @property
    def open(self) -> bool:
        """True if there are lines that no report has counted."""
        return self._lines > 0

    def add(self, text: str, result: LineResult) -> None:
        """Counts a line.

        Args:
            text: the line.
            result: the answer of the router.
        """
        self._lines += 1
        if not result.accepted:
            self._refused += 1
            self._first = self._first or f"line {self._lines}:\n!   {text.strip()}\n!   {result.message}\n"

    def report(self) -> str:
        """The report of the lines so far; "" if there is nothing to say. The next line begins another paste."""
        lines, refused, first = self._lines, self._refused, self._first
        self._begin()
        if lines < 2 or not refused:
            return ""
        verb = "was" if refused == 1 else "were"
        return f"! {refused:,} of {lines:,} pasted lines {verb} refused, the first in {first}"
