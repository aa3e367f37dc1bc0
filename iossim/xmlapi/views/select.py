"""The items that a request asks for: the union of its parameters, each item once, in ascending order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from iossim.xmlapi.iserror import Problem, bad_parameter, not_found
from iossim.xmlapi.method import MethodCall
from iossim.xmlapi.views.view import Selector, View

#: Digits of the longest tag.
_LONGEST_TAG = 10


class Items(Protocol):
    """The items of a view: sections, or events."""

    def keyword(self, selector: Selector, word: str) -> None:
        """Select by a keyword of a parameter, in small letters."""

    def value(self, selector: Selector, value: str) -> bool:
        """Select by the value of a parameter; False if no item has it."""

    def is_known(self) -> bool:
        """True if the request is about something that exists, though nothing was selected."""

    def lines(self) -> Iterator[str]:
        """The selected items, item by item."""


def select(view: View, call: MethodCall, items: Items) -> Problem | None:
    """Select the items that a request asks for.

    Args:
        view: the view.
        call: the request.
        items: the items of the view.

    Returns:
        The problem of a request that selects nothing, or has a wrong parameter.
    """
    asked = found = False
    missed: Problem | None = None
    selectors = {selector.name: selector for selector in view.selectors}
    for name, value in call.parameters:
        selector = selectors.get(name)
        if selector is None:
            continue
        asked = True
        word = value.lower()
        if word in selector.keywords:
            items.keyword(selector, word)
            found = True
        elif not value or not selector.has_values or (selector.is_key and not is_tag(value)):
            return bad_parameter(name)
        elif items.value(selector, value):
            found = True
        else:
            missed = missed or not_found(name, value)
    if not asked:
        return bad_parameter(view.selectors[0].name)
    return missed if not found and not items.is_known() else None


def is_tag(value: str) -> bool:
    """True if a text can be a tag."""
    return value.isascii() and value.isdigit() and len(value) <= _LONGEST_TAG
