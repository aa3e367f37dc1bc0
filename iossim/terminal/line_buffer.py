"""The line that is being typed: its text and cursor, and what the terminal shows of a change.

Only characters, blanks, and backspaces are sent, as a router does: no escape sequences.
"""

from __future__ import annotations

import re

#: The word before, and the word after, the cursor; words are divided by characters that are neither letters nor digits.
_WORD_BEFORE = re.compile(r"\w*\W*\Z")
_WORD_AFTER = re.compile(r"\W*\w*")
#: The text that Ctrl-W deletes: up to the blank before the last word.
_TYPED_BEFORE = re.compile(r"\S*\s*\Z")


class LineBuffer:
    """A line with a cursor. Every method that changes it returns the characters that change the screen alike.

    Attributes:
        text: the line.
        cursor: index of the cursor in the line.
    """

    def __init__(self, text: str = "", cursor: int | None = None) -> None:
        self.text = text
        self.cursor = len(text) if cursor is None else cursor
        self._deleted = ""

    def insert(self, text: str) -> str:
        """Inserts text at the cursor."""
        rest = self.text[self.cursor :]
        self.text = self.text[: self.cursor] + text + rest
        self.cursor += len(text)
        return text + rest + "\b" * len(rest)

    def delete(self, count: int, keep: bool = False) -> str:
        """Deletes characters.

        Args:
            count: number of characters after the cursor; negative: before it.
            keep: Ctrl-Y inserts them again.
        """
        start, end = sorted((self.cursor, max(0, min(self.cursor + count, len(self.text)))))
        if start == end:
            return ""
        moved, removed = self.move(start - self.cursor), self.text[start:end]
        if keep:
            self._deleted = removed
        self.text = self.text[:start] + self.text[end:]
        rest = self.text[start:]
        return moved + rest + " " * len(removed) + "\b" * (len(rest) + len(removed))

    def restore(self) -> str:
        """Inserts the text that was deleted last."""
        return self.insert(self._deleted)

    def move(self, count: int) -> str:
        """Moves the cursor by a number of characters; negative: towards the start."""
        target = max(0, min(self.cursor + count, len(self.text)))
        passed = self.text[self.cursor : target] if target > self.cursor else "\b" * (self.cursor - target)
        self.cursor = target
        return passed

    def replace(self, text: str) -> str:
        """Puts another line in place of this one, with the cursor at its end."""
        moved = self.move(-self.cursor)
        blanks = max(0, len(self.text) - len(text))
        self.text, self.cursor = text, len(text)
        return moved + text + " " * blanks + "\b" * blanks

    def swap(self) -> str:
        """Swaps the character at the cursor with the one before it; at the end of the line, the last two."""
        at = min(self.cursor, len(self.text) - 1)
        if at < 1:
            return ""
        moved = self.move(at - 1 - self.cursor)
        pair = self.text[at] + self.text[at - 1]
        self.text = self.text[: at - 1] + pair + self.text[at + 1 :]
        self.cursor = at + 1
        return moved + pair

    def change_word(self, how: str) -> str:
        """Changes the letters up to the end of the word.

        Args:
            how: `capitalize`, `lower` or `upper`.
        """
        match = _WORD_AFTER.match(self.text, self.cursor)
        assert match is not None
        word = match[0]
        lead = len(word) - len(word.lstrip())
        changed = word[:lead] + {"capitalize": str.capitalize, "lower": str.lower, "upper": str.upper}[how](word[lead:])
        self.text = self.text[: self.cursor] + changed + self.text[self.cursor + len(word) :]
        return self.move(len(changed))

    def before(self) -> int:
        """Number of characters from the start of the word before the cursor to the cursor."""
        return self._length(_WORD_BEFORE)

    def typed_before(self) -> int:
        """The same, where only blanks divide words."""
        return self._length(_TYPED_BEFORE)

    def after(self) -> int:
        """Number of characters from the cursor to the end of the word after it."""
        match = _WORD_AFTER.match(self.text, self.cursor)
        assert match is not None
        return len(match[0])

    def _length(self, pattern: re.Pattern[str]) -> int:
        match = pattern.search(self.text[: self.cursor])
        assert match is not None
        return len(match[0])
