"""Applies a command to the tree: enter, negate, default; the reasons to refuse it, and the router's messages."""

from __future__ import annotations

from iossim.config.applied import Applied
from iossim.config.members import apply_to_members
from iossim.config.own_lines import store_line
from iossim.config.plan import EntryPlan, plan_of
from iossim.config.ports import new_lines
from iossim.config.references import cascade
from iossim.config.refusal import Refusal
from iossim.config.sequences import apply_sequenced
from iossim.config.spans import apply_span
from iossim.config.tree import Configuration, Section
from iossim.language import Command, Identity, default_of, match


def apply(configuration: Configuration, section: Section, command: Command) -> Applied:  # noqa: C901 (hot: a call costs too much)
    """Applies a command to the section it belongs to.

    Args:
        configuration: the tree.
        section: the section whose mode has the command.
        command: the command.

    Returns:
        The result; nothing has changed if the command was refused.
    """
    plan = plan_of(command.form)
    if section.members or plan.ranges:
        return apply_to_members(configuration, section, command, plan, apply)
    if plan.sequenced:
        return apply_sequenced(configuration, section, command, apply)
    if plan.spans:
        return apply_span(configuration, section, command, plan)
    said, doubt = "", None
    for named in plan.named_checks:
        for answer in named(configuration, section, command):
            if not isinstance(answer, Refusal):
                said += answer.message + "\n"
            elif answer.ordered and configuration.ports is None:
                doubt = answer
            else:
                return Applied(section, refused=answer.message, word=answer.word, refusal=answer)
    if plan.effect is not None:
        effected = plan.effect(configuration, section, command)
        if isinstance(effected, Refusal):
            return Applied(section, refused=effected.message, word=effected.word)
        effected.line = command.line
        command = effected
    if command.negative or command.reset:
        applied = _negate(configuration, section, command, plan)
        applied.says = said + applied.says
        return applied
    for check in plan.checks:
        refusal = check(configuration, section, command)
        if refusal is not None:
            return Applied(section, refused=refusal.message, word=refusal.word, refusal=refusal)
    says = said + (fill(plan.message, command) + "\n" if plan.message else "")
    if plan.action:
        if configuration.notes is not None:
            configuration.notes.actions.append((section, command))
        return Applied(section, action=plan.action, says=says)
    section = enter(configuration, section, command, plan)
    return Applied(section, says=says, block=plan.block, refusal=doubt)


def enter(configuration: Configuration, section: Section, command: Command, plan: EntryPlan) -> Section:
    """Enters a command that nothing refuses, in the place of those that it replaces.

    Args:
        configuration: the tree.
        section: the section whose mode has the command.
        command: the command; no negative form.
        plan: its entry plan.

    Returns:
        The section that the next line belongs to.
    """
    identity = command.form.identity(command.words)
    if plan.conflicts:
        _remove_conflicting(configuration, section, plan)
    if plan.enters:
        return configuration.open(section, identity, command, configuration.language.mode(plan.enters))
    if plan.merges:
        for part in split_merged(configuration, command):
            configuration.store(section, part.form.identity(part.words), part)
    elif plan.numbered:
        command.number = _number(section, identity)
        configuration.store(section, identity, command)
    elif plan.restores and _is_default(section, command, identity):
        configuration.drop(section, identity)
    else:
        configuration.store(section, identity, command)
    return section


def _number(section: Section, identity: Identity) -> int:
    """The number of an entry: the one that it has already, or else the lowest that is free."""
    numbers = {entered: command.number for entered, command in section.entries.items() if entered[0] == identity[0]}
    if identity in numbers:
        return numbers[identity]
    return next(number for number in range(1, len(numbers) + 2) if number not in numbers.values())


def _is_default(section: Section, command: Command, identity: Identity) -> bool:
    """True if a command is the default of its mode (`huntstop` removes `no huntstop`, and leaves nothing to store)."""
    default = default_of(section.mode, command.form.rule, identity)
    return default is not None and default.form.toggle and default.words == command.words


def _negate(configuration: Configuration, section: Section, command: Command, plan: EntryPlan) -> Applied:
    """Removes what the `no` or `default` form of a command means, or stores the `no` form."""
    rule = command.form.rule
    if command.negative and rule.negative == "none":
        return Applied(section, word=0)
    if plan.action:
        return Applied(section, action=plan.action)
    if rule.only_named and not _is_named(section, command):
        return Applied(section)
    if rule.negative in ("all", "list") and not command.form.has_key:
        given = command.form.identity(command.words)
        for identity in [identity for identity in section.entries if identity[: len(given)] == given]:
            _remove(configuration, section, identity)
        return Applied(section)
    if command.reset and (rule.empties or rule.keeps_default):
        _set_back(configuration, section, command)
        return Applied(section)
    if command.negative and rule.clears:
        _remove_conflicting(configuration, section, plan)
    for part in split_merged(configuration, command) if plan.merges else (command,):
        identity = part.form.identity(part.words)
        if part.negative and _is_stored_negated(section, part, identity):
            _store_off(configuration, section, identity, _off(section, part, identity))
        else:
            _remove(configuration, section, identity)
        _remove_owned(configuration, section, rule.owns, identity[1:])
    return Applied(section)


