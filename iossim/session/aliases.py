"""Expands the alias at the beginning of a typed line, and finds the column of a word of the command in that line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expansion:
    """A typed line and its command, in which the command of the alias stands in place of its name.

    Attributes:
        typed: the line as typed.
        text: the line with the command.
        start: the column where the alias begins.
        end: the column of `typed` after the alias.
        shift: number of characters by which the command is longer than the alias.
    """

    typed: str
    text: str
    start: int = 0
    end: int = 0
    shift: int = 0

    def column(self, column: int) -> int:
        """The column of the typed line that belongs to a column of the command: the alias, for the words that it stands for."""
        if not self.end:
            return column
        return self.start if column < self.end + self.shift else column - self.shift


def expand(line: str, command_of: Callable[[str], str], start: int = 0) -> Expansion:
    """Puts the command of an alias in place of its name. A blank before the first word asks for the command with this name.

    Args:
        line: the line.
        command_of: gives the command of an alias; "" if there is none.
        start: the column where the command begins (after `do`).
    """
    word = line[start:].split(maxsplit=1)[0] if line[start:] and not line[start].isspace() else ""
    command = command_of(word) if word else ""
    if not command:
        return Expansion(line, line)
    end = start + len(word)
    return Expansion(line, line[:start] + command + line[end:], start, end, len(command) - len(word))
