"""`interface range`: one line that opens the sections of several interfaces, and lines that are entered in all of them."""

from __future__ import annotations

from collections.abc import Callable

from iossim.config.applied import Applied
from iossim.config.plan import EntryPlan
from iossim.config.tree import Configuration, Section
from iossim.language import Command, match
from iossim.language.notations.interfaces import names_in

Apply = Callable[[Configuration, Section, Command], Applied]


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
    else:
        lines, targets = [command.text] * len(section.members), list(section.members)
    results = []
    for target, line in zip(targets, lines, strict=True):
        typed = match(target.mode, line)
        if not isinstance(typed, Command):
            return Applied(section, word=0)
        typed.line = command.line
        if not typed.form.rule.exists_among(target.header_words):
            results.append(Applied(target, word=0))
            continue
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
    word = max(result.word for result in results)
    return Applied(section, refused, word, says=says, action=results[0].action, refusal=refusal, refusing=refusing)
