"""Mistakes that show in the command tree of a mode: two commands for one line, arguments of equal rank, several help texts."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.errors import GrammarError
from iossim.language.bodies import Argument, Keyword, Repeat
from iossim.language.mode import Mode, path_of
from iossim.language.notations import Notation, Span
from iossim.language.places import Place, Rest, following
from iossim.language.tree import Node


def tree_mistakes(mode: Mode) -> Iterator[GrammarError]:
    """Mistakes in a mode's tree, every position of which is looked at once."""
    reached: set[frozenset[tuple[int, ...]]] = set()
    todo = [mode.root]
    while todo:
        node = todo.pop()
        position = frozenset(_remainder(place) for place in node.places)
        if position in reached:
            continue
        reached.add(position)
        yield from _ending(mode, node)
        yield from _arguments(mode, node)
        yield from _rest(mode, node)
        yield from _help(mode, node)
        todo += node.next_nodes()


def _remainder(place: Place) -> tuple[int, ...]:
    """A place's symbol and the remainder of its rule, as the identities of their objects, all of which the rules hold."""
    parts = [id(place.symbol), id(place.command)]
    rest: Rest | None = place.rest
    while rest is not None:
        parts.append(id(rest.body.part if isinstance(rest.body, Repeat) else rest.body))
        rest = rest.following
    return tuple(parts)


def _path(node: Node) -> str:
    return path_of(node.places[0]) if node.symbol is not None else ""


def _ending(mode: Mode, node: Node) -> Iterator[GrammarError]:
    if node.symbol is None:
        return
    ending = {
        after.command.name: after.command for place in node.places for after in following(place, mode.rules) if not after.symbol
    }
    if len(ending) > 1:
        rules = list(ending.values())
        named = " and ".join(f"{rule.name} ({rule.file}:{rule.line})" for rule in rules)
        yield GrammarError(f"{_path(node)!r} in mode {mode.name} is two commands: {named}", rules[0].file, rules[0].line)


def _arguments(mode: Mode, node: Node) -> Iterator[GrammarError]:
    node.children()
    for at, (one, _) in enumerate(node.arguments):
        for two, child in node.arguments[at + 1 :]:
            if problem := _rivals(one, two):
                owner = child.places[0].owner
                message = f"after {_path(node)!r} in mode {mode.name} {problem}: {one.text}, {two.text}; use one terminal"
                yield GrammarError(message, owner.file, owner.line)


def _rest(mode: Mode, node: Node) -> Iterator[GrammarError]:
    """Words after an argument that takes the rest of the line."""
    symbol = node.symbol
    if isinstance(symbol, Argument) and symbol.notation.span in (Span.REST, Span.TEXT) and node.next_nodes():
        owner = node.places[0].owner
        message = f"after {_path(node)!r} in mode {mode.name} no word can follow: {symbol.notation.text} takes the rest of the line"
        yield GrammarError(message, owner.file, owner.line)


def _rivals(one: Notation, two: Notation) -> str:
    """The reason why two arguments may not stand at one place; "" where a word can tell them apart."""
    if one.rank != two.rank:
        return ""
    if one.bounds is None or two.bounds is None:
        return "two arguments have equal rank"
    return "two ranges overlap" if one.bounds[0] <= two.bounds[1] and two.bounds[0] <= one.bounds[1] else ""


def _help(mode: Mode, node: Node) -> Iterator[GrammarError]:
    for child in node.folded.values():
        assert isinstance(child.symbol, Keyword)
        texts = {mode.help(place): place.owner for place in child.places}
        if len(texts) > 1:
            places = ", ".join(f"{text!r} ({owner.file}:{owner.line})" for text, owner in texts.items())
            owner = child.places[0].owner
            message = f"{child.symbol.text!r} after {_path(node)!r} in mode {mode.name} has several help texts: {places}"
            yield GrammarError(message, owner.file, owner.line)
