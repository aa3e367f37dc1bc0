"""The items of most views: the sections that one command opens."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from iossim.xmlapi.item import Item
from iossim.xmlapi.lookup import Index, Tags
from iossim.xmlapi.method import MethodCall
from iossim.xmlapi.text import plain_mac
from iossim.xmlapi.views.render import Leaf
from iossim.xmlapi.views.view import Selector, View

if TYPE_CHECKING:
    from iossim.config.tree import Section
    from iossim.router import RouterCore


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
            name, text = condition
            self._conditions.append((self._view.leaf(name), text))
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
        leaves = [self._view.leaf(name) for name in selector.leaves]
        leaves += [selector.leaf] if selector.leaf is not None else []
        index = Index.of(self._router.config)
        tags: set[int] = set()
        for leaf in leaves:
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
