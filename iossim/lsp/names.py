"""The names in a line: dns, templates, profiles and others that its command defines or refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from iossim.language import Command, Mode, follow
from iossim.language.bodies import Argument
from iossim.language.notations import Notation
from iossim.language.trail import positions
from iossim.lsp.lines import OutlineLine

_RUNS = re.compile(r"[A-Za-z0-9_.-]+")
_DIGITS = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name or tag in a line.

    Attributes:
        kind: the kind of thing that it names, such as `ephone-dn`.
        name: the name.
        start: index of its first character.
        end: index of the character after it.
        defines: True if the command defines it; False if it refers to it.
        notation: the notation of its word.
    """

    kind: str
    name: str
    start: int
    end: int
    defines: bool
    notation: Notation


def names_in(line: OutlineLine, raw: str) -> tuple[Name, ...]:
    """The names in a line.

    Args:
        line: the outline of the line.
        raw: its text.
    """
    command = line.command
    if command is None or not (command.form.rule.defines or command.form.referring):
        return ()
    return tuple(_names(line, raw, command))


def _names(line: OutlineLine, raw: str, command: Command) -> Iterator[Name]:
    if not command.negative:
        for kind, field in command.form.rule.defines:
            for at, notation in _places(command, field):
                yield from _in_word(raw, line, command, at, kind, notation, defines=True)
    for kind, at, notation, _ in command.form.referring:
        if at < len(command.words):
            yield from _in_word(raw, line, command, at, kind, notation, defines=False)


def _places(command: Command, field: str) -> Iterator[tuple[int, Notation]]:
    """The words of a command that fill a field."""
    for at, place in enumerate(command.form.places[: len(command.words)]):
        if isinstance(place.symbol, Argument) and place.symbol.field == field:
            yield at, place.symbol.notation


def _in_word(
    raw: str, line: OutlineLine, command: Command, at: int, kind: str, notation: Notation, *, defines: bool
) -> Iterator[Name]:
    """The names that a word of a command holds."""
    spot = _spot(raw, line, command, at)
    if spot is None:
        return
    start, end = spot
    word = raw[start:end]
    for name in dict.fromkeys(notation.tags(command.words[at])):
        offset = _offset(word, name, notation)
        if offset >= 0:
            yield Name(kind, name, start + offset, start + offset + len(name), defines, notation)


def _spot(raw: str, line: OutlineLine, command: Command, at: int) -> tuple[int, int] | None:
    """The place of a word of a command in its line."""
    text = raw[line.start :]
    spots = positions(text)
    before = command.negative or command.reset
    if len(command.words) + before == len(spots):
        start, end = spots[at + before]
    else:
        steps = follow(mode_of(line, command), text).steps
        if at >= len(steps) or steps[at].at >= len(spots):
            return None
        start, end = spots[steps[at].at]
    return line.start + start, line.start + end


def mode_of(line: OutlineLine, command: Command) -> Mode:
    """The mode of the command in a line."""
    return next((mode for mode in line.state.chain if mode.name == command.mode), line.state.chain[-1])


def _offset(word: str, name: str, notation: Notation) -> int:
    """The index of a name in its word: the place where another name changes the names of the word, and nothing else; -1 if none is."""
    if word == name:
        return 0
    before = notation.tags(word)
    other = "1" * len(name) if name != "1" * len(name) else "2" * len(name)
    for match in (_DIGITS if name.isdigit() else _RUNS).finditer(word):
        if match[0] != name:
            continue
        tried = word[: match.start()] + other + word[match.end() :]
        expected = [other if each == name else each for each in before]
        if notation.check(tried) is not None and notation.tags(tried) == expected:
            return match.start()
    return -1
