"""The commands that the running-config has: without lines that equal their default, with the parts that the router fills in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from iossim.config.ports import is_virtual
from iossim.config.section import Section
from iossim.language import Command, Identity, Mode, default_of, defaults_of, match
from iossim.language.bodies import Argument, Keyword
from iossim.language.form import Form
from iossim.language.rules import Rule
from iossim.versions import is_before, is_version


def printed_commands(section: Section, version: str) -> dict[Identity, Command]:
    """The commands of a section that the running-config prints, by identity.

    Args:
        section: the section.
        version: the router's version of Unified CME.
    """
    inherits = any(command.form.rule.inherits for command in section.entries.values())
    commands = {
        identity: filled(section.mode, command) if command.form.rule.fills and _fills(section, command.form.rule) else command
        for identity, command in section.entries.items()
        if inherits or not _is_hidden(section, identity, command, version)
    }
    always = {
        identity: default
        for identity, default in always_printed(section.mode, version)
        if identity not in section.entries and _stands_alone(section, default.form.rule)
    }
    return commands | always if always else commands


def all_commands(section: Section, version: str) -> dict[Identity, Command]:
    """The commands that are in force in a section, for `show running-config all`: the entered ones and the defaults.

    Args:
        section: the section.
        version: the router's version of Unified CME: defaults of commands that it does not have are left out, and those in whose
            place another command was entered (`codec` beside `voice-class codec`).
    """
    names, words = {identity[0] for identity in section.entries}, section.header_words
    defaults = {
        identity: command
        for identity, command in defaults_of(section.mode).items()
        if command.form.rule.exists_in(version)
        and command.form.rule.exists_among(words)
        and names.isdisjoint(command.form.rule.conflicts)
        and (not command.form.rule.printed_in_ios or _stands_alone(section, command.form.rule))
    }
    in_force = defaults | section.entries
    return {identity: filled(section.mode, command) for identity, command in in_force.items()}


def _is_hidden(section: Section, identity: Identity, command: Command, version: str) -> bool:
    """True if an entered command equals its default, and the router does not print it."""
    rule = command.form.rule
    if not rule.defaults or rule.default_printed or identity in section.sections or section.kept.get(identity):
        return False
    default = default_of(section.mode, rule, identity)
    if default is None or default.negative != command.negative or default.words != filled(section.mode, command).words:
        return False
    return not _is_printed_always(rule, version)


@cache
def always_printed(mode: Mode, version: str) -> tuple[tuple[Identity, Command], ...]:
    """The defaults of a mode that the router prints even if nobody entered them (`//@ always-printed`)."""
    return tuple(
        (identity, default) for identity, default in defaults_of(mode).items() if _is_printed_always(default.form.rule, version)
    )


def _is_printed_always(rule: Rule, version: str) -> bool:
    return bool(rule.always_printed) and not is_before(version, rule.always_printed)


def _stands_alone(section: Section, rule: Rule) -> bool:
    """True if a default may be printed: the command that it needs is there, and none that it conflicts with or yields to."""
    if rule.name in section.left_out or not _is_in_ios(section, rule):
        return False
    names = {identity[0] for identity in section.entries}
    needed = section.get(rule.needs) if rule.needs in names else None
    off = needed is not None and needed.negative
    return (not rule.needs or (rule.needs in names and not off)) and names.isdisjoint((*rule.conflicts, *rule.yields))


def _is_in_ios(section: Section, rule: Rule) -> bool:
    """True if the version of IOS that the configuration names, if it names one, prints a default."""
    version = ios_version(section) if rule.printed_in_ios else ""
    if not version:
        return True
    root = root_of(section)
    first, last = rule.printed_in_ios
    of_routers = is_before(last, "16")
    if is_of_s_release(root) or (of_routers and root.get("spanning_tree_extend_system_id") is not None):
        return False
    return not is_before(version, first) and not is_before(last, version)


def _fills(section: Section, rule: Rule) -> bool:
    """True if the version of IOS that the configuration names, if it names one, fills words in."""
    version = ios_version(section) if rule.fills_from_ios else ""
    return not version or not is_before(version, rule.fills_from_ios)


def root_of(section: Section) -> Section:
    """Global configuration, in which a section stands."""
    while section.parent is not None:
        section = section.parent
    return section


def ios_version(section: Section) -> str:
    """The version of IOS that the configuration of a section names: `15.7` of `version 15.7`; "" where it is no number."""
    command = root_of(section).get("version")
    version = command.words[1] if command is not None else ""
    return version if is_version(version) else ""


def is_of_s_release(root: Section) -> bool:
    """True for the text of a device with an S release of IOS: others have `service password-encryption`, or `no` before it."""
    return root.get("boot_start_marker") is not None and root.get("service_password_encryption") is None


def note_left_out(root: Section) -> None:
    """Notes the defaults that the text of a device left out of its ports: a switch has nothing about the address of such a port.

    Args:
        root: global configuration with the whole text.
    """
    ios = ios_version(root)
    for section in root.sections.values():
        rules = _entered_in_ports(section.mode)
        if rules and _is_port(section, ios):
            names = {identity[0] for identity in section.entries}
            section.left_out = frozenset(
                rule.name for rule in rules if rule.name not in names and root.get(rule.entered_in_ports) is not None
            )


def note_shown_off(root: Section, negated: Sequence[tuple[Section, Command]]) -> None:
    """Notes the negative forms that the text of a device has in each of its ports: some images print `no shutdown`.

    Args:
        root: global configuration with the whole text.
        negated: the negative commands of the text that may be such ones, with their sections.
    """
    if not negated or root.get("boot_start_marker") is None:
        return
    ios = ios_version(root)
    sections: dict[Identity, dict[int, Section]] = {}
    for section, command in negated:
        identity = command.form.identity(command.words)
        sections.setdefault(identity, {})[id(section)] = section
        section.shown_off = {**section.shown_off, identity: command}
    ports = [section for section in root.sections.values() if _is_port(section, ios) and "." not in section.key[0]]
    for identity, having in sections.items():
        modes = {section.mode.name for section in having.values()}
        if not all(id(port) in having or identity in port.entries for port in ports if port.mode.name in modes):
            for section in having.values():
                section.shown_off.pop(identity, None)


@cache
def _entered_in_ports(mode: Mode) -> tuple[Rule, ...]:
    return tuple(rule for rule in mode.commands if rule.entered_in_ports)


def _is_port(section: Section, ios: str) -> bool:
    """True for the section of an interface that no command makes; a channel (`Serial0/0/0:23`) is made by its controller.

    IOS XE prints nothing about the address of a channel.
    """
    if not section.key or is_virtual(section.key[0]):
        return False
    return ":" not in section.key[0] or (bool(ios) and not is_before(ios, "16"))


def filled(mode: Mode, command: Command) -> Command:
    """A command with the words that the router fills in (`//@ fills`): `max-conferences 4` is `max-conferences 4 gain -6`.

    Args:
        mode: the mode of the command.
        command: the command.
    """
    if command.negative or command.reset:
        return command
    for field, words in command.form.rule.fills:
        place = _place(mode, command.form, field, words)
        if place is not None:
            at, form = place
            longer = Command(form, [*command.words[:at], *words, *command.words[at:]])
            longer.line, longer.number = command.line, command.number
            command = longer
    return command


@cache
def _place(mode: Mode, form: Form, field: str, words: tuple[str, ...]) -> tuple[int, Form] | None:
    """The place where words are filled in, and the form of the longer command; None if the form has the field or no room for it."""
    samples = [_sample(place.symbol) for place in form.places]
    if field in form.fields(samples):
        return None
    for at in range(len(samples), 0, -1):
        longer = [*samples[:at], *words, *samples[at:]]
        outcome = match(mode, " ".join(longer))
        if isinstance(outcome, Command) and outcome.form.rule is form.rule and outcome.words == longer and field in outcome.fields:
            return at, outcome.form
    return None


def _sample(symbol: object) -> str:
    return symbol.text if isinstance(symbol, Keyword) else symbol.notation.samples[0] if isinstance(symbol, Argument) else ""
