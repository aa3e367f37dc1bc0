"""`interface range`: one line that opens the sections of several interfaces, and lines that are entered in all of them."""

from __future__ import annotations

import re
from collections.abc import Callable

from iossim.config.applied import Applied
from iossim.config.plan import EntryPlan
from iossim.config.tree import Configuration, Section
from iossim.language import Command, match
from iossim.language.notations.interfaces import interface_name

Apply = Callable[[Configuration, Section, Command], Applied]

#: The most interfaces that one range names.
_MOST = 4096
_SPAN = re.compile(r"(?P<first>.*?\d)\s*-\s*(?P<last>.*\d)").fullmatch


def names_in(text: str) -> list[str]:
    """The full names of the interfaces of a range; [] if the text is no range.

    Args:
        text: names and spans, such as `gi0/0 - 1 , lo0`; the end of a span is a number, or a name with the same beginning.
    """
    names: list[str] = []
    for part in text.split(","):
        span = _SPAN(part.strip())
        first = interface_name("".join((span["first"] if span else part).split()))
        if first is None:
            return []
        begin = first.rstrip("0123456789")
        low = int(first[len(begin) :])
        last = "".join(span["last"].split()) if span else str(low)
        full = last if last.isdigit() else (interface_name(last) or "").removeprefix(begin)
        if not full.isdigit() or not 0 <= int(full) - low < _MOST - len(names):
            return []
        names += [f"{begin}{number}" for number in range(low, int(full) + 1)]
    return list(dict.fromkeys(names))


def apply_to_members(configuration: Configuration, section: Section, command: Command, plan: EntryPlan, apply: Apply) -> Applied:
    """Applies a command that names a range, or a command in the section of a range, to all members.

    Args:
        configuration: the tree.
        section: the section of the command's mode.
        command: the command.
        plan: its entry plan.
        apply: applies one command to one section.

    Returns:
        The result; its section has the members. A member that refuses a command does not keep the others from taking it.
    """
    if plan.ranges:
        prefix = "no " if command.negative else "default " if command.reset else ""
        lines = [f"{prefix}interface {name}" for name in names_in(str(command.fields[plan.ranges]))]
        targets = [section] * len(lines)
        if not lines:
            return Applied(section, word=len(command.words) - 1)
    else:
        lines, targets = [command.text] * len(section.members), list(section.members)
    results = []
    for target, line in zip(targets, lines, strict=True):
        typed = match(target.mode, line)
        if not isinstance(typed, Command):
            return Applied(section, word=0)
        typed.line = command.line
        result = apply(configuration, target, typed)
        if result.word >= 0:
            return Applied(section, word=len(command.words) - 1 if plan.ranges else result.word)
        results.append(result)
    return _together(configuration, section, command, plan, targets, results)


def _together(
    configuration: Configuration,
    section: Section,
    command: Command,
    plan: EntryPlan,
    targets: list[Section],
    results: list[Applied],
) -> Applied:
    """The results of all members as one."""
    refused = "\n".join(result.refused for result in results if result.refused)
    says = "".join(result.says for result in results)
    opened = [result.section for result, target in zip(results, targets, strict=True) if result.section is not target]
    if opened and not refused:
        section = Section(configuration.language.mode(plan.enters), command, section)
        section.members = tuple(opened)
    refusing = tuple(target for result, target in zip(results, targets, strict=True) if not result.accepted)
    refusal = next((result.refusal for result in results if result.refusal is not None), None)
    return Applied(section, refused, says=says, action=results[0].action, refusal=refusal, refusing=refusing)
