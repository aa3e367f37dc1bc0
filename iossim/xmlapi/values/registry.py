"""The registry of values and lists by their names in the views."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

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
