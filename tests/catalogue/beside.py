"""What else the catalogue accepts at one place of a line, over all entries of a mode."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from tests.catalogue.entries import Entry
from tests.catalogue.syntax import Graph, Word, bounds

State = tuple[Graph, int]


class Beside:
    """The entries of one mode as one automaton.

    Args:
        entries: those of the mode.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._starts: dict[str, list[State]] = defaultdict(list)
        for entry in entries:
            for position in entry.graph.first:
                self._starts[entry.graph.words[position].text.lower()].append((entry.graph, position))

    def accepts(self, words: list[str], value: str, graph: Graph, position: int) -> bool:
        """Whether a value would be accepted behind these words by anything but the word at a position of a syntax."""
        states = self._starts[words[0].lower()] if words else []
        for word in words[1:]:
            states = list(_step(states, word))
        nexts = [(each, after) for each, at in states for after in each.successors(at)]
        own = graph.words[position].text
        return any(each.words[at].text != own and _takes(each.words[at], value) for each, at in nexts)


def _step(states: list[State], word: str) -> Iterator[State]:
    """The states behind a word; where it is a keyword somewhere, only that counts, as in IOS."""
    nexts = [(graph, after) for graph, at in states for after in graph.successors(at)]
    exact = [(graph, at) for graph, at in nexts if graph.words[at].keyword and graph.words[at].text.lower() == word.lower()]
    yield from exact or [(graph, at) for graph, at in nexts if _takes(graph.words[at], word)]


def _takes(word: Word, value: str) -> bool:
    """Whether a word of a syntax accepts a typed one."""
    if word.keyword:
        short = not value[:1].isdigit() and word.text.lower().startswith(value.lower())
        return short or word.text.lower() == value.lower()
    if word.comma or word.quoted or len(word.pieces) > 1:
        return False
    notation = word.pieces[0].text
    found = bounds(notation)
    if found is not None:
        number = re.fullmatch(r"-?\d+", value)
        return number is not None and found.low <= int(value) and (found.high is None or int(value) <= found.high)
    return notation in ("WORD", "LINE") or notation[0] == "<" or _looks_like(notation, value)


def _looks_like(notation: str, value: str) -> bool:
    shapes = {"A.B.C.D": r"[\d.]+\.[\d.]+", "H.H.H": r"[\dA-Fa-f]+\.[\dA-Fa-f]+\.[\dA-Fa-f]+", "hh:mm": r"\d+:\d+"}
    return re.fullmatch(shapes.get(notation, r"[\dA-Fa-f:/]*:[\dA-Fa-f:/]*"), value) is not None
