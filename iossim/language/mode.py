"""A mode: its commands, their defaults, and the root of its nodes."""

from __future__ import annotations

from functools import cached_property

from iossim.language.commands import Command, Form, Identity
from iossim.language.definition import Rule
from iossim.language.family import Family
from iossim.language.matching import walk
from iossim.language.places import Place, starts
from iossim.language.walk import Node

#: Nodes that a mode may keep; beyond it the walk starts anew, so that no input can fill the memory.
MOST_NODES = 100_000


class Mode:
    """One mode: its commands and the root of its nodes.

    Attributes:
        name: as in the grammar, without `mode_`.
        rule: the start rule with the mode's directives.
        open: the grammar does not claim to know all commands of this mode: unknown lines of a file are kept without being errors.
    """

    def __init__(self, family: Family, name: str) -> None:
        self.family = family
        self.name = name
        self.rule = family.modes[name]
        self.rules = family.rules
        self.commands = family.commands(name)
        places = {rule.name: place for place, rule in enumerate(self.commands)}
        self.order = {rule.name: places[rule.directive("among") or rule.name] for rule in self.commands}
        self.level = int(self.rule.directive("privilege") or 15)
        self.open = self.rule.directive("open") is not None
        self.prompt = self.rule.directive("prompt") or ""
        self.parent = self.rule.directive("parent") or ("global" if self.prompt and name != "global" else "")
        self.nodes = 0
        self._others: dict[str, Mode] = {}
        self._known_defaults: dict[str, dict[Identity, Command]] = {}
        self.root = self._new_root()

    def _new_root(self) -> Node:
        places = [place for rule in self.commands for place in starts(rule, self.rules)]
        self.nodes = 0
        return Node(self, self.family.start(self.name), places, None)

    def count(self, node: Node) -> None:
        """Counts a node; when there are too many, the next line starts with a fresh root."""
        self.nodes += 1
        if self.nodes > MOST_NODES and node is not self.root:
            self.root = self._new_root()

    def form(self, rule: Rule, last: Place | None) -> Form:
        """The form of a command whose path ends at a place."""
        return Form(rule, self, self.order[rule.name], last)

    @cached_property
    def defaults(self) -> dict[Identity, Command]:
        """What is in force where nothing is entered, by identity."""
        return {identity: default for rule in self.commands for identity, default in self._defaults_of(rule).items()}

    def default(self, rule: Rule, identity: Identity) -> Command | None:
        """What is in force where nothing is entered for a rule and its key; reads the defaults of that rule only."""
        found = self._known_defaults.get(rule.name)
        if found is None:
            found = self._known_defaults[rule.name] = self._defaults_of(rule)
        return found.get(identity)

    def _defaults_of(self, rule: Rule) -> dict[Identity, Command]:
        found = {}
        for each in rule.every("default"):
            outcome = None if each.text == "none" else walk(self, each.text)
            if isinstance(outcome, Command):
                found[outcome.form.identity(outcome.words)] = outcome
        return found

    def family_mode(self, name: str) -> Mode:
        """Another mode of the same file."""
        found = self._others.get(name)
        if found is None:
            found = self._others[name] = Mode(self.family, name)
        return found

    def command(self, name: str) -> Rule | None:
        """The command's rule by its name (variants excluded, the first of them)."""
        for rule in self.commands:
            if rule.base == name:
                return rule
        return None
