"""The elements of an answer: each writes itself, and everything inside it, from an item.

Text, not an lxml tree: lxml writes neither `<x />` nor one element a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from iossim.xmlapi.item import Item
from iossim.xmlapi.text import element, escape
from iossim.xmlapi.views.sources import Source


class Leaf:
    """An element with a text.

    Args:
        name: the name of the element.
        source: the source of its text.
        attributes: its attributes in the view.
    """

    __slots__ = ("attributes", "default", "name", "source", "unset")

    def __init__(self, name: str, source: Source, attributes: Mapping[str, str]) -> None:
        self.name = name
        self.source = source
        self.attributes = attributes
        self.default = attributes.get("default", "")
        self.unset = "" if "optional" in attributes else element(name, self.default)

    def text(self, item: Item) -> str:
        """The text of the element."""
        return self.source(item) or self.default

    def write(self, item: Item) -> str:
        """The element; nothing if it is optional and unset."""
        text = self.source(item)
        return f"<{self.name}>{escape(text)}</{self.name}>\n" if text else self.unset


class NamedLeaf(Leaf):
    """A leaf that takes its name from one part of the item's value."""

    __slots__ = ()

    def write(self, item: Item) -> str:
        """The element."""
        name = item.value[self.attributes["named-by"]] if not isinstance(item.value, str) else self.name
        return element(name, self.text(item))


class Container:
    """An element with elements inside; it is written even if there are none.

    Args:
        name: the name of the element.
        children: the elements inside it, in the order of the answer.
        enter: gives the item of the elements inside it, if that is not the item around it.
    """

    __slots__ = ("children", "closing", "empty", "enter", "name", "opening")

    def __init__(self, name: str, children: Sequence[Node], enter: Callable[[Item], Item] | None = None) -> None:
        self.name = name
        self.children = children
        self.enter = enter
        self.opening = f"<{name}>\n"
        self.closing = f"</{name}>\n"
        self.empty = f"<{name} />\n"

    def write(self, item: Item) -> str:
        """The element and everything inside it."""
        if self.enter is not None:
            item = self.enter(item)
        inside = "".join([child.write(item) for child in self.children])
        return f"{self.opening}{inside}{self.closing}" if inside else self.empty


class Repeated:
    """An element that is written several times.

    Args:
        node: the element.
        repetitions: gives an item for each repetition.
    """

    __slots__ = ("node", "repetitions")

    def __init__(self, node: Leaf | Container, repetitions: Callable[[Item], Iterable[Item]]) -> None:
        self.node = node
        self.repetitions = repetitions

    @property
    def name(self) -> str:
        """The name of the element."""
        return self.node.name

    def write(self, item: Item) -> str:
        """The element for each repetition."""
        return "".join([self.node.write(repetition) for repetition in self.repetitions(item)])


Node = Leaf | Container | Repeated
