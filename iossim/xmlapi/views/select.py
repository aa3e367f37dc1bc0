"""The items that a request asks for: the union of its parameters, each item once, in ascending order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Protocol

from iossim.router.fields import plain_mac
from iossim.xmlapi.iserror import Problem, bad_parameter, not_found
from iossim.xmlapi.item import Item
from iossim.xmlapi.lookup import Index, Tags
from iossim.xmlapi.method import MethodCall
from iossim.xmlapi.views.render import Leaf
from iossim.xmlapi.views.schema import Selector, View

if TYPE_CHECKING:
    from iossim.config.tree import Section
    from iossim.router import RouterCore

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
    asked = selected = False
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
            selected = True
        elif not value or not _accepts_values(selector) or (selector.is_key and not is_tag(value)):
            return bad_parameter(name)
        elif items.value(selector, value):
            selected = True
        else:
            missed = missed or not_found(name, value)
    if not asked:
        return bad_parameter(view.selectors[0].name)
    return missed if not selected and not items.is_known() else None


def _accepts_values(selector: Selector) -> bool:
    return bool(selector.is_key or selector.leaves or selector.part)


def is_tag(value: str) -> bool:
    """True if a text can be a tag."""
    return value.isascii() and value.isdigit() and len(value) <= _LONGEST_TAG


class Sections:
    """The sections of a view, and the selected ones among them.

    Args:
        view: the view.
        call: the request.
    """

    def __init__(self, view: View, call: MethodCall) -> None:
        self._view = view
        self._router = call.router
        self._whole: set[int] = set()
        self._keys: set[int] = set()
        self._unused: set[int] = set()
        self._conditions: list[tuple[Leaf, str]] = []

    def keyword(self, selector: Selector, word: str) -> None:
        """Select all sections, all tags, the lowest unused tag, or all sections in which a leaf has a text."""
        condition = selector.keywords[word]
        if condition is not None:
            self._conditions.append(condition)
        elif word == "available":
            self._unused.update(self._lowest_unused())
        elif word == "alltag":
            self._keys.update(self._tags.ascending())
        else:
            self._whole.update(self._tags.ascending())

    def value(self, selector: Selector, value: str) -> bool:
        """Select by tag, or by the text of a leaf."""
        tags = self._tagged(int(value)) if selector.is_key else self._find(selector, value)
        self._whole.update(tags)
        return bool(tags)

    def is_known(self) -> bool:
        """False: a section that exists is an item."""
        return False

    def lines(self) -> Iterator[str]:
        """The selected sections below their list element; one that is removed before its turn is left out."""
        wrapper = self._view.wrapper
        assert wrapper is not None
        empty = True
        for tag in self._ascending():
            text = self._item(tag)
            if text and empty:
                empty = False
                yield wrapper.opening
            yield text
        yield wrapper.empty if empty else wrapper.closing

    def _ascending(self) -> list[int]:
        if self._conditions:
            return sorted(self._unused.union(self._tags.ascending()))
        return sorted(self._whole | self._keys | self._unused)

    def _item(self, tag: int) -> str:
        """A section, whole or only its tag; "" if it is not selected, or removed."""
        element = self._view.item
        assert element is not None
        section = self._section(tag)
        if section is not None and (tag in self._whole or self._conditions):
            item = Item.of(self._router, section, {})
            if tag in self._whole or any(leaf.text(item) == text for leaf, text in self._conditions):
                return f"{element.opening}{self._view.prepared.write(item)}{element.closing}"
        if tag in self._unused or (tag in self._keys and section is not None):
            key = element.children[0].name
            return f"{element.opening}<{key}>{tag}</{key}>\n{element.closing}"
        return ""

    def _tagged(self, tag: int) -> set[int]:
        return {tag} if self._section(tag) is not None else set()

    def _find(self, selector: Selector, value: str) -> set[int]:
        text = plain_mac(value) if selector.as_mac else value
        index = Index.of(self._router.config)
        tags: set[int] = set()
        for leaf in selector.leaves:
            texts = partial(_texts, self._router, leaf, selector.as_mac)
            tags.update(index.lookup(self._view.rule, leaf.name, texts).find(text))
        return tags

    def _lowest_unused(self) -> set[int]:
        """The lowest tag that no section has, unless all are taken."""
        highest = self._view.highest
        limit = highest.text(Item(self._router, None, {})) if highest is not None else "0"
        return {self._tags.lowest_free(int(limit))} - {0}

    @property
    def _tags(self) -> Tags:
        return Index.of(self._router.config).tags(self._view.rule)

    def _section(self, tag: int) -> Section | None:
        return self._router.config.section(self._view.rule, tag)


def _texts(router: RouterCore, leaf: Leaf, as_mac: bool, section: Section) -> list[str]:
    """The text by which a section is found; its template is left out, since it holds no names and no numbers."""
    text = leaf.text(Item(router, section, {}))
    return [plain_mac(text) if as_mac else text]
