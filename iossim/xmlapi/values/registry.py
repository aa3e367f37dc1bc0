"""The values and lists by name, and helpers that several of them use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from iossim.config import Section
from iossim.config.references import references
from iossim.xmlapi.item import Item, Value
from iossim.xmlapi.lookup import Index

_Function = TypeVar("_Function", bound=Callable[..., object])

VALUES: dict[str, Callable[[Item], str | None]] = {}
LISTS: dict[str, Callable[[Item], Iterable[Value]]] = {}


def value(name: str) -> Callable[[_Function], _Function]:
    """Register a function as a value; `name` is its name in the views."""
    return _registered(VALUES, name)


def values(name: str) -> Callable[[_Function], _Function]:
    """Register a function as a list; see `value`."""
    return _registered(LISTS, name)


def _registered(registry: dict[str, Any], name: str) -> Callable[[_Function], _Function]:
    def register(function: _Function) -> _Function:
        registry[name] = function
        return function

    return register


def field(item: Item, rule: str, name: str) -> str | None:
    """An argument of a command of the item, where it is set."""
    entry = item.command((rule,))
    text = entry.fields.get(name) if entry is not None and not entry.negative else None
    return " ".join(text) if isinstance(text, list) else text


def carriers(item: Item, carrier: str, kind: str, rule: str) -> list[str]:
    """The tags of the sections that refer to this item by a command, ascending.

    Args:
        item: what is referred to.
        carrier: the rule of the sections.
        kind: of the reference.
        rule: of the command.
    """

    def referred(section: Section) -> list[str]:
        return [tag for identity, _, _, _, tag in references(section, {kind}) if identity[0] == rule]

    return list(map(str, Index.of(item.router.config).lookup(carrier, kind, referred).find(item.key)))


def number_of(item: Item, rule: str, tag: str) -> str:
    """The `number` of a line."""
    section = item.router.config.section(rule, tag)
    entry = section.get("number") if section is not None else None
    return str(entry.fields["number"]) if entry is not None else ""
