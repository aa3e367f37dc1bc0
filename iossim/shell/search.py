"""The search for an earlier line, newest first, while its text is typed."""

from __future__ import annotations


class Search:
    """A search.

    Attributes:
        active: the user is searching.
        text: the text to search for.
        before: the line that was being typed before the search.
    """

    def __init__(self) -> None:
        self.active = False
        self.text = ""
        self.before = ""
        self._lines: list[str] = []
        self._at = 0

    def begin(self, lines: list[str], before: str) -> None:
        """Begins a search.

        Args:
            lines: earlier lines, oldest first.
            before: the line that is being typed.
        """
        self.active, self.text, self.before = True, "", before
        self._lines, self._at = lines, len(lines)

    def end(self) -> None:
        """Ends the search."""
        self.active = False

    def type(self, text: str) -> str | None:
        """Adds to the text; returns the newest line that has it, None if there is none."""
        self.text += text
        self._at = len(self._lines)
        return self.older()

    def delete(self) -> str | None:
        """Deletes the last character of the text; returns the newest line that has the rest."""
        self.text = self.text[:-1]
        self._at = len(self._lines)
        return self.older()

    def older(self) -> str | None:
        """The next older line that has the text; None if there is none."""
        shown = self._lines[self._at] if self._at < len(self._lines) else None
        for at in range(self._at - 1, -1, -1):
            if self.text and self.text.lower() in self._lines[at].lower() and self._lines[at] != shown:
                self._at = at
                return self._lines[at]
        return None
