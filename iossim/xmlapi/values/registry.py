"""The registry of run-time values and lists, and what several of them need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from iossim.config import Section
from iossim.config.references import references
from iossim.language import Command
from iossim.xmlapi.item import Item, Value
from iossim.xmlapi.lookup import Index

_Function = TypeVar("_Function", bound=Callable[..., object])

VALUES: dict[str, Callable[[Item], str | None]] = {}
LISTS: dict[str, Callable[[Item], Iterable[Value]]] = {}


def value(name: str) -> Callable[[_Function], _Function]:
    """Registers a function as a run-time value; `name` is its name in the views."""
    return _registered(VALUES, name)


def values(name: str) -> Callable[[_Function], _Function]:
    """Registers a function as a run-time list; see `value`."""
    return _registered(LISTS, name)


def _registered(registry: dict[str, Any], name: str) -> Callable[[_Function], _Function]:
    def register(function: _Function) -> _Function:
        registry[name] = function
        return function

    return register


class Entered:
    """The commands that were entered for an item, in its section or else in its template; defaults do not count.

    Args:
        item: the item.
    """

    __slots__ = ("_item",)

    def __init__(self, item: Item) -> None:
        self._item = item

    def get(self, rule: str, *key: str | int) -> Command | None:
        """The command that was entered for a rule and its key; None if none was."""
        return self._item.command((rule, *map(str, key)))

    def effective(self, rule: str, *key: str | int) -> Command | None:
        """The same as `get`."""
        return self.get(rule, *key)

    def all(self, rule: str) -> list[Command]:
        """All commands that were entered for a rule, in the order in which the running-config prints them."""
        return self._item.commands(rule)


def carriers(item: Item, carrier: str, kind: str, rule: str) -> list[str]:
    """The tags of the sections that refer to an item, ascending.

    Args:
        item: the item, for example an ephone-dn.
        carrier: the rule that opens the sections, for example `ephone`.
        kind: the kind of the reference, for example `ephone-dn`.
        rule: the command that refers, for example `button`.
    """

    def referred(section: Section) -> list[str]:
        return [tag for identity, _, _, _, tag in references(section, {kind}) if identity[0] == rule]

    return list(map(str, Index.of(item.router.config).lookup(carrier, kind, referred).find(item.key)))
