"""The renderer: walks the skeleton of a response with the item that fills it, and writes lines.

Lines of text, not an lxml tree: lxml writes neither `<x />` nor one element a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from iossim.xmlapi.item import Item
from iossim.xmlapi.text import element, escape
from iossim.xmlapi.views.sources import Source


class Leaf:
    """An element with a text.

    Args:
        name: its name.
        find: where the text comes from.
        attributes: its attributes in the view.
        rules: the commands of the section that the text comes from; None where it comes from elsewhere, too.
    """

    __slots__ = ("attributes", "default", "find", "name", "rules", "unset")

    def __init__(self, name: str, find: Source, attributes: Mapping[str, str], rules: frozenset[str] | None = None) -> None:
        self.name = name
        self.find = find
        self.attributes = attributes
        self.rules = rules
        self.default = attributes.get("default", "")
        self.unset = "" if "optional" in attributes else element(name, self.default)

    def text(self, item: Item) -> str:
        """The element's text."""
        return self.find(item) or self.default

    def line(self, item: Item) -> str:
        """The element; nothing where it is optional and unset."""
        text = self.find(item)
        return f"<{self.name}>{escape(text)}</{self.name}>\n" if text else self.unset

    def write(self, item: Item, lines: list[str]) -> None:
        """Adds the element to an answer."""
        line = self.line(item)
        if line:
            lines.append(line)


class NamedLeaf(Leaf):
    """A leaf whose name is one part of what the element around it stands for."""

    __slots__ = ()

    def line(self, item: Item) -> str:
        """The element."""
        name = item.value[self.attributes["named-by"]] if not isinstance(item.value, str) else self.name
        return element(name, self.text(item))


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

    @property
    def never_empty(self) -> bool:
        """Whether there always is something in it."""
        return any(
            isinstance(child, Container) or (isinstance(child, Leaf) and "optional" not in child.attributes)
            for child in self.children
        )

    @property
    def rules(self) -> frozenset[str] | None:
        """The commands of the section that it is filled from; None where it is filled from elsewhere, too."""
        found = [child.rules for child in self.children] if self.enter is None else [None]
        return frozenset().union(*(rules for rules in found if rules is not None)) if None not in found else None

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
        rules: the commands of the section that the things come from; None where they come from elsewhere, too.
    """

    __slots__ = ("each", "node", "rules")

    def __init__(self, node: Leaf | Container, each: Callable[[Item], Iterable[Item]], rules: frozenset[str] | None = None) -> None:
        self.node = node
        self.each = each
        self.rules = rules

    @property
    def name(self) -> str:
        """The element's name."""
        return self.node.name

    def write(self, item: Item, lines: list[str]) -> None:
        """Adds one element for each thing to an answer."""
        for one in self.each(item):
            self.node.write(one, lines)


Node = Leaf | Container | Repeated
