"""The registry of run-time values and lists, and what several of them need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from iossim.language import Command
from iossim.xmlapi.item import Item, Value

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
