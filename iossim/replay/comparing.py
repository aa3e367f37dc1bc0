"""Compares two answers of the XML API, value by value."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that is not the same in two answers.

    Attributes:
        path: the elements from the payload down to the value: `ISDevices/ISDevice[2]/ISDevName`.
        before: the value of the capture; None: it has no such element.
        now: the value of the other router; None: it has no such element.
    """

    path: str
    before: str | None
    now: str | None

    def __str__(self) -> str:
        return f"{self.path}: captured {_quoted(self.before)}, now {_quoted(self.now)}"


def payload(document: bytes) -> Element | None:
    """The `<response>` of an answer; None if the document is no answer of a CME.

    Args:
        document: the bytes of the answer.
    """
    try:
        root = ElementTree.fromstring(document)
    except ElementTree.ParseError:
        return None
    return next((element for element in root.iter() if _name(element) == "response"), None)


def differences(before: Element, now: Element, ignored: Collection[str] = ()) -> Iterator[Difference]:
    """The values that differ between two payloads, in the order of the elements.

    Args:
        before: the payload of the capture.
        now: the payload of the other router.
        ignored: names of elements that are not compared, in small letters.
    """
    yield from _children("", before, now, ignored)


def _children(path: str, before: Element, now: Element, ignored: Collection[str]) -> Iterator[Difference]:
    """Pairs the elements of one name in their order: the first with the first, the second with the second."""
    names = dict.fromkeys(_name(child) for parent in (before, now) for child in parent)
    for name in names:
        if name.lower() in ignored:
            continue
        left, right = ([child for child in parent if _name(child) == name] for parent in (before, now))
        several = max(len(left), len(right)) > 1
        for at in range(max(len(left), len(right))):
            below = f"{path}{name}[{at + 1}]" if several else f"{path}{name}"
            if at >= len(left) or at >= len(right):
                yield Difference(below, _text(left, at), _text(right, at))
            else:
                yield from _pair(below, left[at], right[at], ignored)


def _pair(path: str, before: Element, now: Element, ignored: Collection[str]) -> Iterator[Difference]:
    values = [(element.text or "").strip() for element in (before, now)]
    if values[0] != values[1]:
        yield Difference(path, *values)
    yield from _children(f"{path}/", before, now, ignored)


def _text(elements: list[Element], at: int) -> str | None:
    """The text of an element, or of a whole part; None if it is missing."""
    return " ".join("".join(elements[at].itertext()).split()) if at < len(elements) else None


def _name(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _quoted(value: str | None) -> str:
    if value is None:
        return "nothing"
    return repr(value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…")
