"""The documented response trees (tests/data/xml-mapping.yaml): every element, and the command that is said to set it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from lxml import etree

FILE = Path(__file__).parents[1] / "data" / "xml-mapping.yaml"
#: Elements whose name is a word of the command line: one element for all of them.
NAMED_BY_A_WORD = {"dscp_item": ("index", "DSCP-WORD")}
#: Types that the views call otherwise.
_TYPES = {"string": "text"}
_BOOLEANS: dict[tuple[str, ...], str] = {("true", "false"): "bool", ("yes", "no"): "yes-no", ("1", "0"): "0-1"}


@dataclass(frozen=True)
class Element:
    """One element of a tree.

    Attributes:
        item: the element at the top of the tree.
        path: names from below that on.
        type: as the views call it; "" for an element with others inside.
        source: the mode and the command behind it; "" for what the router finds out.
        default: its text when nothing is configured; None where the tree names none.
        words: the texts that it may have; none: any.
        optional: it is left out when not set.
        unlisted: the command is in no command reference.
    """

    item: str
    path: tuple[str, ...]
    type: str
    source: str
    default: str | None
    words: tuple[str, ...]
    optional: bool
    unlisted: bool

    @property
    def mode(self) -> str:
        """The mode of the command, as the grammars name it."""
        return self.source.partition(": ")[0].replace("-", "_") if ": " in self.source else ""

    @property
    def command(self) -> str:
        """The command's syntax."""
        return self.source.partition(": ")[2]


@dataclass(frozen=True)
class Tree:
    """The answer of a method.

    Attributes:
        method: the method.
        item: the element at the top of the tree.
        key: the element that tells items apart; "" where there is one item.
        elements: everything below the item, in the order of the answer.
    """

    method: str
    item: str
    key: str
    elements: tuple[Element, ...]

    @property
    def leaves(self) -> list[Element]:
        """The elements with a text."""
        return [element for element in self.elements if element.type]


@cache
def trees() -> tuple[Tree, ...]:
    """Every tree of the current generation."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    read: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=loader)
    return tuple(
        Tree(each["method"], item, each.get("id", ""), tuple(_elements(item, each["elements"], ())))
        for item, each in read["responses"].items()
    )


def _elements(item: str, nodes: list[dict[str, Any]], above: tuple[str, ...]) -> Iterator[Element]:
    for node in nodes:
        path = (*above, node["name"])
        words = tuple(map(str, node.get("values", ())))
        kind = str(node.get("type", ""))
        source = str(node.get("from", ""))
        yield Element(
            item,
            path,
            _BOOLEANS.get(words, _BOOLEANS.get(words[::-1], "")) if kind == "bool" else _TYPES.get(kind, kind),
            "" if source.startswith(("runtime", "OPEN", "(")) else source,
            str(node["default"]) if "default" in node else None,
            words if kind == "enum" else (),
            bool(node.get("optional")),
            bool(node.get("unlisted")),
        )
        yield from _elements(item, node.get("children", []), path)


def told(node: etree._Element, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every element below one of an answer: its path, and its text where it has one."""
    names = NAMED_BY_A_WORD.get(str(node.tag))
    for place, child in enumerate(node):
        path = (*above, names[place] if names else str(child.tag))
        yield path, "" if len(child) else child.text or ""
        yield from told(child, path)
