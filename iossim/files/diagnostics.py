"""A diagnostic: an error, a warning or a note about a line of a configuration file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from iossim.escape import escaped
from iossim.files.fixes import Fix


class Diagnostic:
    """An error, a warning or a note about a line of a configuration. Diagnostics with equal values are equal.

    Args:
        text: the line without its secrets, or a function that returns it. Most diagnostics are shown without their
            line, and hiding its secrets takes time: the function runs when `text` is read.

    Attributes:
        path: name of the file; "" for a text without a name.
        line: from 1; 0 if the whole file is meant.
        column: from 1.
        end_column: the column after the last character, from 1.
        severity: "error", "warning" or "info".
        code: stable name of this kind of diagnostic, like "out-of-range".
        message: describes what is wrong, and what would be right.
        fix: a safe correction of the text; None if there is none.
    """

    __slots__ = ("_text", "code", "column", "end_column", "fix", "line", "message", "path", "severity")

    #: The values of a diagnostic, in the order of its arguments and of the JSON output.
    NAMES = ("path", "line", "column", "end_column", "severity", "code", "message", "text")

    def __init__(
        self,
        path: str,
        line: int,
        column: int,
        end_column: int,
        severity: str,
        code: str,
        message: str,
        text: str | Callable[[], str] = "",
        fix: Fix | None = None,
    ) -> None:
        self.path = path
        self.line = line
        self.column = column
        self.end_column = end_column
        self.severity = severity
        self.code = code
        self.message = message
        self._text = text
        self.fix = fix

    @property
    def text(self) -> str:
        """The line, with `******` in place of secrets."""
        if not isinstance(self._text, str):
            self._text = self._text()
        return self._text

    def as_dict(self) -> dict[str, str | int]:
        """The values by name, as JSON has them."""
        return {name: getattr(self, name) for name in self.NAMES}

    def __str__(self) -> str:
        return escaped(f"{self.path}:{self.line}:{self.column}: {self.severity}: {self.code} {self.message}")

    def __repr__(self) -> str:
        return f"Diagnostic({', '.join(map(repr, self.as_dict().values()))})"

    def __eq__(self, other: object) -> bool:
        return self.as_dict() == other.as_dict() if isinstance(other, Diagnostic) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.path, self.line, self.column, self.code))

    def __reduce__(self) -> tuple[Any, ...]:
        return Diagnostic, (*self.as_dict().values(), self.fix)
