"""The run-time values and lists by name, and what they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from iossim.config.references import references
from iossim.xmlapi.item import Item, Value

_Function = TypeVar("_Function", bound=Callable[..., object])

VALUES: dict[str, Callable[[Item], str | None]] = {}
LISTS: dict[str, Callable[[Item], Iterable[Value]]] = {}


def value(name: str) -> Callable[[_Function], _Function]:
    """Registers a function as a run-time value."""
    return _registered(VALUES, name)


def values(name: str) -> Callable[[_Function], _Function]:
    """Registers a function as a run-time list."""
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
    """The sections of a rule that refer to this item by a command, all found in one pass."""
    if carrier not in item.memo:
        found: dict[str, list[str]] = defaultdict(list)
        for section in item.router.config.sections(carrier):
            tags = {tag for identity, _, _, _, tag in references(section, {kind}) if identity[0] == rule}
            for tag in tags:
                found[tag].append(section.key[0])
        item.memo[carrier] = found
    known: Mapping[str, list[str]] = item.memo[carrier]
    return known.get(item.key, [])


def number_of(item: Item, rule: str, tag: str) -> str:
    """The `number` of a line."""
    section = item.router.config.section(rule, tag)
    entry = section.get("number") if section is not None else None
    return str(entry.fields["number"]) if entry is not None else ""
