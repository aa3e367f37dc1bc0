"""What answers say that is no configuration, or takes more than one command to tell: by name, for the views.

A value is a function of the item; a list is one that yields a text for each repetition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from iossim.config.references import references
from iossim.xmlapi.item import Item

_Function = TypeVar("_Function", bound=Callable[..., object])

VALUES: dict[str, Callable[[Item], str | None]] = {}
LISTS: dict[str, Callable[[Item], Iterable[str]]] = {}


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


@value("name.first")
def first_name(item: Item) -> str | None:
    """The first name of the `name` of a line: all but the last name, when there are two words or more."""
    return _names(item)[0]


@value("name.last")
def last_name(item: Item) -> str | None:
    """The last name of the `name` of a line: the whole text when it is one word."""
    return _names(item)[1]


def _names(item: Item) -> tuple[str, str]:
    entry = item.command(("name",))
    text = str(entry.fields["name"]) if entry is not None and not entry.negative else ""
    return split_name(text, last_first=_last_name_first(item))


def split_name(text: str, *, last_first: bool) -> tuple[str, str]:
    """First and last name in a text: `Peter Lee`, or `Lee Peter` where the directory puts last names first."""
    one, _, rest = text.strip().partition(" ")
    rest = rest.strip()
    if not rest:
        return "", one
    return (rest, one) if last_first else (one, rest)


def _last_name_first(item: Item) -> bool:
    if "last-name-first" not in item.memo:
        section = item.router.config.section("telephony_service")
        entry = section.get("directory") if section is not None else None
        item.memo["last-name-first"] = entry is not None and "last-name-first" in entry.keywords
    return bool(item.memo["last-name-first"])


@values("extension.devices")
def devices(item: Item) -> Iterable[str]:
    """The tags of the ephones that have this ephone-dn on a button, ascending."""
    if "carriers" not in item.memo:
        item.memo["carriers"] = _carriers(item)
    found: list[str] = item.memo["carriers"].get(item.key, [])
    return found


def _carriers(item: Item) -> dict[str, list[str]]:
    """The ephones that carry each ephone-dn, found in one pass over the ephones."""
    carriers: dict[str, list[str]] = defaultdict(list)
    for ephone in item.router.config.sections("ephone"):
        referred = references(ephone, {"ephone-dn"})
        for tag in {tag for identity, _, _, _, tag in referred if identity[0] == "button"}:
            carriers[tag].append(ephone.key[0])
    return carriers
