"""Which items a request asks for: the union of its parameters, each item once, ascending by tag."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from iossim.xmlapi.iserror import Problem, bad_parameter, not_found
from iossim.xmlapi.item import Item
from iossim.xmlapi.lookup import Index, Tags
from iossim.xmlapi.method import MethodCall
from iossim.xmlapi.views.render import Leaf
from iossim.xmlapi.views.view import Selector, View

if TYPE_CHECKING:
    from iossim.config.tree import Section
    from iossim.router import RouterCore

#: Tags are short; a number of a million digits is no tag.
_LONGEST_TAG = 10
_MAC = re.compile("[0-9A-F]{12}")
_MAC_SIGNS = re.compile("[.:-]")
#: An answer of more items than this is written item by item.
_LONG = 16


@dataclass
class Selection:
    """What a request asks of a view, collected parameter by parameter.

    Attributes:
        view: the view.
        call: the request.
        full: the tags of the items that are wanted whole.
        keys: the tags of the items of which only the key is wanted.
        free: tags that are told although nothing has them.
        conditions: leaves, and the text that each must have for an item to be wanted whole.
        memo: what was found out once for the whole answer.
    """

    view: View
    call: MethodCall
    full: set[int] = field(default_factory=set)
    keys: set[int] = field(default_factory=set)
    free: set[int] = field(default_factory=set)
    conditions: list[tuple[Leaf, str]] = field(default_factory=list)
    memo: dict[str, Any] = field(default_factory=dict)
    _missed: Problem | None = None

    def collect(self) -> Problem | None:
        """Reads the parameters; the reason where they select nothing."""
        asked = False
        listed = False
        selectors = {selector.name: selector for selector in self.view.selectors}
        for name, value in self.call.parameters:
            selector = selectors.get(name)
            if selector is None:
                continue
            asked = True
            if value.lower() in selector.keywords:
                listed = True
                self._keyword(value.lower(), selector)
            elif selector.is_key:
                if not is_tag(value):
                    return bad_parameter(name)
                self._tag(name, value)
            elif (selector.leaves or selector.leaf) and value:
                self._match(selector, value)
            else:
                return bad_parameter(name)
        if not asked:
            return bad_parameter(self.view.selectors[0].name)
        return self._missed if not (listed or self.full) else None

    @property
    def is_long(self) -> bool:
        """Whether there are so many items that others should be served while they are written."""
        return len(self.full) + len(self.keys) > _LONG or (bool(self.conditions) and len(self._tags) > _LONG)

    def lines(self) -> Iterator[str]:
        """The items, below their list element; an item that is gone when its turn comes is left out."""
        wrapper = self.view.wrapper
        assert wrapper is not None
        opened = False
        for tag in self._wanted():
            text = self._text(tag)
            if text and not opened:
                opened = True
                yield wrapper.opening
            yield text
        yield wrapper.closing if opened else wrapper.empty

    def _wanted(self) -> list[int]:
        if self.conditions:
            return sorted(self.free.union(self._tags.ascending()))
        return sorted(self.full | self.keys | self.free)

    def _text(self, tag: int) -> str:
        """An item, whole or only its key; nothing where it is not wanted, or gone."""
        view = self.view
        assert view.item is not None
        section = self._section(tag)
        if section is not None and (tag in self.full or self.conditions):
            item = self._item(section)
            if tag in self.full or any(leaf.text(item) == wanted for leaf, wanted in self.conditions):
                return f"{view.item.opening}{view.plan.text(item)}{view.item.closing}"
        if tag in self.free or (tag in self.keys and section is not None):
            key = view.item.children[0].name
            return f"{view.item.opening}<{key}>{tag}</{key}>\n{view.item.closing}"
        return ""

    def _keyword(self, keyword: str, selector: Selector) -> None:
        condition = selector.keywords[keyword]
        if condition is not None:
            name, wanted = condition
            self.conditions.append((self.view.leaf(name), wanted))
        elif keyword == "available":
            self.free.update(self._available())
        elif keyword == "alltag":
            self.keys.update(self._tags.ascending())
        else:
            self.full.update(self._tags.ascending())

    def _tag(self, name: str, value: str) -> None:
        tag = int(value)
        if self._section(tag) is not None:
            self.full.add(tag)
        else:
            self._miss(name, value)

    def _match(self, selector: Selector, value: str) -> None:
        router = self.call.router
        wanted = plain_mac(value) if selector.as_mac else value
        leaves = [self.view.leaf(name) for name in selector.leaves]
        leaves += [selector.leaf] if selector.leaf is not None else []
        index = Index.of(router.config)
        found: set[int] = set()
        for leaf in leaves:
            values = partial(_values, router, leaf, selector.as_mac)
            found.update(index.lookup(self.view.rule, leaf.name, values).find(wanted))
        self.full.update(found)
        if not found:
            self._miss(selector.name, value)

    def _miss(self, name: str, value: str) -> None:
        self._missed = self._missed or not_found(name, value)

    def _available(self) -> set[int]:
        """The lowest tag that nothing has, unless all are taken."""
        highest = self.view.highest
        limit = highest.text(Item(self.call.router, None, self.memo)) if highest is not None else "0"
        return {self._tags.lowest_free(int(limit))} - {0}

    @property
    def _tags(self) -> Tags:
        return Index.of(self.call.router.config).tags(self.view.rule)

    def _section(self, tag: int) -> Section | None:
        return self.call.router.config.section(self.view.rule, tag)

    def _item(self, section: Section) -> Item:
        return Item(self.call.router, section, self.memo, self._template(section))

    def _template(self, section: Section) -> Section | None:
        entry = section.get(self.view.template) if self.view.template else None
        if entry is None or entry.negative:
            return None
        return self.call.router.config.section(self.view.template, entry.words[-1])


def _values(router: RouterCore, leaf: Leaf, as_mac: bool, section: Section) -> list[str]:
    """What a section is found by. Templates are left out: they hold no names and no numbers."""
    text = leaf.text(Item(router, section, {}))
    return [plain_mac(text) if as_mac else text]


def plain_mac(text: str) -> str:
    """A MAC address as twelve capital digits, however it was written; anything else as it is."""
    digits = _MAC_SIGNS.sub("", text.strip().upper().removeprefix("SEP"))
    return digits if _MAC.fullmatch(digits) else text


def is_tag(value: str) -> bool:
    """True if a text can be a tag."""
    return value.isascii() and value.isdigit() and len(value) <= _LONGEST_TAG
