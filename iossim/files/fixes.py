"""Fixes of a diagnostic: lines of a text that are replaced by other lines."""

from __future__ import annotations

import msgspec


class Edit(msgspec.Struct, frozen=True):
    """Lines of a text, and the lines that take their place.

    Attributes:
        first: number of the first line that is replaced, from 1.
        last: number of the last one; `first - 1` replaces no line: the new lines are put before line `first`.
        lines: the new lines, with their indentation and without line ends; () removes the old ones.
    """

    first: int
    last: int
    lines: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuses numbers that name no lines.

        Raises:
            ValueError: a number is below 1, or the last line stands before the first one.
        """
        if self.first < 1 or self.last < self.first - 1:
            raise ValueError(f"no lines of a text: {self.first} to {self.last}")


class Fix(msgspec.Struct, frozen=True):
    """A correction that is safe: the configuration means the same after it, or differs in what the diagnostic says.

    Attributes:
        description: what it does, as an order: `remove the line that is overwritten`.
        edits: the changes of the text; no two of them have a line in common.
    """

    description: str
    edits: tuple[Edit, ...]
