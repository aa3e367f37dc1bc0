"""Draws a rule's body as the command reference prints it: `number WORD [secondary WORD] [no-reg [both | primary]]`."""

from __future__ import annotations

from collections.abc import Mapping

from iossim.language.definition import Argument, Body, Choice, Keyword, Optional, Reference, Repeat, Rule, Sequence


def syntax(rule: Rule, rules: Mapping[str, Rule]) -> str:
    """The command's syntax in one line."""
    return _draw(rule.body, rules, top=True)


def _draw(body: Body, rules: Mapping[str, Rule], top: bool = False) -> str:
    match body:
        case Keyword(text):
            return text
        case Argument(_, notation):
            return notation.text if notation.bound_name else notation.shown
        case Reference(name):
            return _draw(rules[name].body, rules)
        case Sequence(parts):
            return " ".join(_draw(part, rules) for part in parts)
        case Choice(parts):
            return "{" + " | ".join(_draw(part, rules, top=True) for part in parts) + "}"
        case Optional(part):
            return "[" + _draw(part, rules).removeprefix("{").removesuffix("}") + "]"
        case Repeat(part, least):
            inner = _draw(part, rules, top=top)
            return f"{inner}..." if least else f"[{inner}...]"
