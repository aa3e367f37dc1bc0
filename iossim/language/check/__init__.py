"""`iossim grammar check`: every mistake that a writer of grammars could make, reported before a user meets it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from iossim.errors import GrammarError
from iossim.language.check.lists import list_mistakes
from iossim.language.check.loose import loose_mistakes
from iossim.language.check.names import Known, mode_mistakes, name_mistakes
from iossim.language.check.opinion import disagreements
from iossim.language.check.rules import circles, endless_repeats, rule_mistakes
from iossim.language.check.trees import tree_mistakes
from iossim.language.mode import Mode
from iossim.language.reading import read, sources, space_of_modes
from iossim.language.space import Space

__all__ = ["check"]


def check(folder: Path, actions: Collection[str] | None = None) -> Iterator[GrammarError]:
    """The mistakes in the grammars of a folder, each with file and line.

    The later checks need texts and lists that are right: a name space with a mistake in its text is not looked at
    further.

    Args:
        folder: the folder with the `.lark` files.
        actions: the actions that the router can carry out; None: do not check their names.
    """
    reported: set[str] = set()
    for mistake in _mistakes(folder, actions):
        if str(mistake) not in reported:
            reported.add(str(mistake))
            yield mistake


def _mistakes(folder: Path, actions: Collection[str] | None) -> Iterator[GrammarError]:
    try:
        files = sources(folder)
    except GrammarError as error:
        yield error
        return
    if not files:
        yield GrammarError(f"there are no grammar files in {folder}")
    spaces: list[Space] = []
    faulty: set[str] = set()
    for name, texts in files.items():
        space, mistakes = read(name, texts)
        mistakes = mistakes or list(circles(space)) or list(endless_repeats(space))
        faulty |= {name} if mistakes else set()
        yield from mistakes
        spaces.append(space)
    try:
        space_of_modes(files)
    except GrammarError as error:
        yield error
        return
    modes: list[Mode] = []
    for space in spaces:
        if space.name not in faulty:
            mistakes = list(list_mistakes(space))
            yield from mistakes
            if mistakes:
                faulty.add(space.name)
            else:
                modes += [Mode(space, mode) for mode in space.modes]
    yield from _modes(modes, Known(modes, actions), complete=not faulty)
    for space in spaces:
        ours = [mode for mode in modes if mode.space is space]
        if ours:
            yield from disagreements(space, files[space.name], ours)


def _modes(modes: list[Mode], known: Known, complete: bool) -> Iterator[GrammarError]:
    """The mistakes in modes whose texts could be read.

    Args:
        modes: the modes.
        known: the names of the whole language.
        complete: no other mode is missing, so that a name that is not known is a mistake.
    """
    for mode in modes:
        if complete:
            yield from mode_mistakes(known, mode)
        for rule in mode.commands:
            if complete:
                yield from name_mistakes(known, mode, rule)
            yield from rule_mistakes(mode, rule)
            yield from loose_mistakes(mode, rule)
        yield from tree_mistakes(mode)
