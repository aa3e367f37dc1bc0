"""A name space of the grammars: the rules and terminals of one file, or of one folder of files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iossim.errors import GrammarError
from iossim.language.bodies import Choice, Reference
from iossim.language.notations import Notation
from iossim.language.rules import Rule

#: The beginning of a start rule's name; the rest is the mode's name.
MODE = "mode_"
#: The list of the commands of every configuration mode (`do`, `end`, `exit`, `help`); its file is added to a space that names it.
EVERY_MODE = "_every_mode"


class Space:
    """The rules and terminals of one name space.

    Args:
        name: the file without `.lark`, or the folder.
        rules: the rules by name.
        terminals: the notation of each terminal.
        paths: the shared help above each list: the text by the keywords from the start of the line.
    """

    def __init__(
        self, name: str, rules: Mapping[str, Rule], terminals: Mapping[str, Notation], paths: Mapping[str, dict[str, str]]
    ) -> None:
        self.name = name
        self.rules = rules
        self.terminals = terminals
        self.paths = paths

    @property
    def modes(self) -> list[str]:
        """The names of its modes."""
        return [name.removeprefix(MODE) for name in self.rules if name.startswith(MODE)]

    def lists(self, mode: str) -> Iterator[Rule]:
        """The start rule of a mode and the section lists that it names, in order."""
        return self._lists(self.rules[MODE + mode])

    def _lists(self, rule: Rule, around: tuple[Rule, ...] = ()) -> Iterator[Rule]:
        if rule in around:
            raise GrammarError(f"{rule.name} refers to itself", rule.file, rule.line)
        yield rule
        for name, *_ in _names(rule):
            if name.startswith("_"):
                yield from self._lists(self._rule(rule, name), (*around, rule))

    def commands(self, mode: str) -> list[tuple[Rule, int]]:
        """The commands of a mode with their place in the printed order; commands in one pair of brackets share their place."""
        list(self.lists(mode))  # a list that refers to itself has no end
        groups = self._groups(self.rules[MODE + mode])
        return [(rule, place) for place, group in enumerate(groups) for rule in group]

    def _groups(self, rule: Rule) -> Iterator[list[Rule]]:
        for names in _names(rule):
            if names[0].startswith("_"):
                yield from self._groups(self._rule(rule, names[0]))
            else:
                yield [self._rule(rule, name) for name in names]

    def _rule(self, rule: Rule, name: str) -> Rule:
        if name not in self.rules:
            raise GrammarError(f"{rule.name} names {name}, which is no rule of {self.name}", rule.file, rule.line)
        return self.rules[name]


def _names(rule: Rule) -> Iterator[list[str]]:
    """The names in a list of commands, the names in one pair of brackets together."""
    for part in rule.body.parts if isinstance(rule.body, Choice) else (rule.body,):
        names = [_name(rule, inner) for inner in (part.parts if isinstance(part, Choice) else (part,))]
        inside = next((name for name in names if name.startswith("_")), None) if len(names) > 1 else None
        if inside is not None:
            raise GrammarError(
                f"{rule.name} has the list {inside} in brackets; only commands may stand there", rule.file, rule.line
            )
        yield names


def _name(rule: Rule, part: object) -> str:
    if not isinstance(part, Reference):
        raise GrammarError(
            f"{rule.name} is a list of commands: names of rules with | between them, not {part}", rule.file, rule.line
        )
    return part.name
