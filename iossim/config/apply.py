"""Applies a command to the tree: enter, negate, default; what the router refuses, and what it says."""

from __future__ import annotations

from dataclasses import dataclass

from iossim.config.constraints import applicable_checks
from iossim.config.effects import EFFECTS
from iossim.config.references import cascade
from iossim.config.tree import Configuration, Section
from iossim.language import Command, Form, Identity, default_of, match
from iossim.language.bodies import Argument


@dataclass(slots=True)
class Applied:
    """What came of a command.

    Attributes:
        section: the section that the next line belongs to.
        refused: the router's message, where it refuses the line; "" where it took effect.
        word: index of the word at fault, where the message is the caret's (`refused` is empty then); -1: none.
        says: what the router prints although all is well.
        action: the name of the action to carry out; "" where the command was stored or removed.
        block: the word that ends the lines that follow and belong to this command (`quit`); "" where none do.
    """

    section: Section
    refused: str = ""
    word: int = -1
    says: str = ""
    action: str = ""
    block: str = ""

    @property
    def accepted(self) -> bool:
        """The command took effect."""
        return not self.refused and self.word < 0


def apply(configuration: Configuration, section: Section, command: Command) -> Applied:  # noqa: C901 (one step a line, and hot)
    """Applies a command to the section it belongs to.

    Args:
        configuration: the tree.
        section: the section whose mode the command is of.
        command: the command.

    Returns:
        What came of it; nothing has changed where it was refused.
    """
    form = command.form
    way = _WAYS.get(form)
    if way is None:
        way = _WAYS[form] = _Way(configuration, form)
    if way.effect is not None:
        command = way.effect(configuration, section, command)
    if command.negative or command.reset:
        return _negate(configuration, section, command)
    for check in way.checks:
        for refusal in check(configuration, section, command):
            return Applied(section, refused=refusal.message, word=refusal.word)
    says = _says(command) if way.says else ""
    if way.action:
        return Applied(section, action=way.action, says=says)
    if way.conflicts:
        _conflicts(configuration, section, command)
    if way.enters is not None:
        section = configuration.open(section, form.identity(command.words), command, way.enters)
    elif form.merges:
        for each in split_merged(section.mode, command):
            configuration.store(section, each.form.identity(each.words), each)
    elif way.may_restore and _restores_default(section, command):
        configuration.drop(section, form.identity(command.words))
    else:
        configuration.store(section, form.identity(command.words), command)
    return Applied(section, says=says, block=way.block)


_WAYS: dict[Form, "_Way"] = {}


class _Way:
    """What entering commands of one form takes, read from the directives of its rule once."""

    __slots__ = ("action", "block", "checks", "conflicts", "effect", "enters", "may_restore", "says")

    def __init__(self, configuration: Configuration, form: Form) -> None:
        rule = form.rule
        mode = rule.enters
        self.action = rule.action or ""
        self.block = rule.block or ""
        self.checks = applicable_checks(form)
        self.conflicts = bool(rule.conflicts)
        self.effect = EFFECTS.get(rule.base)
        self.enters = configuration.language.mode(mode) if mode else None
        self.may_restore = bool(rule.defaults)
        self.says = bool(rule.says)


def _negate(configuration: Configuration, section: Section, command: Command) -> Applied:
    rule = command.form.rule
    if command.negative and rule.negative == "none":
        return Applied(section, word=0)
    action = rule.action
    if action:
        return Applied(section, action=action)
    if rule.negative == "all" and not command.form.has_key:
        given = command.form.identity(command.words)
        for identity in [identity for identity in section.entries if identity[: len(given)] == given]:
            _remove(configuration, section, identity)
        return Applied(section)
    if command.negative and rule.clears:
        _conflicts(configuration, section, command)
    for each in split_merged(section.mode, command) if command.form.merges else (command,):
        identity = each.form.identity(each.words)
        default = default_of(section.mode, each.form.rule, identity)
        if (
            command.negative
            and ((default is not None and default.form.toggle) or rule.stored)
            and not each.form.rule.enters
        ):
            off = Command(each.form, each.words[: each.form.identifying], negative=True)
            off.line = each.line
            configuration.store(section, identity, off)
        else:
            _remove(configuration, section, identity)
    return Applied(section)


def _remove(configuration: Configuration, section: Section, identity: Identity) -> None:
    command = section.entries.get(identity)
    configuration.drop(section, identity)
    if command is not None and command.form.rule.defines:
        cascade(configuration, command)


def _restores_default(section: Section, command: Command) -> bool:
    """`huntstop` where it is on by default takes `no huntstop` back, and leaves nothing to store."""
    default = default_of(section.mode, command.form.rule, command.form.identity(command.words))
    return default is not None and default.form.toggle and default.words == command.words


def _conflicts(configuration: Configuration, section: Section, command: Command) -> None:
    for name in command.form.rule.conflicts:
        for identity in [identity for identity in section.entries if identity[0] == name]:
            configuration.drop(section, identity)


def _says(command: Command) -> str:
    return fill(command.form.rule.says, command) + "\n"


def fill(template: str, command: Command) -> str:
    """A message with `{FIELD}` replaced by the command's own words."""
    for name, value in command.fields.items():
        text = " ".join(value) if isinstance(value, list) else value
        template = template.replace("{" + name.upper() + "}", text)
    return template


def split_merged(mode, command: Command) -> list[Command]:
    """The commands that one with a repeated argument stands for: `button 1:1 2:2` is `button 1:1` and `button 2:2`."""
    form = command.form
    if len(command.words) == len(form.literal) + 1:
        return [command]
    spots = [i for i, place in enumerate(form.places) if isinstance(place.symbol, Argument) and place.symbol.field == form.merges]
    fixed = command.words[: spots[0]]
    found = []
    for spot in spots:
        words = [*fixed, command.words[spot]]
        one = match(mode, " ".join(words))
        assert isinstance(one, Command)
        each = Command(one.form, words, command.negative, command.reset)
        each.line = command.line
        found.append(each)
    return found


def is_plain(form: Form) -> bool:
    rule = form.rule
    special = rule.enters or rule.action or rule.unique or rule.merges or rule.block or rule.conflicts or rule.each_once or rule.says or rule.demands or rule.bounds or form.bounded or rule.base in EFFECTS
    return not special and not (not form.has_arguments and " ".join(form.literal) in rule.defaults)
