"""The elements of an answer: an element writes itself, and everything inside it, from an item.

Most of an answer is the same for every section that has few commands. That text is **prepared** once, when the view is
loaded; for an item, an element is written anew only if one of its commands is entered. The commands that an element
depends on are found by a probe: an item that records the commands it is asked for. An element that asks for anything
else (the tag, the state at run time, another section) is written anew for every item.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from iossim.xmlapi.item import Item, Value
from iossim.xmlapi.views.sources import Source

if TYPE_CHECKING:
    from iossim.language import Command


#: Everything that XML 1.0 does not allow in a document.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile("[&<>\r]|[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escape(value: str) -> str:
    """A value as it may stand between two tags; what XML 1.0 forbids is dropped."""
    if _SPECIAL.search(value) is None:
        return value
    value = FORBIDDEN.sub("", value)
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def quote(value: str) -> str:
    """A value as it may stand between two double quotes."""
    return escape(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def element(name: str, value: str) -> str:
    """One element on a line of its own, the empty one as `<name />`."""
    return f"<{name}>{escape(value)}</{name}>\n" if value else f"<{name} />\n"


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
        if not text:
            return self.unset
        if _SPECIAL.search(text) is not None:
            text = escape(text)
        return f"<{self.name}>{text}</{self.name}>\n"


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


class Prepared:
    """Elements side by side, prepared.

    Args:
        nodes: the elements.
    """

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._texts: list[str] = []
        self._nodes: dict[int, Node | _Entered] = {}
        self._always: list[int] = []
        self._by_rule: dict[str, list[int]] = {}
        for place, node in enumerate(_flat(nodes)):
            if isinstance(node, str):
                self._texts.append(node)
                continue
            self._nodes[place] = node
            text, rules = probe(node.write)
            self._texts.append(text)
            if rules is None:
                self._always.append(place)
            for rule in rules or ():
                self._by_rule.setdefault(rule, []).append(place)

    def write(self, item: Item) -> str:
        """The elements for an item."""
        texts, nodes, by_rule = self._texts.copy(), self._nodes, self._by_rule
        for place in self._always:
            texts[place] = nodes[place].write(item)
        for rule in _entered(item):
            for place in by_rule.get(rule, ()):
                texts[place] = nodes[place].write(item)
        return "".join(texts)


class _Entered:
    """A container that shows another section.

    Args:
        container: the container.
    """

    def __init__(self, container: Container) -> None:
        self._container = container
        self._inside = Prepared(container.children)

    def write(self, item: Item) -> str:
        """The container for an item."""
        container = self._container
        inside = container.enter(item) if container.enter is not None else item
        return f"{container.opening}{self._inside.write(inside)}{container.closing}"


def _entered(item: Item) -> set[str]:
    """The rules of all commands that are entered in the section of an item, or in its template."""
    entered = {identity[0] for identity in item.section.entries} if item.section is not None else set()
    if item.template is not None:
        entered.update(identity[0] for identity in item.template.entries)
    return entered


def probe(write: Callable[[Item], str]) -> tuple[str, set[str] | None]:
    """Find the commands that a text depends on.

    Args:
        write: makes the text from an item.

    Returns:
        The text for a section without commands, and the rules of the commands that may change it. If it depends on
        anything else: "" and None.
    """
    item = _Probe()
    try:
        return write(item), item.rules
    except _NotACommand:
        return "", None


class _NotACommand(Exception):  # noqa: N818 (it ends a probe; it is no error)
    """The element asks for something that is no command of its section."""


class _Probe(Item):
    """An item without commands that records the rules it is asked for.

    Attributes:
        rules: the rules.
    """

    __slots__ = ("rules",)
    _allowed = frozenset({"command", "get", "effective", "all", "repetition", "rules", "__class__"})

    def __init__(self, rules: set[str] | None = None) -> None:
        self.rules = set() if rules is None else rules

    def __getattribute__(self, name: str) -> object:
        if name in type(self)._allowed:
            return super().__getattribute__(name)
        raise _NotACommand

    def command(self, *commands: tuple[str, ...]) -> Command | None:
        """Record the rules; nothing is entered."""
        self.rules.update(command[0] for command in commands)
        return None

    def all(self, rule: str) -> list[Command]:
        """Record the rule; nothing is entered."""
        self.rules.add(rule)
        return []

    def repetition(self, ordinal: int, entry: Command | None = None, value: Value = "") -> Item:
        """A repetition that records the rules, too."""
        return _ProbeRepetition(self.rules, ordinal, entry, value)


class _ProbeRepetition(_Probe):
    """One repetition inside a probe; it has the value of the repetition."""

    __slots__ = ()
    _allowed = _Probe._allowed | {"entry", "ordinal", "value"}

    def __init__(self, rules: set[str], ordinal: int, entry: Command | None, value: Value) -> None:
        super().__init__(rules)
        self.ordinal, self.entry, self.value = ordinal, entry, value


def _flat(nodes: Sequence[Node]) -> Iterator[Node | _Entered | str]:
    """The elements, with the containers that are never empty taken apart."""
    for node in nodes:
        if not isinstance(node, Container) or not any(
            isinstance(child, Container) or _is_constant(child) for child in node.children
        ):
            yield node
        elif node.enter is not None:
            yield _Entered(node)
        else:
            yield node.opening
            yield from _flat(node.children)
            yield node.closing


def _is_constant(node: Node) -> bool:
    """True for a leaf that is written even if it is unset."""
    return isinstance(node, Leaf) and bool(node.unset)
