"""Turns the trees of Lark's parser of grammars into the bodies of rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from iossim.errors import GrammarError
from iossim.language.bodies import Argument, Body, Choice, Keyword, Optional, Reference, Repeat, Sequence, base_name
from iossim.language.notations import Notation
from iossim.language.spelling import nearest

#: The template whose use `_opt{part}` makes a part optional without doubling the rule.
TEMPLATE = "_opt"

#: Parts of Lark's notation that a command line has no use for, by the name in its trees.
_UNSUPPORTED = {"alias": "->", "literal_range": ".."}


def body_of(tree: Any, terminals: Mapping[str, Notation]) -> Body:
    """The body of a rule.

    Args:
        tree: the tree of the rule's right side, by the grammar of grammars that comes with Lark.
        terminals: the notation of each argument.

    Raises:
        GrammarError: a part that these grammars do not use, or an argument without a definition; with its line where that is known.
    """
    parts = tree.children
    match tree.data:
        case "expansions":
            return _choice(tree, terminals)
        case "expansion":
            return _sequence(parts, terminals)
        case "maybe":
            return Optional(body_of(parts[0], terminals))
        case "expr":
            return _repeated(tree, terminals)
        case "literal":
            return Keyword(_keyword(tree))
        case "name":
            return _named(tree, terminals)
        case "template_usage":
            return _template(tree, terminals)
    raise GrammarError(f"`{_UNSUPPORTED.get(tree.data, tree.data)}` is not supported in these grammars", "", tree.meta.line)


def literal(tree: Any) -> str | None:
    """The text of a literal in quotation marks; None for anything else."""
    token = tree.children[0] if getattr(tree, "data", "") == "literal" else ""
    return token[1:-1] if token[:1] == '"' == token[-1:] else None


def _sequence(parts: list[Any], terminals: Mapping[str, Notation]) -> Body:
    if not parts:
        raise GrammarError("a rule or a bracket without words")
    return Sequence(tuple(body_of(part, terminals) for part in parts))


def _choice(tree: Any, terminals: Mapping[str, Notation]) -> Body:
    if not all(part.children for part in tree.children):
        raise GrammarError("an alternative without words; write `[…]` around what may be left out", "", tree.meta.line)
    return Choice(tuple(body_of(part, terminals) for part in tree.children))


def _repeated(tree: Any, terminals: Mapping[str, Notation]) -> Body:
    part, operator = body_of(tree.children[0], terminals), str(tree.children[1])
    if operator == "?":
        return Optional(part)
    if operator not in ("+", "*"):
        raise GrammarError("`~` is not supported; write `x+` or `x*`", "", tree.meta.line)
    return Repeat(part, int(operator == "+"))


def _template(tree: Any, terminals: Mapping[str, Notation]) -> Body:
    name, *arguments = tree.children
    if str(name.children[0]) != TEMPLATE or len(arguments) != 1:
        raise GrammarError(f"the only template is `{TEMPLATE}{{part}}`", "", tree.meta.line)
    return Optional(body_of(arguments[0], terminals))


def _keyword(tree: Any) -> str:
    text = literal(tree)
    if not text or '"' in text or any(character.isspace() for character in text):
        raise GrammarError(f"{tree.children[0]} must be one word in quotation marks", "", tree.meta.line)
    return text


def _named(tree: Any, terminals: Mapping[str, Notation]) -> Body:
    name = str(tree.children[0])
    if not name[0].isupper():
        return Reference(name)
    if name not in terminals:
        hint = nearest(name, terminals) or f'; write one like {name}: "<1-10>"'
        raise GrammarError(f"the argument {name} has no definition{hint}", "", tree.meta.line)
    return Argument(name, terminals[name], base_name(name).lower())
