"""The lines to type to turn one configuration into another."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.render import Printing, one_by_one, ordered
from iossim.config.render import line as printed
from iossim.config.tree import Section
from iossim.language import Command, Identity


def difference(old: Section, new: Section, indent: str = "") -> Iterator[str]:
    """The lines that turn `old` into `new` if they are typed in this order; the lines of a section stand under its header.

    Removals come first, in reverse order, so that a command is removed before the commands that it needs. Entries whose order has a
    meaning (`//@ ordered`, `//@ sequenced`) are removed and entered again after a new one that stands in front of them.

    Args:
        old: the configuration as it is.
        new: as it should be.
        indent: blanks before each line.
    """
    wanted = dict(ordered(new))
    present = dict(ordered(old))
    moved = _moved(old, new)
    for identity, command in reversed(one_by_one(old)):
        if identity not in new.entries or identity in moved or _must_reopen(command, new, identity):
            present.pop(identity, None)
            yield indent + _taken_back(command)
    for identity, command in wanted.items():
        child = new.sections.get(identity)
        before = present.get(identity)
        if before is None or before.text != command.text:
            yield indent + printed(command)
            if child is not None:
                yield from _section_difference(None if before is None else old, child, identity, indent)
        elif child is not None:
            below = list(_section_difference(old, child, identity, indent))
            if below:
                yield indent + printed(command)
                yield from below


def _moved(old: Section, new: Section) -> set[Identity]:
    """The entries that both sections have, but not in the order that has a meaning: a new entry can only be entered after the others."""
    present = _in_order(old)
    moved: set[Identity] = set()
    for place, wanted in _in_order(new).items():
        following = iter(wanted)
        expected = next(following)
        for identity in present.get(place, ()):
            if identity == expected:
                expected = next(following, ())
            elif identity in new.entries:
                moved.add(identity)
    return moved


def _in_order(section: Section) -> dict[object, list[Identity]]:
    """The entries whose order has a meaning, list by list."""
    lists: dict[object, list[Identity]] = {}
    for identity, command in one_by_one(section):
        rule = command.form.rule
        if rule.ordered or rule.sequenced:
            place = () if rule.sequenced else (identity[0], *identity[1 : command.form.sorted_keys])
            lists.setdefault(place, []).append(identity)
    return lists


def _must_reopen(command: Command, new: Section, identity: Identity) -> bool:
    """True if a section must be removed and opened again: a shorter or equally long header (`ephone-dn 1`) would change nothing."""
    wanted = new.entries[identity]
    return identity in new.sections and wanted.words != command.words and len(wanted.words) <= len(command.words)


def _taken_back(command: Command) -> str:
    """The `no` (or `default`) form of a command; a text of several lines is left out."""
    words = command.words[:-1] if "\n" in command.words[-1] else command.words
    return f"{'default' if command.negative else 'no'} {' '.join(words)}"


def _section_difference(old: Section | None, child: Section, identity: Identity, indent: str) -> Iterator[str]:
    below = (old.sections.get(identity) if old is not None else None) or Section(child.mode, child.header)
    yield from difference(below, child, indent + " ")


def contextual(old: Section, new: Section, indent: str = "") -> Iterator[str]:
    """The differences of two configurations for a reader: first what is new, with `+`, then what is gone, with `-`.

    The header of a section that both have stands without a sign above its lines.

    Args:
        old: the one configuration.
        new: the other one.
        indent: blanks before each line.
    """
    yield from _only_in(new, old, "+", indent)
    yield from _only_in(old, new, "-", indent)


def _only_in(section: Section, other: Section, sign: str, indent: str) -> Iterator[str]:
    """The lines of a section that another one has not, with a sign."""
    twins = dict(Printing().commands(other))
    for identity, command in Printing().commands(section):
        child, twin = section.sections.get(identity), twins.get(identity)
        if twin is None or twin.text != command.text:
            yield f"{indent}{sign}{printed(command)}"
            if child is not None:
                yield from _only_in(child, Section(child.mode, child.header), sign, f"{indent} ")
        elif child is not None:
            below = list(_only_in(child, other.sections.get(identity) or Section(child.mode, child.header), sign, f"{indent} "))
            if below:
                yield f"{indent}{printed(command)}"
                yield from below
