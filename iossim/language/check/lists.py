"""Mistakes in the lists of a name space: start rules and section lists, their order, their shared help."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.errors import GrammarError
from iossim.language.bodies import leading_keywords, references
from iossim.language.rules import Rule
from iossim.language.space import MODE, Space
from iossim.language.spelling import nearest


def list_mistakes(space: Space) -> Iterator[GrammarError]:
    """Mistakes in the lists of a name space."""
    lists: dict[str, Rule] = {}
    for mode in space.modes:
        try:
            lists |= {rule.name: rule for rule in space.lists(mode)}
        except GrammarError as error:
            yield error
            return
    yield from _unused(space, lists)
    yield from _repeated(space)
    yield from _order(space, lists)
    yield from _paths(space, lists)


def _unused(space: Space, lists: dict[str, Rule]) -> Iterator[GrammarError]:
    """Rules that no list names and no rule refers to."""
    used = {name for rule in space.rules.values() for name in references(rule.body)}
    for rule in space.rules.values():
        if rule.name not in used and not rule.name.startswith(MODE):
            near = nearest(rule.name.partition("_")[0], lists) or f"; write it into {next(iter(lists))}" if lists else ""
            yield GrammarError(f"{rule.name} is in no list of commands, and no rule refers to it{near}", rule.file, rule.line)


def _repeated(space: Space) -> Iterator[GrammarError]:
    """Commands that a mode has twice."""
    for mode in space.modes:
        names: set[str] = set()
        for rule in space.lists(mode):
            for name in references(rule.body):
                if name in names:
                    yield GrammarError(f"{name} is twice in the lists of mode {mode}", rule.file, rule.line)
                names.add(name)


def _order(space: Space, lists: dict[str, Rule]) -> Iterator[GrammarError]:
    """The commands of a list stand below it, in its order; a command of several lists belongs to the first of them."""
    owned: set[str] = set()
    for rule in lists.values():
        before = rule
        for name in references(rule.body):
            command = space.rules[name]
            if name in lists or name in owned or command.file != rule.file:
                continue
            owned.add(name)
            if command.line < before.line:
                message = f"{name} stands above {before.name}; the commands of {rule.name} stand below it in the order of the list"
                yield GrammarError(message, command.file, command.line)
                break
            before = command


def _paths(space: Space, lists: dict[str, Rule]) -> Iterator[GrammarError]:
    """Shared help that no command needs."""
    for mode in space.modes:
        commands = [leading_keywords(command.body) for command, _ in space.commands(mode)]
        paths = {" ".join(words[: length + 1]) for words in commands for length in range(len(words))}
        defined: set[str] = set()
        for rule in space.lists(mode):
            for path in space.paths.get(rule.name, ()):
                if path not in paths:
                    yield GrammarError(
                        f"no command of mode {mode} begins with {path!r}{nearest(path, paths)}", rule.file, rule.line
                    )
                if path in defined:
                    yield GrammarError(f"a second help text for {path!r} in mode {mode}", rule.file, rule.line)
                defined.add(path)
    for name in space.paths:
        if name not in lists:
            rule = space.rules[name]
            yield GrammarError("`//#` stands above the start rule of a mode or the list of a section", rule.file, rule.line)
