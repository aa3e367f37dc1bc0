"""A document that an editor has open: its lines, and the positions in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lsprotocol import types
from pygls.workspace import PositionCodec, TextDocument

#: The line ends of the protocol. Other characters that Python takes for line ends are part of a line.
_ENDS = re.compile(r"\r\n|\n|\r")


class Document(TextDocument):
    """A document that an editor has open.

    An edit costs as much as the lines that it changes: the other lines are not looked at.

    Attributes:
        raw: its lines, without their line ends. A text that ends with a line end has an empty line after it, as in editors.
    """

    def __init__(self, item: types.TextDocumentItem, codec: PositionCodec) -> None:
        super().__init__(item.uri, "", item.version, item.language_id, position_codec=codec)
        self.raw = _ENDS.split(item.text)

    @property
    def name(self) -> str:
        """The path of its file; its address if it is no file."""
        return self.path if self.uri.startswith("file:") else str(self.uri)

    @property
    def source(self) -> str:
        """The text, with one kind of line end."""
        return "\n".join(self.raw)

    @property
    def lines(self) -> Sequence[str]:
        """The lines with their line ends, as pygls has them."""
        return tuple(f"{line}\n" for line in self.raw)

    def apply_change(self, change: types.TextDocumentContentChangeEvent) -> None:
        """Applies one edit of the editor.

        Args:
            change: a new text for a range, or for the whole document.
        """
        area = getattr(change, "range", None)
        if area is None:
            self.raw = _ENDS.split(change.text)
            return
        first, start = self.place(area.start)
        last, end = self.place(area.end)
        text = self.raw[first][:start] + change.text + self.raw[last][end:]
        # A new list: a check that is under way keeps the lines that it was started with.
        self.raw = [*self.raw[:first], *_ENDS.split(text), *self.raw[last + 1 :]]

    # Positions: the protocol counts UTF-16 units by default, and we count characters

    def place(self, position: types.Position) -> tuple[int, int]:
        """The index of the line of a position, and of the character in it. A position after an end is that end."""
        if position.line >= len(self.raw):
            return len(self.raw) - 1, len(self.raw[-1])
        line = self.raw[position.line]
        if line.isascii():
            return position.line, min(position.character, len(line))
        units = 0
        for index, character in enumerate(line):
            if units >= position.character:
                return position.line, index
            units += self.position_codec.client_num_units(character)
        return position.line, len(line)

    def position(self, line: int, column: int) -> types.Position:
        """The position of a character.

        Args:
            line: index of the line; one after the last line is the end of the text.
            column: index of the character.
        """
        if line >= len(self.raw):
            line, column = len(self.raw) - 1, len(self.raw[-1])
        before = self.raw[line][:column]
        return types.Position(line, len(before) if before.isascii() else self.position_codec.client_num_units(before))

    def range(self, line: int, start: int, end: int) -> types.Range:
        """The range of a part of a line, by the indices of its first character and of the one after it."""
        return types.Range(self.position(line, start), self.position(line, end))

    def changes(self, text: str) -> list[types.TextEdit]:
        """The edit that gives the document another text, by the lines that differ; none if no line does."""
        after = _ENDS.split(text)
        first, old, new = changed(self.raw, after)
        return [self.replaced(first, old, after[first:new])] if old > first or new > first else []

    def replaced(self, first: int, last: int, lines: Sequence[str]) -> types.TextEdit:
        """The edit that puts lines in the place of others.

        Args:
            first: index of the first line that is replaced.
            last: index of the line after the last one.
            lines: the new lines.
        """
        if last < len(self.raw):
            text = "".join(f"{line}\n" for line in lines)
            return types.TextEdit(types.Range(types.Position(first, 0), types.Position(last, 0)), text)
        if first == 0:  # the whole text
            return types.TextEdit(types.Range(types.Position(0, 0), self.position(last, 0)), "\n".join(lines))
        start = self.position(first - 1, len(self.raw[first - 1]))
        return types.TextEdit(types.Range(start, self.position(last, 0)), "".join(f"\n{line}" for line in lines))


def changed(before: Sequence[str], after: Sequence[str]) -> tuple[int, int, int]:
    """The part of a text that an edit has changed: `before[first:old]` has become `after[first:new]`.

    Args:
        before: the lines before the edit.
        after: the lines after it.

    Returns:
        The indices `first`, `old` and `new`.
    """
    shorter = min(len(before), len(after))
    first = next((index for index in range(shorter) if before[index] != after[index]), shorter)
    left = shorter - first
    same = next((count for count in range(left) if before[-1 - count] != after[-1 - count]), left)
    return first, len(before) - same, len(after) - same
