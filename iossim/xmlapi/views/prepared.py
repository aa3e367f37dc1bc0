"""A view made ready: most of an answer is what it would be for a section in which nothing was entered.

That text is prepared once. For each item only those elements are written anew that some command of its section (or of its
template) speaks of, and those that come from elsewhere: the tag, the state at run time, other sections.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from iossim.xmlapi.item import Item
from iossim.xmlapi.views.render import Container, Leaf, Node

if TYPE_CHECKING:
    from iossim.router import RouterCore

#: Nothing is entered. What is prepared for it comes from no router.
_BARE = Item(cast("RouterCore", None), None, {})


class Plan:
    """Elements side by side, made ready.

    Args:
        nodes: the elements.
    """

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._texts: list[str] = []
        self._nodes: dict[int, _Piece] = {}
        by_rule: dict[str, list[int]] = {}
        always: list[int] = []
        for piece in _flat(nodes):
            at = len(self._texts)
            if isinstance(piece, str):
                self._texts.append(piece)
                continue
            self._nodes[at] = piece
            rules = piece.rules
            self._texts.append("" if rules is None else written(piece, _BARE))
            if rules is None:
                always.append(at)
            for rule in rules or ():
                by_rule.setdefault(rule, []).append(at)
        self._always = tuple(always)
        self._by_rule = {rule: tuple(places) for rule, places in by_rule.items()}

    def text(self, item: Item) -> str:
        """The elements, filled from an item."""
        texts = self._texts.copy()
        nodes = self._nodes
        by_rule = self._by_rule
        for at in self._always:
            texts[at] = written(nodes[at], item)
        for rule in _entered(item):
            for at in by_rule.get(rule, ()):
                texts[at] = written(nodes[at], item)
        return "".join(texts)


class _Section:
    """An element whose content is filled from a section of its own.

    Args:
        container: the element.
    """

    rules = None

    def __init__(self, container: Container) -> None:
        self._container = container
        self._plan = Plan(container.children)

    def line(self, item: Item) -> str:
        """The element."""
        container = self._container
        inside = container.enter(item) if container.enter is not None else item
        return f"{container.opening}{self._plan.text(inside)}{container.closing}"


_Piece = Node | _Section


def written(node: _Piece, item: Item) -> str:
    """An element, and all in it, as text."""
    if isinstance(node, Leaf | _Section):
        return node.line(item)
    lines: list[str] = []
    node.write(item, lines)
    return "".join(lines)


def _entered(item: Item) -> set[str]:
    """The rules of all commands that were entered for an item."""
    entered = {identity[0] for identity in item.section.entries} if item.section is not None else set()
    if item.template is not None:
        entered.update(identity[0] for identity in item.template.entries)
    return entered


def _flat(nodes: Sequence[Node]) -> Iterator[_Piece | str]:
    for node in nodes:
        if not isinstance(node, Container) or not node.never_empty:
            yield node
        elif node.enter is not None:
            yield _Section(node)
        else:
            yield node.opening
            yield from _flat(node.children)
            yield node.closing
