"""Typed lines for the paths of a syntax: which words stand where, chosen so that the grammar has a chance to take them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from iossim.language import Mode, Node
from iossim.language.bodies import Argument
from iossim.language.tree import Resolved, resolve
from tests.catalogue.paths import Path
from tests.catalogue.syntax import Graph, Piece, Word, bounds

#: Words to try for an argument, the likeliest first.
_VALUES = {
    "WORD": ("5001", "alpha", "1234", "101", "1", "10.1.1.1", "flash:a.txt", "http://10.1.1.1/a", "1/0/0", "510....", "6"),
    "LINE": ("alpha beta", "alpha", "5001", "1"),
    "A.B.C.D": ("10.1.1.1", "255.255.255.0", "239.10.1.1"),
    "H.H.H": ("0016.C7C7.AF9D",),
    "hh:mm": ("07:30", "19:00"),
    "INTERFACE": ("GigabitEthernet0/0", "Loopback0"),
    "X:X:X:X::X": ("2001:DB8::1",),
    "X:X:X:X::X/<0-128>": ("2001:DB8::/64",),
}


_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Typed:
    """One word as it is typed.

    Attributes:
        text: the word.
        positions: where in the syntax its parts stand; a comma list has several.
        node: the walk in the grammar before this word; None where it did not come so far, or a LINE took the rest.
        keyword: a keyword of the syntax.
    """

    text: str
    positions: tuple[int, ...]
    node: Node | None
    keyword: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of typed words."""

    words: tuple[Typed, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    def index(self, position: int) -> int:
        """Index of the word that holds a position of the syntax."""
        return next(index for index, word in enumerate(self.words) if position in word.positions)

    def column(self, index: int) -> int:
        """Where a word starts."""
        return sum(len(word.text) + 1 for word in self.words[:index])

    def before(self, index: int) -> str:
        """The line up to a word, with the blank before it."""
        return "".join(word.text + " " for word in self.words[:index])


def typed(mode: Mode, graph: Graph, path: Path, fixed: Mapping[int, str], more: tuple[str, ...] = ()) -> Line:
    """A path as a line; at each argument the first word that the grammar takes for one.

    Args:
        mode: the mode it will be typed in.
        graph: the syntax.
        path: positions of the syntax.
        fixed: what to type at some positions.
        more: further words to try, from the entry's examples.
    """
    words: list[Typed] = []
    node: Node | None = mode.root
    for positions in _groups(graph, path):
        parts = [graph.words[position] for position in positions]
        turn = sum(positions[0] in word.positions for word in words)
        candidates = _candidates(positions, parts, fixed, more, turn)
        forced = not fixed.keys().isdisjoint(positions)
        text, after = _choose(node, graph, parts, candidates, forced)
        keyword = len(parts) == 1 and parts[0].keyword
        words.append(Typed(text, positions, node, keyword))
        node = after
    return Line(tuple(words))


def _groups(graph: Graph, path: Path) -> list[tuple[int, ...]]:
    """The positions of each typed word: a comma joins the word before it, one without a blank also the word behind."""
    groups: list[tuple[int, ...]] = []
    glued = False
    for position in path:
        comma = graph.words[position].comma
        if groups and (comma or glued):
            groups[-1] = (*groups[-1], position)
        else:
            groups.append((position,))
        glued = comma and graph.words[position].text == ","
    return groups


def _candidates(
    positions: tuple[int, ...], parts: list[Word], fixed: Mapping[int, str], more: tuple[str, ...], turn: int
) -> list[str]:
    options: list[list[str]] = []
    for position, word in zip(positions, parts, strict=True):
        if position in fixed:
            options.append([fixed[position]])
        else:
            options += [values(piece, more if len(parts) == len(word.pieces) == 1 else ()) for piece in word.pieces]
    count = max(map(len, options))
    lines = ["".join(option[(k + place) % len(option)] for place, option in enumerate(options)) for k in range(count)]
    turn %= len(lines)
    return [line.rstrip() for line in lines[turn:] + lines[:turn]]


def values(piece: Piece, more: tuple[str, ...] = ()) -> list[str]:
    """Words to try for a piece."""
    if not piece.argument:
        return [piece.text]
    found = bounds(piece.text)
    if found is not None:
        return [found.spell(value) for value in (found.low, found.low + 1, found.low + 2)]
    if piece.text in _VALUES:
        return [*_VALUES[piece.text], *more]
    return ["1", "5001", "alpha", *more]  # a name like <tag>: described, not noted


def _choose(node: Node | None, graph: Graph, parts: list[Word], candidates: list[str], forced: bool) -> tuple[str, Node | None]:
    """The word to type, and the node behind it; a forced word is typed even where the grammar does not take it.

    For an argument: what the grammar takes for one that is no range; else for a range that the syntax does not name; else what
    the grammar offers in its place, where it knows the argument more closely than the catalogue does.
    """
    if node is None:
        return candidates[0], None
    options: Iterator[tuple[str, Resolved]] = _fitting(node, candidates)
    if len(parts) == 1 and parts[0].keyword:
        return next(((text, _after(taken)) for text, taken in options), (candidates[0], None))
    if not forced and not any(word.bounds for word in parts):
        options = (each for each in chain(options, _offered(node)) if _is_new(graph, each[1]))
    chosen: tuple[str, Node | None] = (candidates[0], None)
    best = _KEYWORD + 1
    for text, taken in options:
        rank = _rank(taken)
        if rank < best:
            chosen, best = (text, _after(taken)), rank
        if rank == _PLAIN:
            break
    return _completed(*chosen) if parts[-1].text == "LINE" else chosen


_PLAIN, _RANGE, _KEYWORD = range(3)


def _rank(taken: Resolved) -> int:
    """How well a word of the grammar stands for an argument of the catalogue."""
    if not isinstance(taken.node.symbol, Argument):
        return _KEYWORD
    return _PLAIN if _bounds(taken) is None else _RANGE


def _fitting(node: Node, candidates: list[str]) -> Iterator[tuple[str, Resolved]]:
    """The candidates that the grammar takes here."""
    for text in candidates:
        found = resolve(node, text.partition(" ")[0])
        if isinstance(found, Resolved) and not (" " in text and _after(found) is not None):
            yield text, found


def _is_new(graph: Graph, taken: Resolved) -> bool:
    """Whether a word for an argument is something else than the keywords and ranges that the syntax names itself."""
    if isinstance(taken.node.symbol, Argument):
        limits = _bounds(taken)
        return limits is None or all((each.low, each.high) != limits for word in graph.words if (each := word.bounds))
    return all(not word.keyword or word.text.lower() != taken.word.lower() for word in graph.words)


def _bounds(taken: Resolved) -> tuple[int, int] | None:
    symbol = taken.node.symbol
    return symbol.notation.bounds if isinstance(symbol, Argument) else None


def _offered(node: Node) -> Iterator[tuple[str, Resolved]]:
    """What the grammar itself proposes."""
    keywords = node.children()
    proposed = [sample for notation, _ in node.arguments for sample in notation.samples]
    for text in [*proposed, *keywords]:
        found = resolve(node, text)
        if isinstance(found, Resolved):
            yield text, found


def _completed(text: str, node: Node | None) -> tuple[str, Node | None]:
    """A LINE of the catalogue where the grammar knows the words of it: as many as make a command."""
    for _ in range(_MOST_WORDS):
        following = next(_offered(node), None) if node is not None and node.form is None else None
        if following is None:
            break
        text, node = f"{text} {following[0]}", _after(following[1])
    return text, node


def _after(found: Resolved) -> Node | None:
    """The node behind a word, unless its argument takes the rest of the line."""
    symbol = found.node.symbol
    rest = isinstance(symbol, Argument) and symbol.notation.span in ("rest", "text")
    return None if rest else found.node
