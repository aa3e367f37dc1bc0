"""Patterns of files, written like those of .gitignore."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Patterns:
    """Patterns of files; a later one may take back what an earlier one says (`!keep.cfg`).

    Args:
        lines: the patterns.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        # Imported when the first path is compared: it loads a library of regular expressions, and most runs have no pattern.
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self.lines, backend="simple")

    def decide(self, path: str) -> bool | None:
        """True if the patterns name a file, False if they take it back, None if they say nothing about it.

        Args:
            path: the path relative to the folder of the patterns, with slashes; that of a folder ends with one.
        """
        return self._spec.check_file(path).include if self.lines else None
