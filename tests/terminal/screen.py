"""A terminal that knows characters, blanks, backspaces and line ends, and nothing else."""

from __future__ import annotations


class Screen:
    """The lines that a terminal shows."""

    def __init__(self) -> None:
        self.lines = [""]
        self.column = 0

    def write(self, text: str) -> None:
        """Show what arrives; an escape sequence, or a cursor left of the margin, fails the test."""
        for character in text:
            line = self.lines[-1]
            if character == "\n":
                self.lines.append("")
            elif character == "\r":
                self.column = 0
            elif character == "\b":
                assert self.column, "the cursor left the line"
                self.column -= 1
            else:
                assert character.isprintable(), repr(character)
                self.lines[-1] = line[: self.column] + character + line[self.column + 1 :]
                self.column += 1
            if character == "\n":
                self.column = 0

    @property
    def line(self) -> str:
        """The line of the cursor."""
        return self.lines[-1]
