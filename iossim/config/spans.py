"""Ranges of numbers with a section (`//@ spans`): `line vty 0 15` divides `line vty 0 4` from the other lines, and opens both sections."""

from __future__ import annotations

from typing import cast

from iossim.config.applied import Applied
from iossim.config.plan import EntryPlan
from iossim.config.tree import Configuration, Section
from iossim.language import Command, Identity, match

#: The first and the last number of a range.
Span = tuple[int, int]


def apply_span(configuration: Configuration, section: Section, command: Command, plan: EntryPlan) -> Applied:
    """Opens the sections in a range, and makes those that are missing; `no` removes them.

    The ranges that the range crosses are divided first: each part has the lines of the whole.

    Args:
        configuration: the tree.
        section: the section of the command's mode.
        command: the command with the range.
        plan: its entry plan.
    """
    first, last = _span(command, plan.spans)
    if first > last:
        return Applied(section, word=len(command.words) - 1)
    _divide(configuration, section, command, plan.spans)
    there = _others(section, command, plan.spans)
    if command.negative or command.reset:
        for identity, _ in there:
            configuration.drop(section, identity)
        return Applied(section)
    spans = [span for _, span in there]
    opened = [_open(configuration, section, command, plan.spans, span) for span in sorted([*spans, *_gaps(spans, first, last)])]
    if len(opened) == 1:
        return Applied(opened[0])
    together = Section(configuration.language.mode(plan.enters), command, section)
    together.members = tuple(opened)
    return Applied(together)


def _divide(configuration: Configuration, section: Section, command: Command, fields: tuple[str, ...]) -> None:
    first, last = _span(command, fields)
    for identity, (start, end) in _others(section, command, fields):
        parts = [(start, first - 1), (max(start, first), min(end, last)), (last + 1, end)]
        kept = [(low, high) for low, high in parts if low <= high]
        if len(kept) > 1:
            whole = section.sections[identity]
            configuration.drop(section, identity)
            for part in kept:
                _copy(configuration, whole, _open(configuration, section, command, fields, part))


def _span(command: Command, fields: tuple[str, ...]) -> Span:
    first = int(str(command.fields[fields[0]]))
    return first, int(str(command.fields.get(fields[1], first)))


def _others(section: Section, command: Command, fields: tuple[str, ...]) -> list[tuple[Identity, Span]]:
    """The ranges of the same command that have numbers in common with a range, in the order of their numbers."""
    first, last = _span(command, fields)
    entries = section.entries.items()
    spans = [(identity, _span(entry, fields)) for identity, entry in entries if entry.form.rule is command.form.rule]
    return sorted((item for item in spans if item[1][0] <= last and item[1][1] >= first), key=lambda item: item[1])


def _gaps(there: list[Span], first: int, last: int) -> list[Span]:
    """The parts of a range that no other range has, given those in the order of their numbers."""
    gaps = []
    for start, end in [*there, (last + 1, last + 1)]:
        if first < start:
            gaps.append((first, start - 1))
        first = end + 1
    return gaps


def _open(configuration: Configuration, section: Section, command: Command, fields: tuple[str, ...], span: Span) -> Section:
    """The section of a range, made where there is none yet."""
    if span == _span(command, fields):
        header = Command(command.form, command.words)
    else:
        numbers = [str(number) for number in dict.fromkeys(span)]
        beginning = command.words[: command.form.words_of(fields[0])[0]]
        header = cast("Command", match(section.mode, " ".join([*beginning, *numbers])))
    header.line = command.line
    identity = header.form.identity(header.words)
    return configuration.open(section, identity, header, configuration.language.mode(header.form.rule.enters))


def _copy(configuration: Configuration, whole: Section, part: Section) -> None:
    """Enters the lines of a section in another one."""
    for line in whole.kept.get(None, ()):
        configuration.keep(part, None, line)
    for identity, entry in whole.entries.items():
        copied = Command(entry.form, entry.words, entry.negative)
        copied.line, copied.number = entry.line, entry.number
        configuration.store(part, identity, copied)
        for line in whole.kept.get(identity, ()):
            configuration.keep(part, identity, line)
