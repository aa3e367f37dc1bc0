"""`iossim grammar check`: every fault that whoever writes grammars could make, found before a user meets it."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.errors import GrammarError
from iossim.language.commands import Command
from iossim.language.definition import Argument, Body, Keyword, Optional, Reference, Repeat, Rule
from iossim.language.grammars import Language
from iossim.language.matching import walk
from iossim.language.mode import Mode
from iossim.language.places import following
from iossim.language.tables import END
from iossim.language.versions import is_version
from iossim.language.walk import Node

#: Nodes looked at in one mode; the walk visits each Lark state once, so this is far above what any mode has.
_MOST = 200_000


def check(language: Language) -> Iterator[GrammarError]:
    """Every fault in the grammars.

    Args:
        language: the grammars.
    """
    for file in language.files:
        try:
            family = language.family(file)
            for name in family.modes:
                yield from _mode(language, language.mode(name))
        except GrammarError as error:
            yield error


def _mode(language: Language, mode: Mode) -> Iterator[GrammarError]:
    file = mode.family.file
    for name in (mode.parent,):
        if name and not language.has_mode(name):
            yield GrammarError(f"mode {mode.name} has an unknown parent {name}", file, mode.rule.line)
    for rule in mode.commands:
        yield from _rule(language, mode, rule)
    yield from _walk(mode)


def _rule(language: Language, mode: Mode, rule: Rule) -> Iterator[GrammarError]:  # noqa: C901 (one case a directive)
    used = {name for each in _rules(mode, rule) for name in _symbols(each.body)}
    fields = _fields(mode, rule)
    for directive in rule.directives:
        problem = None
        match directive.name:
            case "enters" if not language.has_mode(directive.text):
                problem = f"enters an unknown mode {directive.text!r}"
            case "key" | "secret" | "each-once":
                named = [word for word in directive.words if directive.name != "secret" or word not in ("hashed", "hidden")]
                unknown = [word for word in named if word.lower().replace("-", "_") not in fields]
                problem = f"{directive.name} names an unknown field {unknown[0]!r}" if unknown else None
            case "defines" | "refers" | "unique" if len(directive.words) < 2 or directive.words[1].lower() not in fields:
                problem = f"`{directive.name} KIND FIELD` names no field of {rule.name}"
            case "default" if directive.text != "none" and not isinstance(walk(mode, directive.text), Command):
                problem = f"the default {directive.text!r} is no command of mode {mode.name}"
            case "privilege" if not (directive.text.isdigit() and int(directive.text) <= 15):
                problem = "a privilege level is 0 to 15"
            case "since" | "removed" if not is_version(directive.text):
                problem = f"{directive.name} names a version of Unified CME, like 8.6"
            case "support" if directive.text not in ("modelled", "accepted"):
                problem = "support is modelled or accepted"
        if problem:
            yield GrammarError(problem, rule.file, directive.line)
    for each in _rules(mode, rule):
        for word in _symbols(each.body) - each.help.keys():
            yield GrammarError(f"{word!r} in {each.name} has no help line", each.file, each.line)
        for word in each.help.keys() - _symbols(each.body):
            yield GrammarError(f"help for {word!r}, which is no word of {each.name}", each.file, each.line)
    if not used:
        yield GrammarError(f"{rule.name} has no words", rule.file, rule.line)


def _rules(mode: Mode, rule: Rule) -> list[Rule]:
    """The rule and the sub-rules it uses."""
    found: dict[str, Rule] = {}
    todo = [rule]
    while todo:
        each = todo.pop()
        if each.name not in found:
            found[each.name] = each
            todo += [_named(mode, each, name) for name in _references(each.body)]
    return list(found.values())


def _named(mode: Mode, rule: Rule, name: str) -> Rule:
    try:
        return mode.rules[name]
    except KeyError:
        raise GrammarError(f"rule {name} has no definition", rule.file, rule.line) from None


def _fields(mode: Mode, rule: Rule) -> set[str]:
    found = {each.base for each in _rules(mode, rule) if each is not rule}
    for each in _rules(mode, rule):
        found |= {part.field for part in _leaves(each.body) if isinstance(part, Argument)}
    return found


def _leaves(body: Body) -> Iterator[Body]:
    match body:
        case Keyword() | Argument() | Reference():
            yield body
        case Optional(part) | Repeat(part, _):
            yield from _leaves(part)
        case _:
            for part in body.parts:
                yield from _leaves(part)


def _symbols(body: Body) -> set[str]:
    """Names under which help lines describe the words of a body."""
    return {part.text if isinstance(part, Keyword) else part.name for part in _leaves(body) if isinstance(part, Keyword | Argument)}


def _references(body: Body) -> list[str]:
    return [part.name for part in _leaves(body) if isinstance(part, Reference)]


def _walk(mode: Mode) -> Iterator[GrammarError]:
    """Walks every state once: Lark and the places must agree, help must be one text, arguments must differ in rank."""
    seen: set[int] = set()
    todo = [mode.root]
    while todo and len(seen) < _MOST:
        node = todo.pop()
        key = id(node.row)
        if key in seen:
            continue
        seen.add(key)
        node.expand()
        yield from _node(mode, node)
        todo += [*node.folded.values(), *[child for _, child in node.arguments]]


def _node(mode: Mode, node: Node) -> Iterator[GrammarError]:
    where = _path(node)
    rule = node.places[0].command
    expected = {
        mode.family.terminal(child.symbol) for child in [*node.folded.values(), *[c for _, c in node.arguments]] if child.symbol
    }
    missing = set(node.row) - {END} - expected
    if missing:
        yield GrammarError(f"after {where!r} Lark accepts {sorted(missing)}, which no rule body explains", rule.file, rule.line)
    ending = {
        place.command.name
        for place in node.places
        for after in following(place, mode.rules)
        if after.symbol is None and node.symbol
    }
    if len(ending) > 1:
        yield GrammarError(f"{where!r} is two commands: {', '.join(sorted(ending))}", rule.file, rule.line)
    for (one, _), (two, child) in zip(node.arguments, node.arguments[1:], strict=False):
        if one.rank == two.rank and one.rank != 10:
            place = child.places[0]
            yield GrammarError(
                f"after {where!r} two arguments of equal rank: {one.text}, {two.text}",
                place.owner.file,
                place.owner.line,
            )
    for child in node.folded.values():
        texts = {place.owner.help.get(child.symbol.text, "") for place in child.places if isinstance(child.symbol, Keyword)}
        if len(texts) > 1:
            place = child.places[0]
            yield GrammarError(
                f"{child.text!r} after {where!r} has several help texts: {sorted(texts)}",
                place.owner.file,
                place.owner.line,
            )


def _path(node: Node) -> str:
    words: list[str] = []
    place = node.places[0] if node.symbol else None
    while place is not None:
        words.append(place.symbol.text if isinstance(place.symbol, Keyword) else place.symbol.name if place.symbol else "")
        place = place.previous
    return " ".join(reversed(words))
