"""A mode: its commands, its directives and its command tree."""

from __future__ import annotations

from functools import cached_property

from iossim.language.bodies import Argument, leading_keywords
from iossim.language.form import Form
from iossim.language.places import Place
from iossim.language.rules import Rule
from iossim.language.space import MODE, Space
from iossim.language.tree import Node, Tree

#: The privilege level of the commands of a mode that names none.
_LEVEL = 15


class Mode:
    """One mode: its commands and their tree.

    Args:
        space: the name space that has its rules.
        name: the mode's name, as in the grammar without `mode_`.

    Attributes:
        rule: the start rule with the mode's directives.
        commands: the rules of its commands, in the printed order.
        prompting: the commands that give their section a prompt of its own.
        negates: a line of the mode may begin with `no` or `default`.
        open: the grammar does not know all commands of this mode: unknown lines of a file are kept without being errors.
        open_words: the commands that it knows may have words that it lacks, too.
    """

    def __init__(self, space: Space, name: str) -> None:
        self.space = space
        self.name = name
        self.rule = space.rules[MODE + name]
        self.rules = space.rules
        commands = space.commands(name)
        self.commands = [rule for rule, _ in commands]
        self.level = _LEVEL if self.rule.level is None else self.rule.level
        self.open = bool(self.rule.open)
        self.open_words = self.rule.open == "words"
        self.prompt = self.rule.prompt
        self.prompting = tuple(rule for rule in self.commands if rule.section_prompt)
        self.negates = bool(self.prompt)
        self.parent = self.rule.parent or ("global" if self.prompt and name != "global" else "")
        self.tree = Tree(name, self.level, commands, space.rules)

    @property
    def root(self) -> Node:
        """The node before the first word of a line."""
        return self.tree.root

    def form(self, rule: Rule, last: Place | None) -> Form:
        """The form of a command whose last word stands at a place."""
        return self.tree.form(rule, last)

    @cached_property
    def header_words(self) -> frozenset[str]:
        """The words of a header that decide which commands a section of the mode has, in small letters."""
        return frozenset[str]().union(*(rule.only_in | rule.not_in for rule in self.commands))

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """All abbreviations of the first words of the mode's commands, in lower case, and the words themselves."""
        return frozenset(text[:end] for text in self.root.keywords() for end in range(1, len(text) + 1))

    @cached_property
    def path_help(self) -> dict[str, str]:
        """The help that several commands of the mode share, by the keywords from the start of the line."""
        return {path: text for rule in self.space.lists(self.name) for path, text in self.space.paths.get(rule.name, {}).items()}

    def shared_help(self, rule: Rule) -> dict[str, str]:
        """The help that a command shares with others of the mode, by the keywords that it begins with."""
        words = leading_keywords(rule.body)
        paths = {word: " ".join(words[: index + 1]) for index, word in enumerate(words)}
        return {word: self.path_help[path] for word, path in paths.items() if path in self.path_help}

    def help(self, place: Place) -> str:
        """The help of a keyword or argument: of its own rule, else of the keywords from the start of the line."""
        symbol = place.symbol
        if symbol is None:
            return ""
        if isinstance(symbol, Argument):
            return place.owner.help.get(symbol.name, "")
        own = place.owner.help.get(symbol.text)
        return own if own is not None else self.path_help.get(path_of(place), "")

    def command(self, name: str) -> Rule | None:
        """The command's rule by its name (variants excluded, the first of them)."""
        return next((rule for rule in self.commands if rule.base == name), None)


def path_of(place: Place) -> str:
    """The words from the start of the line to a place: keywords as they are, arguments as their terminals."""
    words: list[str] = []
    step: Place | None = place
    while step is not None:
        if step.symbol is not None:
            words.append(step.symbol.name if isinstance(step.symbol, Argument) else step.symbol.text)
        step = step.previous
    return " ".join(reversed(words))
