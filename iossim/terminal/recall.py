"""The history of commands, as the arrow keys move through it."""

from __future__ import annotations


class Recall:
    """The history of commands, with the line that is being typed at its end.

    Args:
        history: earlier commands, oldest first.
    """

    def __init__(self, history: list[str]) -> None:
        self._lines = [*history, ""]
        self._at = len(history)

    def move(self, steps: int, text: str) -> str:
        """The line that is so many steps newer (or older, if the number is negative), but not beyond the first and last one.

        Args:
            steps: number of lines to move.
            text: the line that is shown now; it is kept for the way back.
        """
        self._lines[self._at] = text
        self._at = min(max(self._at + steps, 0), len(self._lines) - 1)
        return self._lines[self._at]