def _remove_owned(configuration: Configuration, section: Section, owned: tuple[str, ...], key: tuple[str, ...]) -> None:
    """Removes the entries of some commands whose key begins with a key (`//@ owns`)."""
    for below in section.walk() if owned else ():
        for identity in [one for one in below.entries if one[0] in owned and one[1 : 1 + len(key)] == key]:
            _remove(configuration, below, identity)


def _store_off(configuration: Configuration, section: Section, identity: Identity, off: Command) -> None:
    """Stores a `no` form, in the place of the section that the command entered."""
    if identity in section.sections:
        _remove(configuration, section, identity)
    configuration.store(section, identity, off)


def _off(section: Section, command: Command, identity: Identity) -> Command:
    """The `no` form to be stored; where that is the default, as the default has it (`no ip address dhcp` is `no ip address`)."""
    default = default_of(section.mode, command.form.rule, identity)
    if default is not None and default.negative:
        off = Command(default.form, list(default.words), negative=True)
    else:
        off = Command(command.form, command.words[: command.form.identifying], negative=True)
    off.line = command.line
    return off


def _set_back(configuration: Configuration, section: Section, command: Command) -> None:
    """Carries out `default` where it leaves lines to print (`//@ empties`, `//@ keeps-default`)."""
    if command.form.rule.empties:
        _empty(configuration, section, command)
        return
    stored = Command(command.form, command.words[: command.form.identifying], reset=True)
    stored.line = command.line
    configuration.store(section, command.form.identity(command.words), stored)


def _empty(configuration: Configuration, section: Section, command: Command) -> None:
    """Gives the section of a header the lines that it has on a new router (`default interface GigabitEthernet0/0`)."""
    identity = command.form.identity(command.words)
    if section.sections.get(identity) is None:
        return
    header = section.entries[identity]
    configuration.drop(section, identity)
    opened = configuration.open(section, identity, header, configuration.language.mode(header.form.rule.enters))
    for line in new_lines(identity[1]):
        store_line(configuration, opened, line)


def _is_named(section: Section, command: Command) -> bool:
    """True if a `no` form leaves out the name of the entry (`//@ only-named`), or gives the one that the entry has."""
    named = command.form.rule.only_named
    entry = section.entries.get(command.form.identity(command.words))
    wanted = command.fields.get(named)
    return entry is None or wanted is None or entry.fields.get(named) == wanted


def _is_stored_negated(section: Section, command: Command, identity: Identity) -> bool:
    """True if the `no` form of a command is stored: the command is on by default, or its rule says so.

    A section that is there by default is stored only if both are true.
    """
    default = default_of(section.mode, command.form.rule, identity)
    if plan_of(command.form).enters:
        return command.form.rule.stored and default is not None
    return command.form.rule.stored or (default is not None and default.form.toggle)


def _remove(configuration: Configuration, section: Section, identity: Identity) -> None:
    command = section.entries.get(identity)
    configuration.drop(section, identity)
    if command is not None and command.form.rule.defines:
        cascade(configuration, command)


def _remove_conflicting(configuration: Configuration, section: Section, plan: EntryPlan) -> None:
    for name in plan.conflicts:
        for identity in [identity for identity in section.entries if identity[0] == name]:
            configuration.drop(section, identity)


def fill(template: str, command: Command) -> str:
    """A message with the command's own words in place of `{FIELD}`."""
    for name, value in command.fields.items():
        text = " ".join(value) if isinstance(value, list) else value
        template = template.replace("{" + name.upper() + "}", text)
    return template


def split_merged(configuration: Configuration, command: Command) -> list[Command]:
    """The commands that a command with a repeated argument stands for: `button 1:1 2:2` is `button 1:1` and `button 2:2`."""
    form = command.form
    if len(command.words) == len(form.literal) + 1:
        return [command]
    mode = configuration.language.mode(form.mode)
    indices = form.words_of(form.merges)
    fixed = command.words[: indices[0]]
    parts = []
    for index in indices:
        words = [*fixed, command.words[index]]
        matched = match(mode, " ".join(words))
        assert isinstance(matched, Command)
        part = Command(matched.form, words, command.negative, command.reset)
        part.line = command.line
        parts.append(part)
    return parts
