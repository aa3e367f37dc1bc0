"""Requests that the page sends to the XML API, and the elements of an answer with the commands that fill them."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from lxml import etree

from iossim.router import RouterCore
from iossim.web.rows import Row
from iossim.web.visitors import Visitor
from iossim.xmlapi.pipeline import Answer, CutOffError
from iossim.xmlapi.skeletons import Element, skeletons
from iossim.xmlapi.users import User

#: The columns of the table of elements.
COLUMNS = {"element": "Element", "value": "Value", "source": "From"}
_MOST_ROWS = 500
#: An argument of a command, in the source of an element.
_ARGUMENT = re.compile(r"\*(\w+)\*")
#: Seconds of work after which others are served.
_SLICE = 0.002


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to a request.

    Attributes:
        text: the answer.
        size: its bytes.
        seconds: the time that it took.
        method: the method of the request; "" if it names none.
    """

    text: str
    size: int
    seconds: float
    method: str


async def ask(router: RouterCore, visitor: Visitor, address: str, body: str) -> Answered:
    """Answers a request of a visitor; others are served meanwhile, but not in the middle of an ISexecCLI.

    Args:
        router: the router.
        visitor: the user who asks.
        address: the address of the browser.
        body: the request.
    """
    began = since = time.perf_counter()
    answer = Answer(router, User(visitor.name, visitor.level), address, body.encode("utf-8", "replace"))
    pieces: list[str] = []
    try:
        for piece in answer:
            pieces.append(piece)
            if time.perf_counter() - since > _SLICE and not (answer.method is not None and answer.method.in_turn):
                await asyncio.sleep(0)
                since = time.perf_counter()
    except CutOffError:
        pieces.append("\n(the answer was cut off: see the log)")
    text = "".join(pieces)
    method = answer.method.name if answer.method is not None else ""
    return Answered(text, len(text.encode()), time.perf_counter() - began, method)


def formatted(text: str) -> str:
    """An answer with indentation, and with its prefixes; as it is if it is no XML."""
    try:
        root = etree.fromstring(text.encode(), etree.XMLParser(remove_blank_text=True, resolve_entities=False))
    except etree.XMLSyntaxError:
        return text
    return etree.tostring(root, encoding="unicode", pretty_print=True)


def element_rows(text: str, method: str) -> list[Row]:
    """The elements of an answer, the first 500, with their values and sources.

    Args:
        text: the answer.
        method: the method that gave it.
    """
    try:
        response = ElementTree.fromstring(text).find(".//{*}response")
    except ElementTree.ParseError:
        return []
    if response is None:
        return []
    payload = next((skeleton.payload for skeleton in skeletons() if skeleton.name == method), ())
    rows: list[Row] = []
    for name, value, source in _elements(response, payload, 0):
        if len(rows) == _MOST_ROWS:
            break
        rows.append({"id": str(len(rows)), "element": name, "value": value, "source": source})
    return rows


def _elements(parent: ElementTree.Element, known: tuple[Element, ...], depth: int) -> Iterator[tuple[str, str, str]]:
    """Name, value and source of every element inside another one."""
    for node in parent:
        name = node.tag.rpartition("}")[2]
        element = next((one for one in known if one.name == name or name in one.names), None)
        yield f"{'  ' * depth}{name}", (node.text or "").strip(), _source(element)
        yield from _elements(node, element.children if element is not None else (), depth + 1)


def _source(element: Element | None) -> str:
    """The source of an element, in words; "" for an element that only holds others."""
    if element is None:
        return ""
    mode = f"in {element.mode.replace('_', '-')}" if element.mode else ""
    plain = _ARGUMENT.sub(r"<\1>", element.source).replace("`", "")
    constant = "" if element.children or element.source else element.attributes.get("text", "") or "a constant"
    return f"{plain or constant} {mode}".strip()
