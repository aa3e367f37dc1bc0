"""Mistakes in one rule: help, defaults, printed form, circles."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.errors import GrammarError
from iossim.language.bodies import Keyword, leading_keywords, leaves, references, symbols
from iossim.language.check.names import with_sub_rules
from iossim.language.matching import match_typed
from iossim.language.mode import Mode
from iossim.language.outcome import Command
from iossim.language.rules import Rule
from iossim.language.space import Space
from iossim.language.spelling import nearest


def circles(space: Space) -> Iterator[GrammarError]:
    """Rules that refer to themselves, and names of rules that have no definition."""
    for rule in space.rules.values():
        for name in references(rule.body):
            if name not in space.rules:
                yield GrammarError(f"{rule.name} names {name}, which is no rule{nearest(name, space.rules)}", rule.file, rule.line)
        if rule.name in _reached(space, rule):
            yield GrammarError(f"{rule.name} refers to itself; write a list as `x+` or `x*`", rule.file, rule.line)


def _reached(space: Space, rule: Rule) -> set[str]:
    reached: set[str] = set()
    todo = references(rule.body)
    while todo:
        name = todo.pop()
        if name not in reached and name in space.rules:
            reached.add(name)
            todo += references(space.rules[name].body)
    return reached


def rule_mistakes(mode: Mode, rule: Rule) -> Iterator[GrammarError]:
    """Mistakes in a command and its sub-rules.

    Args:
        mode: the mode of the command.
        rule: the command.
    """
    parts = with_sub_rules(mode, rule)
    yield from _defaults(mode, rule)
    yield from _printed(parts, rule)
    for part in parts:
        yield from _help(part, _shared(mode, rule) if part is rule else {})
        keywords = {leaf.text for leaf in leaves(part.body) if isinstance(leaf, Keyword)}
        for alias in part.aliases:
            for word in alias:
                if word not in keywords and word == alias.spelling:
                    yield GrammarError(
                        f"`alias`: {word!r} is no keyword of {part.name}{nearest(word, keywords)}", part.file, part.line
                    )
    if not any(symbols(part.body) for part in parts):
        yield GrammarError(f"{rule.name} has no words", rule.file, rule.line)


def _shared(mode: Mode, rule: Rule) -> dict[str, str]:
    """The keywords at the beginning of a command whose help stands above a list of its mode."""
    words = leading_keywords(rule.body)
    paths = {word: " ".join(words[: index + 1]) for index, word in enumerate(words)}
    return {word: mode.path_help[path] for word, path in paths.items() if path in mode.path_help}


def _defaults(mode: Mode, rule: Rule) -> Iterator[GrammarError]:
    for line in rule.defaults:
        outcome = match_typed(mode, line)
        if not isinstance(outcome, Command):
            yield GrammarError(f"`default`: {line!r} is no command of mode {mode.name}", rule.file, rule.line)
        elif outcome.form.rule.base != rule.base:
            yield GrammarError(
                f"`default`: {line!r} is the command {outcome.form.rule.name}, not {rule.name}", rule.file, rule.line
            )


def _printed(parts: list[Rule], rule: Rule) -> Iterator[GrammarError]:
    keywords = {leaf.text for part in parts for leaf in leaves(part.body) if isinstance(leaf, Keyword)}
    for word in rule.prints.split():
        if word[0] != "{" and word not in keywords:
            yield GrammarError(f"`prints`: {word!r} is no keyword of {rule.name}{nearest(word, keywords)}", rule.file, rule.line)


def _help(part: Rule, shared: dict[str, str]) -> Iterator[GrammarError]:
    words = symbols(part.body)
    for word in sorted(words - part.help.keys() - shared.keys()):
        yield GrammarError(f"{word!r} in {part.name} has no help line", part.file, part.line)
    for word in sorted(part.help.keys() - words):
        yield GrammarError(f"help for {word!r}, which is no word of {part.name}{nearest(word, words)}", part.file, part.line)
