"""Renaming: the edits that give a name another one, at its definition and at all references."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from lsprotocol import types

from iossim.lsp.document import Document
from iossim.lsp.index import Place
from iossim.lsp.names import Name, names_in
from iossim.lsp.outline import Outline


def rename(document: Document, outline: Outline, place: Place, new: str) -> list[types.TextEdit] | str:
    """The edits of a renaming; or the reason why the name cannot be used.

    Args:
        document: the document.
        outline: its outline.
        place: one of the places of the name.
        new: the new name.
    """
    kind, old = place.name.kind, place.name.name
    if new == old:
        return []
    if outline.names.places(kind, new):
        return f"{kind} {new} is in use already"
    places = outline.names.places(kind, old)
    for line, here in groupby(places, key=lambda place: place.line):
        names = [place.name for place in here]
        if not _fits(document.raw[line], outline, line, names, new):
            return f"line {line + 1} does not accept `{new}`: it takes {names[0].notation.shown}"
    return [types.TextEdit(document.range(each.line, each.name.start, each.name.end), new) for each in places]


def _fits(raw: str, outline: Outline, line: int, names: list[Name], new: str) -> bool:
    """True if a line holds the new name in the place of the old one, and nothing else changes."""
    text = raw
    for name in sorted(names, key=lambda name: name.start, reverse=True):
        text = text[: name.start] + new + text[name.end :]
    before, after = outline.lines[line], outline.read_alone(line, text)
    if before.command is None or after.command is None or before.command.name != after.command.name:
        return False
    expected = [replace(each, name=new) if each in names else each for each in names_in(before, raw)]
    return [(each.kind, each.name, each.defines) for each in names_in(after, text)] == [
        (each.kind, each.name, each.defines) for each in expected
    ]
