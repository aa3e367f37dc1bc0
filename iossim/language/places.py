"""Places in the bodies of rules: the meaning of the words followed so far.

A place holds the keyword or argument that a word is, its command, the field that it fills, the rule whose help describes it, and the
remainder of the rule. The places after a word are made by expanding the bodies step by step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from iossim.errors import GrammarError
from iossim.language.bodies import Body, Choice, Keyword, Optional, Reference, Repeat, Sequence, Symbol
from iossim.language.rules import Rule


@dataclass(slots=True)
class Rest:
    """The unread remainder of a rule: a linked list of bodies still to be matched, innermost first."""

    body: Body
    owner: Rule
    field: str | None
    following: Rest | None


@dataclass(slots=True)
class Place:
    """One place that a path of words has reached.

    Attributes:
        symbol: the keyword or argument that stands here; None: the command ends here.
        command: the rule of the command.
        owner: the rule whose body the symbol stands in; its help describes the symbol.
        field: the field named by the sub-rule around the symbol, if any.
        rest: the remainder of the rule after it.
        previous: the place of the word before it.
        chosen: the symbol stands in a choice.
    """

    symbol: Symbol | None
    command: Rule
    owner: Rule
    field: str | None
    rest: Rest | None
    previous: Place | None
    chosen: bool = False


def starts(command: Rule, rules: Mapping[str, Rule]) -> Iterator[Place]:
    """The places where a command may begin.

    Args:
        command: the command.
        rules: the rules of its name space.
    """
    body = command.body
    if isinstance(body, Keyword):
        return iter((Place(body, command, command, None, None, None),))
    if isinstance(body, Sequence) and isinstance(body.parts[0], Keyword):
        rest = None
        for part in reversed(body.parts[1:]):
            rest = Rest(part, command, None, rest)
        return iter((Place(body.parts[0], command, command, None, rest, None),))
    return _expand(body, None, command, None, command, None, rules)


def following(place: Place, rules: Mapping[str, Rule]) -> Iterator[Place]:
    """The places that may come after a place.

    Args:
        place: the place.
        rules: the rules of its name space.

    Raises:
        GrammarError: a rule refers to a rule that does not exist.
    """
    return _continue(place.rest, place.command, place, rules)


def _continue(rest: Rest | None, command: Rule, previous: Place | None, rules: Mapping[str, Rule]) -> Iterator[Place]:
    if rest is None:
        yield Place(None, command, command, None, None, previous)
    else:
        yield from _expand(rest.body, rest.following, rest.owner, rest.field, command, previous, rules)


def _expand(  # noqa: C901 (one case a kind of body)
    body: Body,
    rest: Rest | None,
    owner: Rule,
    field: str | None,
    command: Rule,
    previous: Place | None,
    rules: Mapping[str, Rule],
) -> Iterator[Place]:
    match body:
        case Sequence(parts):
            for part in reversed(parts[1:]):
                rest = Rest(part, owner, field, rest)
            if parts:
                yield from _expand(parts[0], rest, owner, field, command, previous, rules)
            else:
                yield from _continue(rest, command, previous, rules)
        case Choice(parts):
            for part in parts:
                for place in _expand(part, rest, owner, field, command, previous, rules):
                    yield replace(place, chosen=True)
        case Optional(part):
            yield from _expand(part, rest, owner, field, command, previous, rules)
            yield from _continue(rest, command, previous, rules)
        case Repeat(part, least):
            again = Rest(Repeat(part, 0), owner, field, rest)
            yield from _expand(part, again, owner, field, command, previous, rules)
            if not least:
                yield from _continue(rest, command, previous, rules)
        case Reference(name):
            rule = rules.get(name)
            if rule is None:
                raise GrammarError(f"rule {name} has no definition", owner.file, owner.line)
            inner = field or (None if name.startswith("_") else rule.base)
            yield from _expand(rule.body, rest, rule, inner, command, previous, rules)
        case _:
            yield Place(body, command, owner, field, rest, previous)
