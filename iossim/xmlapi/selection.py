"""Which items a request asks for: the union of its parameters, each item once, ascending by tag."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from iossim.xmlapi.catalogue import Call
from iossim.xmlapi.item import Item
from iossim.xmlapi.problem import Problem, bad_parameter, not_found
from iossim.xmlapi.render import Leaf
from iossim.xmlapi.view import Selector, View

if TYPE_CHECKING:
    from iossim.config.tree import Section

#: Tags are short; a number of a million digits is no tag.
_LONGEST_TAG = 10
_MAC = re.compile("[0-9A-F]{12}")
_MAC_SIGNS = re.compile("[.:-]")


@dataclass
class Selection:
    """What a request asks of a view, collected parameter by parameter.

    Attributes:
        view: the view.
        call: the request.
        full: the tags of the items that are wanted whole.
        keys: the tags of the items of which only the key is wanted.
        memo: what was found out once for the whole answer.
    """

    view: View
    call: Call
    full: set[int] = field(default_factory=set)
    keys: set[int] = field(default_factory=set)
    memo: dict[str, Any] = field(default_factory=dict)
    _missed: Problem | None = None
    _indices: dict[str, dict[str, list[int]]] = field(default_factory=dict)

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
                if not _is_tag(value):
                    return bad_parameter(name)
                self._tag(name, value)
            elif (selector.leaves or selector.leaf) and value:
                self._match(selector, value)
            else:
                return bad_parameter(name)
        if not asked:
            return bad_parameter(self.view.selectors[0].name)
        return self._missed if not (listed or self.full or self.keys) else None

    def lines(self) -> Iterator[str]:
        """The items, below their list element."""
        view = self.view
        assert view.wrapper is not None
        assert view.item is not None
        tags = sorted(self.full | self.keys)
        if not tags:
            yield view.wrapper.empty
            return
        yield view.wrapper.opening
        for tag in tags:
            lines: list[str] = []
            if tag in self.full:
                section = self._section(tag)
                if section is not None:
                    view.item.write(self._item(section), lines)
            else:
                key = view.item.children[0].name
                lines += [view.item.opening, f"<{key}>{tag}</{key}>\n", view.item.closing]
            yield "".join(lines)
        yield view.wrapper.closing

    def _keyword(self, keyword: str, selector: Selector) -> None:
        condition = selector.keywords[keyword]
        if condition is not None:
            name, wanted = condition
            self.full.update(self._index(self.view.leaf(name)).get(wanted, ()))
        elif keyword == "available":
            self.keys.update(self._available())
        elif keyword == "alltag":
            self.keys.update(self._tags())
        else:
            self.full.update(self._tags())

    def _tag(self, name: str, value: str) -> None:
        tag = int(value)
        if self._section(tag) is not None:
            self.full.add(tag)
        else:
            self._miss(name, value)

    def _match(self, selector: Selector, value: str) -> None:
        wanted = plain_mac(value) if selector.as_mac else value
        leaves = [self.view.leaf(name) for name in selector.leaves]
        leaves += [selector.leaf] if selector.leaf is not None else []
        found = {tag for leaf in leaves for tag in self._index(leaf, selector.as_mac).get(wanted, ())}
        self.full.update(found)
        if not found:
            self._miss(selector.name, value)

    def _miss(self, name: str, value: str) -> None:
        self._missed = self._missed or not_found(name, value)

    def _available(self) -> set[int]:
        """The lowest tag that nothing has, unless all are taken."""
        taken = set(self._tags())
        highest = self.view.highest
        limit = highest.text(Item(self.call.router, None, self.memo)) if highest is not None else "0"
        return {next((tag for tag in range(1, int(limit) + 1) if tag not in taken), 0)} - {0}

    def _tags(self) -> list[int]:
        return [int(section.key[0]) for section in self._sections()]

    def _sections(self) -> list[Section]:
        return self.call.router.config.sections(self.view.rule)

    def _section(self, tag: int) -> Section | None:
        return self.call.router.config.section(self.view.rule, tag)

    def _index(self, leaf: Leaf, as_mac: bool = False) -> dict[str, list[int]]:
        """The items by the text of one of their leaves."""
        if leaf.name not in self._indices:
            index: dict[str, list[int]] = defaultdict(list)
            for section in self._sections():
                text = leaf.text(self._item(section))
                index[plain_mac(text) if as_mac else text].append(int(section.key[0]))
            self._indices[leaf.name] = dict(index)
        return self._indices[leaf.name]

    def _item(self, section: Section) -> Item:
        return Item(self.call.router, section, self.memo, self._template(section))

    def _template(self, section: Section) -> Section | None:
        entry = section.get(self.view.template) if self.view.template else None
        if entry is None or entry.negative:
            return None
        return self.call.router.config.section(self.view.template, entry.words[-1])


def plain_mac(text: str) -> str:
    """A MAC address as twelve capital digits, however it was written; anything else as it is."""
    digits = _MAC_SIGNS.sub("", text.strip().upper().removeprefix("SEP"))
    return digits if _MAC.fullmatch(digits) else text


def _is_tag(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= _LONGEST_TAG
