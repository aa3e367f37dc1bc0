"""Mistakes in one rule: help, defaults, printed form, circles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iossim.errors import GrammarError
from iossim.language.bodies import (
    Argument,
    Body,
    Choice,
    Keyword,
    Optional,
    Reference,
    Repeat,
    Sequence,
    leaves,
    references,
    repeats,
    symbols,
)
from iossim.language.check.names import with_sub_rules
from iossim.language.directives import DIRECTIVES
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


def endless_repeats(space: Space) -> Iterator[GrammarError]:
    """Repeated parts that may have no words, so that a line could repeat them without an end."""
    for rule in space.rules.values():
        if any(_may_be_empty(repeat.part, space.rules) for repeat in repeats(rule.body)):
            yield GrammarError(f"a repeated part of {rule.name} may have no words", rule.file, rule.line)


def _may_be_empty(body: Body, rules: Mapping[str, Rule]) -> bool:
    match body:
        case Keyword() | Argument():
            return False
        case Optional():
            return True
        case Repeat(_, least):
            return not least
        case Reference(name):
            return _may_be_empty(rules[name].body, rules)
        case Sequence(parts):
            return all(_may_be_empty(part, rules) for part in parts)
        case Choice(parts):
            return any(_may_be_empty(part, rules) for part in parts)


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
    if _may_be_empty(rule.body, mode.rules):
        yield GrammarError(f"{rule.name} may have no words; a command has at least one", rule.file, rule.line)
    for name, words, line in rule.directives:
        value = DIRECTIVES[name].value(*words)
        if name == "default" and (problem := _default_problem(mode, rule, value)):
            yield GrammarError(f"`default`: {value!r} is {problem}", rule.file, line)
        if name in {"prints", "older-prints"}:
            yield from _printed(parts, rule, name, line)
    for part in parts:
        yield from _help(part, mode.shared_help(rule) if part is rule else {})
        yield from _aliases(part)


def _default_problem(mode: Mode, rule: Rule, text: str) -> str:
    outcome = match_typed(mode, text)
    if not isinstance(outcome, Command):
        return f"no command of mode {mode.name}"
    return "" if outcome.form.rule.base == rule.base else f"the command {outcome.form.rule.name}, not {rule.name}"


def _aliases(part: Rule) -> Iterator[GrammarError]:
    """Aliases of words that the rule does not have; the stored spelling may also be the value of an argument."""
    keywords = {leaf.text for leaf in leaves(part.body) if isinstance(leaf, Keyword)}
    notations = [leaf.notation for leaf in leaves(part.body) if isinstance(leaf, Argument)]
    for name, words, line in part.directives:
        for word in words if name == "alias" else ():
            stored = word == words[-1] and any(notation.check(word) is not None for notation in notations)
            if word not in keywords and not stored:
                yield GrammarError(f"`alias`: {word!r} is no keyword of {part.name}{nearest(word, keywords)}", part.file, line)


def _printed(parts: list[Rule], rule: Rule, name: str, line: int) -> Iterator[GrammarError]:
    keywords = {leaf.text for part in parts for leaf in leaves(part.body) if isinstance(leaf, Keyword)}
    text = rule.prints if name == "prints" else rule.older_prints.text if rule.older_prints is not None else ""
    for word in text.split():
        if word[0] != "{" and word != "*" and word not in keywords:
            yield GrammarError(f"`{name}`: {word!r} is no keyword of {rule.name}{nearest(word, keywords)}", rule.file, line)


def _help(part: Rule, shared: dict[str, str]) -> Iterator[GrammarError]:
    words = symbols(part.body)
    for word in sorted(words - part.help.keys() - shared.keys()):
        yield GrammarError(f"{word!r} in {part.name} has no help line", part.file, part.line)
    for word in sorted(part.help.keys() - words):
        yield GrammarError(f"help for {word!r}, which is no word of {part.name}{nearest(word, words)}", part.file, part.line)
