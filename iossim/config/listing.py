"""Lists with sequence numbers as the running-config prints them: with or without numbers, numbered lists as lines of their own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from iossim.config.section import Section
from iossim.language import Command, Identity, Mode, match
from iossim.versions import is_before

#: The distance from the highest number of a list to the one of a new entry.
STEP = 10
#: The version of IOS that prints sequence numbers.
_NUMBERS_SINCE = "16.12"

Item = tuple[Identity, Command]


def prints_numbers(ios: str) -> bool:
    """True if a version of IOS prints sequence numbers, and numbered lists as sections; "" is a version that is not known."""
    return bool(ios) and not is_before(ios, _NUMBERS_SINCE)


def with_lines(section: Section, commands: dict[Identity, Command]) -> dict[Identity, Command]:
    """The commands of global configuration with the lines of numbered lists in place of their headers."""
    return dict(_with_lines(section, commands)) if section.parent is None else commands


def with_numbers(section: Section, items: list[Item], everywhere: bool) -> list[Item]:
    """The commands of a section with the sequence numbers that are printed.

    Args:
        section: the section.
        items: its commands, in printed order.
        everywhere: all entries have their numbers; else those that are `shown`, and the remarks between them, where a reader would
            give them another number.
    """
    start = _start(section.mode)
    return list(_with_numbers(section, items, start, everywhere)) if start else items


def _with_lines(section: Section, commands: dict[Identity, Command]) -> Iterator[Item]:
    """The commands with the lines of numbered lists in place of their headers."""
    for identity, command in commands.items():
        lines = _lines(section, identity, command) if command.form.rule.lines else []
        if not lines:
            yield identity, command
        taken: set[Identity] = set()
        for line in lines:
            own = line.form.identity(line.words)
            yield (own if own not in taken else (*own, str(len(taken)))), line
            taken.add(own)


def _lines(section: Section, identity: Identity, header: Command) -> list[Command]:
    """The lines of a numbered list; [] for a list that has a name or is empty, or has lines that are not in the grammar."""
    listed = section.sections.get(identity)
    if listed is None or not identity[1].isdigit() or any(listed.kept.values()):
        return []
    lines = [line_of(section.mode, header, identity[1], entry) for entry in listed.entries.values()]
    return [line for line in lines if line is not None] if None not in lines else []


def line_of(mode: Mode, header: Command, number: str, entry: Command) -> Command | None:
    """The line of a numbered list that an entry is printed as; None if the list cannot have this number.

    Args:
        mode: the mode of the header.
        header: the command that opened the section of the list.
        number: number of the list.
        entry: an entry of the section.
    """
    line = match(mode, f"{header.form.rule.lines.replace('{NAME}', number)} {entry.text}")
    if not isinstance(line, Command):
        return None
    line.line = entry.line
    return line


@cache
def _start(mode: Mode) -> str:
    """The words before an entry with a number in a mode (`sequence {SEQUENCE}`); "" where there is none."""
    return next((rule.at for rule in mode.commands if rule.at), "")


@cache
def _shows_numbers(mode: Mode) -> bool:
    """True if the entries of a mode have their numbers in older versions of IOS, too."""
    return any(rule.sequenced == "shown" for rule in mode.commands)


def next_number(last: int, highest: int) -> int:
    """The number of a new line at the end of a list.

    Args:
        last: number of the last entry; 0: none.
        highest: number of the last line, which may be a remark.
    """
    return max(last + STEP, highest)


def _with_numbers(section: Section, items: list[Item], start: str, everywhere: bool) -> Iterator[Item]:
    last = highest = 0
    shows = _shows_numbers(section.mode)
    for identity, command in items:
        kind, number = "" if command.negative else command.form.rule.sequenced, command.number
        if kind and (everywhere or (shows and number != next_number(last, highest))):
            text = f"{start.replace('{SEQUENCE}', str(number))} {command.text}"
            longer = match(section.mode, text)
            assert isinstance(longer, Command), "every entry has a form with its number"
            yield identity, longer
        else:
            yield identity, command
        if kind:
            highest = number
            last = last if kind == "remark" else number
