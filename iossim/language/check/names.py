"""Mistakes in the names that directives use: fields, rules, modes, kinds of things, actions, bounds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from iossim.errors import GrammarError
from iossim.language.bodies import Argument, base_name, leaves, references
from iossim.language.directive_types import Kind
from iossim.language.directives import DIRECTIVES
from iossim.language.form import SESSION_ACTIONS
from iossim.language.mode import Mode
from iossim.language.notations import PLATFORM
from iossim.language.rules import Rule
from iossim.language.spelling import nearest

#: The modes that iossim itself enters, so that no command has to.
_ENTERED_BY_IOSSIM = {"exec", "global", "output_modifier"}
#: Directives that a sub-rule may carry; all others stand above a command or the start rule of a mode.
_ON_SUB_RULES = {"alias"}
#: A command of several modes may name a command that only some of them have.
_IN_ANY_MODE = {"before", "before-from-ios"}


class Known:
    """The names of the whole language that a directive may use.

    Args:
        modes: every mode.
        actions: the actions that the router can carry out; None: any.

    Attributes:
        modes: the names of the modes.
        entered: the modes that some command enters.
        kinds: the kinds of things that some command defines.
        bounds: the names of the bounds that some command sets.
    """

    def __init__(self, modes: Iterable[Mode], actions: Collection[str] | None) -> None:
        every = list(modes)
        rules = [rule for mode in every for rule in mode.commands]
        self.modes = {mode.name: mode.rule.parent for mode in every}
        self.entered = {rule.enters for rule in rules} | _ENTERED_BY_IOSSIM
        self.kinds = {record.kind for rule in rules for record in rule.defines}
        self.bounds = {record.name for rule in rules for record in rule.bounds}
        self.actions = None if actions is None else {*actions, *SESSION_ACTIONS}

    def sets(self, bound: str) -> bool:
        """True if a command, or the router's platform, sets a bound."""
        return bound in self.bounds or bound.startswith(PLATFORM)


def mode_mistakes(known: Known, mode: Mode) -> Iterator[GrammarError]:
    """Mistakes in the directives of a mode's start rule."""
    file, line = mode.rule.file, mode.rule.line
    if not mode.prompt and mode.name not in _ENTERED_BY_IOSSIM:
        yield GrammarError(f"mode {mode.name} has no prompt: write `//@ prompt (config-…)#` above {mode.rule.name}", file, line)
    if mode.name not in known.entered:
        yield GrammarError(
            f"no command enters mode {mode.name}: write `//@ enters {mode.name}` above the one that does", file, line
        )
    for name, _, at in mode.rule.directives:
        if name == "parent":
            yield from _parent_mistakes(known, mode, at)
        if not (DIRECTIVES[name].mode or name == "privilege"):
            yield GrammarError(f"`{name}` belongs above a command, not above the start rule of a mode", file, at)


def _parent_mistakes(known: Known, mode: Mode, line: int) -> Iterator[GrammarError]:
    parent = mode.rule.parent
    if parent not in known.modes:
        yield GrammarError(f"`parent`: there is no mode {parent!r}{nearest(parent, known.modes)}", mode.rule.file, line)
    elif mode.name in _parents(known, mode.name):
        yield GrammarError(f"`parent`: mode {mode.name} is its own parent", mode.rule.file, line)


def _parents(known: Known, name: str) -> list[str]:
    """The modes around a mode, as far as they differ."""
    parents: list[str] = []
    parent = known.modes.get(name, "")
    while parent and parent not in parents:
        parents.append(parent)
        parent = known.modes.get(parent, "")
    return parents


def with_sub_rules(mode: Mode, rule: Rule) -> list[Rule]:
    """A rule and the rules that it refers to, at any depth."""
    reached: dict[str, Rule] = {}
    todo = [rule.name]
    while todo:
        name = todo.pop()
        if name not in reached:
            reached[name] = mode.rules[name]
            todo += references(reached[name].body)
    return list(reached.values())


def fields_of(mode: Mode, rule: Rule) -> dict[str, str]:
    """The fields of a command, in lower case, with their spelling in the grammar: NUMBER for an argument, `kind` for a sub-rule."""
    fields: dict[str, str] = {}
    for part in with_sub_rules(mode, rule):
        if part is not rule and not part.name.startswith("_"):
            fields[part.base] = part.base
        for leaf in leaves(part.body):
            if isinstance(leaf, Argument):
                fields.setdefault(leaf.field, base_name(leaf.name))
    return fields


def name_mistakes(known: Known, mode: Mode, rule: Rule) -> Iterator[GrammarError]:
    """Wrong names in the directives of a command and its sub-rules.

    Args:
        known: the names of the whole language.
        mode: the mode of the command.
        rule: the command.
    """
    fields = fields_of(mode, rule)
    rules = {command.base for command in mode.commands}
    for name, words, line in rule.directives:
        if DIRECTIVES[name].mode:
            yield GrammarError(f"`{name}` belongs above the start rule of a mode", rule.file, line)
        kinds = DIRECTIVES[name].words
        named = rules | {base_name(other) for other in mode.rules} if name in _IN_ANY_MODE else rules
        for at, text in enumerate(words):
            problem = _problem(kinds[min(at, len(kinds) - 1)].kind, text, fields, named, known)
            if problem:
                yield GrammarError(f"`{name}`: {problem}", rule.file, line)
        if name == "action" and known.actions is not None and rule.action not in known.actions:
            problem = f"the router has no action {rule.action!r}{nearest(rule.action, known.actions)}"
            yield GrammarError(f"`action`: {problem}", rule.file, line)
    for part in with_sub_rules(mode, rule):
        if part is not rule:
            for name, _, line in part.directives:
                if name not in _ON_SUB_RULES:
                    yield GrammarError(f"`{name}` belongs above a command; {part.name} is a part of one", part.file, line)
        yield from _bound_mistakes(known, part)


def _problem(kind: Kind, text: str, fields: dict[str, str], rules: set[str], known: Known) -> str:
    match kind:
        case Kind.FIELD if text.lower() not in fields:
            return f"the command has no field {text!r}{nearest(text, fields.values())}"
        case Kind.RULE if text not in rules:
            return f"the mode has no command {text!r}{nearest(text, rules)}"
        case Kind.MODE if text not in known.modes:
            return f"there is no mode {text!r}{nearest(text, known.modes)}"
        case Kind.DEFINED if text not in known.kinds:
            return f"no command defines a thing of kind {text!r}{nearest(text, known.kinds)}"
        case Kind.TEXT:
            named = [part.partition("}")[0] for part in text.split("{")[1:]]
            unknown = next((name for name in named if name.lower() not in fields), None)
            return f"{{{unknown}}} is no field of the command{nearest(unknown, fields.values())}" if unknown is not None else ""
    return ""


def _bound_mistakes(known: Known, part: Rule) -> Iterator[GrammarError]:
    for leaf in leaves(part.body):
        if isinstance(leaf, Argument) and (name := leaf.notation.bound_name) and not known.sets(name):
            yield GrammarError(f"{leaf.name}: no command `bounds` {name!r}{nearest(name, known.bounds)}", part.file, part.line)
