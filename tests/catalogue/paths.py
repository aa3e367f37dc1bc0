"""The lines of a syntax: ways through its graph that use every word, every optional part and every repetition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.catalogue.syntax import Graph, SyntaxReadingError

Path = tuple[int, ...]


def paths(graph: Graph) -> list[Path]:
    """The lines to try: for each word the shortest line with it, the longest line, and each repetition used."""
    found = [path_through(graph, position) for position in range(len(graph.words))]
    found.sort(key=len)
    found.append(_longest(graph))
    for starts, ends in graph.repeats:
        found += _repeated(graph, starts, ends)
    return list(dict.fromkeys(found))


def path_through(graph: Graph, position: int) -> Path:
    """The shortest line through a position."""
    return path_to(graph, [position]) + path_on(graph, position)


def path_to(graph: Graph, goals: Iterable[int]) -> Path:
    """The shortest way from the beginning to one of these positions, that position included."""
    return _search([(position,) for position in graph.first], set(goals), graph)


def path_on(graph: Graph, position: int) -> Path:
    """The shortest way from a position to an end, without the position."""
    return _search([(position,)], graph.last, graph)[1:]


def _search(starts: list[Path], goals: set[int], graph: Graph) -> Path:
    todo, seen = list(starts), {path[-1] for path in starts}
    for path in todo:
        if path[-1] in goals:
            return path
        for after in graph.follow[path[-1]]:
            if after not in seen:
                seen.add(after)
                todo.append((*path, after))
    raise SyntaxReadingError(f"no way to {sorted(goals)}")


def _longest(graph: Graph) -> Path:
    """The longest line without repetitions; positions only ever lead to later ones."""
    best: dict[int, Path] = {}
    for position in reversed(range(len(graph.words))):
        tails = [best[after] for after in graph.follow[position] if after in best]
        if tails or position in graph.last:
            best[position] = (position, *max(tails, key=len, default=()))
    return max((best[position] for position in graph.first), key=len)


def _repeated(graph: Graph, starts: tuple[int, ...], ends: tuple[int, ...]) -> Iterator[Path]:
    if not set(starts) <= set(ends):
        once = path_to(graph, ends)
        again = _search([(start,) for start in starts], set(ends), graph)
        yield once + again + path_on(graph, again[-1])
        return
    for order in (starts, starts[::-1]):
        way = order if len(order) > 1 else order * 2
        yield path_to(graph, [way[0]]) + way[1:] + path_on(graph, way[-1])
