"""The renderer: walks the skeleton of a response with the item that fills it, and writes lines.

Lines of text, not an lxml tree: lxml writes neither `<x />` nor one element a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from iossim.xmlapi.item import Item
from iossim.xmlapi.sources import Source
from iossim.xmlapi.text import element, escape


class Leaf:
    """An element with a text.

    Args:
        name: its name.
        find: where the text comes from.
        attributes: its attributes in the view.
    """

    __slots__ = ("attributes", "default", "find", "name", "unset")

    def __init__(self, name: str, find: Source, attributes: Mapping[str, str]) -> None:
        self.name = name
        self.find = find
        self.attributes = attributes
        self.default = attributes.get("default", "")
        self.unset = "" if "optional" in attributes else element(name, self.default)

    def text(self, item: Item) -> str:
        """The element's text."""
        return self.find(item) or self.default

    def write(self, item: Item, lines: list[str]) -> None:
        """Adds the element to an answer."""
        text = self.find(item)
        if text:
            lines.append(f"<{self.name}>{escape(text)}</{self.name}>\n")
        elif self.unset:
            lines.append(self.unset)


class NamedLeaf(Leaf):
    """A leaf whose name is one part of what the element around it stands for."""

    __slots__ = ()

    def write(self, item: Item, lines: list[str]) -> None:
        """Adds the element to an answer."""
        name = item.value[self.attributes["named-by"]] if not isinstance(item.value, str) else self.name
        lines.append(element(name, self.text(item)))


class Container:
    """An element with elements inside; it is written even when there are none.

    Args:
        name: its name.
        children: what is in it, in the order of the answer.
        enter: the item that its leaves are filled from, where that is not the item around it.
    """

    __slots__ = ("children", "closing", "empty", "enter", "name", "opening")

    def __init__(self, name: str, children: Sequence[Node], enter: Callable[[Item], Item] | None = None) -> None:
        self.name = name
        self.children = children
        self.enter = enter
        self.opening = f"<{name}>\n"
        self.closing = f"</{name}>\n"
        self.empty = f"<{name} />\n"

    def write(self, item: Item, lines: list[str]) -> None:
        """Adds the element, and all in it, to an answer."""
        if self.enter is not None:
            item = self.enter(item)
        lines.append(self.opening)
        before = len(lines)
        for child in self.children:
            child.write(item, lines)
        if len(lines) == before:
            lines[-1] = self.empty
        else:
            lines.append(self.closing)


class Repeated:
    """An element that is written once for each of several things.

    Args:
        node: the element.
        each: the things.
    """

    __slots__ = ("each", "node")

    def __init__(self, node: Leaf | Container, each: Callable[[Item], Iterable[Item]]) -> None:
        self.node = node
        self.each = each

    @property
    def name(self) -> str:
        """The element's name."""
        return self.node.name

    def write(self, item: Item, lines: list[str]) -> None:
        """Adds one element for each thing to an answer."""
        for one in self.each(item):
            self.node.write(one, lines)


Node = Leaf | Container | Repeated
