"""Prepared text: most of an answer is the same for every section that has few commands.

The text of an element for a section without commands is written once, when the view is loaded. For an item, an element
is written anew only if one of its commands is entered. The commands that an element depends on are found by a probe: an
item that records the commands it is asked for. An element that asks for anything else (the tag, the state at run time,
another section) is written anew for every item.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from iossim.xmlapi.item import Item
from iossim.xmlapi.views.render import Container, Leaf, Node

if TYPE_CHECKING:
    from iossim.language import Command


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

    def __init__(self) -> None:
        self.rules: set[str] = set()

    def __getattribute__(self, name: str) -> object:
        if name in _ALLOWED:
            return super().__getattribute__(name)
        raise _NotACommand

    def command(self, *commands: tuple[str, ...]) -> Command | None:
        """Record the rules; nothing is entered."""
        self.rules.update(command[0] for command in commands)
        return None

    def commands(self, rule: str) -> list[Command]:
        """Record the rule; nothing is entered."""
        self.rules.add(rule)
        return []


_ALLOWED = frozenset({"command", "commands", "rules", "__class__"})


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
