"""The menu of the words that may follow, each with its help text; it opens on demand and follows what is typed."""

from __future__ import annotations

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.utils import get_cwidth

#: Rows of the menu.
ROWS = 8
_LEAST_HELP = 8


class Menu:
    """The menu.

    Attributes:
        words: the words with their help texts; none: the menu is closed.
        at: the index of the chosen word.
    """

    def __init__(self) -> None:
        self.words: list[tuple[str, str]] = []
        self.at = 0

    @property
    def open(self) -> bool:
        """True if the menu is shown."""
        return bool(self.words)

    def show(self, words: list[tuple[str, str]]) -> None:
        """Shows words; none closes the menu."""
        self.words = words
        self.at = 0

    def close(self) -> None:
        """Closes the menu."""
        self.show([])

    def move(self, steps: int) -> None:
        """Chooses another word, round and round."""
        self.at = (self.at + steps) % len(self.words)

    @property
    def chosen(self) -> str:
        """The chosen word; "" if it is no keyword but an argument, which nobody but the user can type."""
        word = self.words[self.at][0]
        return "" if word[:1] in "<|" or word.isupper() or "." in word[1:2] else word

    @property
    def rows(self) -> int:
        """The number of rows that the menu takes."""
        return min(ROWS, len(self.words)) + (len(self.words) > ROWS)

    def text(self, width: int) -> StyleAndTextTuples:
        """The rows of the menu.

        Args:
            width: columns of the window.
        """
        first = max(0, min(self.at - ROWS // 2, len(self.words) - ROWS))
        shown = self.words[first : first + ROWS]
        column = min(max(get_cwidth(word) for word, _ in shown), max(width - 4, 1))
        rows: StyleAndTextTuples = []
        for index, (word, help_) in enumerate(shown, first):
            rows.append(("class:choice.current" if index == self.at else "", f" {_fitted(word, column)} "))
            if width - column - 4 >= _LEAST_HELP:
                rows.append(("class:choice.help", f" {_fitted(help_, width - column - 4).rstrip()}"))
            rows.append(("", "\n"))
        if len(self.words) > ROWS:
            rows.append(("class:choice.help", f" {self.at + 1} of {len(self.words)}"))
        else:
            rows.pop()
        return rows


def _fitted(text: str, width: int) -> str:
    """A text in so many columns: filled with blanks, or cut."""
    cut = text
    while get_cwidth(cut) > width:
        cut = cut[:-1]
    return cut + " " * (width - get_cwidth(cut))
