"""The negative form of a command for the command reference: the shortest one that is accepted."""

from __future__ import annotations

from iossim.language.bodies import (
    Argument,
    Body,
    Choice,
    Keyword,
    Optional,
    Reference,
    Repeat,
    Sequence,
    leading_keywords,
)
from iossim.language.defaults import defaults_of
from iossim.language.matching import match
from iossim.language.mode import Mode
from iossim.language.outcome import Command
from iossim.language.rules import Rule
from iossim.language.syntax import Drawing


def negative_form(mode: Mode, rule: Rule) -> str:
    """One sentence about the `no` form of a command.

    Args:
        mode: its mode.
        rule: the command.
    """
    kind = rule.negative
    if kind == "none":
        return "No negative form."
    shortest = _shortest(mode, rule)
    text = f"`no {Drawing(mode.rules).draw(Sequence(tuple(shortest)))}`"
    if kind == "all":
        return f"Negative form {text}; `no {' '.join(leading_keywords(rule.body))}` for all."
    if kind == "list":
        parts = _parts(rule.body)
        first = next(index for index, part in enumerate(parts) if rule.key[0] in _fields(part, mode))
        return f"Negative form {text}; `no {Drawing(mode.rules).draw(Sequence(tuple(parts[: first + 1])))}` for the whole list."
    kept = rule.stored or any(default.form.toggle and default.form.rule is rule for default in defaults_of(mode).values())
    return f"Negative form {text}{', kept and printed' if kept else ''}."


def _shortest(mode: Mode, rule: Rule) -> list[Body]:
    """The parts that `no` needs: all up to the last key, or the leading keywords; the whole body where these mean another command."""
    parts = _parts(rule.body)
    if isinstance(rule.body, Choice):
        parts = [*map(Keyword, leading_keywords(rule.body))] or parts
    keys = set(rule.key)
    with_key = [index for index, part in enumerate(parts) if keys & _fields(part, mode)]
    wanted = parts[: with_key[-1] + 1] if with_key else parts[: len(leading_keywords(rule.body))]
    outcome = match(mode, "no " + " ".join(_sample(part, mode) for part in wanted if not isinstance(part, Optional)))
    return wanted if isinstance(outcome, Command) and outcome.form.rule is rule else parts


def _parts(body: Body) -> list[Body]:
    return list(body.parts) if isinstance(body, Sequence) else [body]


def _fields(body: Body, mode: Mode) -> set[str]:
    match body:
        case Keyword():
            return set()
        case Argument(_, _, field):
            return {field}
        case Reference(name):
            return {mode.rules[name].base} | _fields(mode.rules[name].body, mode)
        case Optional(part) | Repeat(part, _):
            return _fields(part, mode)
        case Sequence(parts) | Choice(parts):
            return {field for part in parts for field in _fields(part, mode)}


def _sample(body: Body, mode: Mode) -> str:
    match body:
        case Keyword(text):
            return text
        case Argument(_, notation):
            return notation.samples[0]
        case Reference(name):
            return _sample(mode.rules[name].body, mode)
        case Optional():
            return ""
        case Repeat(part, _):
            return _sample(part, mode)
        case Sequence(parts):
            return " ".join(filter(None, (_sample(part, mode) for part in parts)))
        case Choice(parts):
            return _sample(parts[0], mode)
