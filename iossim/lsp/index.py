"""The index of the names in a document. An edit changes the lines that it reads again; look-ups do not read lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from iossim.config.section import natural
from iossim.lsp.names import Name


class Place(NamedTuple):
    """A name at its place in a document.

    Attributes:
        line: index of its line.
        name: the name.
    """

    line: int
    name: Name


class NameIndex:
    """The names in a document, by line and by kind."""

    def __init__(self) -> None:
        self._lines: list[tuple[Name, ...]] = []
        self._places: dict[str, dict[str, list[Place]]] | None = None  # by kind and name; None after an edit

    def replace(self, first: int, last: int, lines: Sequence[tuple[Name, ...]]) -> None:
        """Puts the names of lines in the place of those of other lines.

        Args:
            first: index of the first line that is replaced.
            last: index of the line after the last one.
            lines: the names of each new line.
        """
        self._lines[first:last] = lines
        self._places = None

    def at(self, line: int, column: int) -> Name | None:
        """The name at a place of the document; None if there is none.

        Args:
            line: index of the line.
            column: index of a character of the name, or of the one after it.
        """
        here = self._lines[line] if line < len(self._lines) else ()
        return next((name for name in here if name.start <= column <= name.end), None)

    def places(self, kind: str, name: str) -> Sequence[Place]:
        """The places of a name, in the order of the lines."""
        return self._of_kind(kind).get(name, ())

    def definition(self, kind: str, name: str) -> int | None:
        """The index of the first line that defines a name; None if none does."""
        return next((place.line for place in self.places(kind, name) if place.name.defines), None)

    def defined(self, kind: str) -> list[str]:
        """The names of a kind that are defined, in their natural order."""
        names = self._of_kind(kind)
        return sorted((name for name, places in names.items() if any(place.name.defines for place in places)), key=natural)

    def _of_kind(self, kind: str) -> Mapping[str, list[Place]]:
        if self._places is None:
            self._places = {}
            for index, names in enumerate(self._lines):
                for name in names:
                    self._places.setdefault(name.kind, {}).setdefault(name.name, []).append(Place(index, name))
        return self._places.get(kind, {})
