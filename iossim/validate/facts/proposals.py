"""Proposes a configured name in place of one that is not configured."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from iossim.config import Configuration
from iossim.config.references import names
from iossim.files.nearest import Keywords, nearest

#: Limits of the time for one file: names that an unknown name is compared with, and unknown names that get a proposal.
MOST_COMPARED = 200
MOST_PROPOSALS = 50


class Proposals:
    """Proposes configured names for a name that is not configured.

    Args:
        configuration: the configuration with the names.
    """

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._names: dict[str, Names] = {}
        self._texts: dict[tuple[str, str], str] = {}

    def text(self, kind: str, name: str) -> str:
        """The end of the message about a name: `; did you mean …?`, or an empty text."""
        text = self._texts.get((kind, name))
        if text is None and not name.isdigit() and len(self._texts) < MOST_PROPOSALS:
            alike = self._of(kind).alike(name)
            text = self._texts[kind, name] = f"; did you mean `{'` or `'.join(alike)}`?" if alike else ""
        return text or ""

    def _of(self, kind: str) -> Names:
        known = self._names.get(kind)
        if known is None:
            known = self._names[kind] = Names(names(self._configuration, kind))
        return known


class Names:
    """The configured names of one kind; finds those that are similar to another name.

    Args:
        names: the names.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._all = list(names)
        self._few = Keywords(self._all) if len(self._all) <= MOST_COMPARED else None
        self._by_shape: dict[tuple[str, str, int], list[str]] | None = None

    def alike(self, name: str) -> list[str]:
        """The names that are most similar to a name, best first."""
        return nearest(name, self._few if self._few is not None else Keywords(self.candidates(name)))

    def candidates(self, name: str) -> list[str]:
        """The names to compare a name with: all, or the `MOST_COMPARED` most likely ones."""
        if len(self._all) <= MOST_COMPARED:
            return self._all
        return list(dict.fromkeys(islice(self._likely(name), MOST_COMPARED)))

    def _likely(self, name: str) -> Iterator[str]:
        """Names of about the same length with the same beginning and end; then names with the same beginning, of one letter at least."""
        if self._by_shape is None:
            self._by_shape = defaultdict(list)
            for known in self._all:
                for shape in _shapes(known):
                    self._by_shape[*shape, len(known)].append(known)
        for shape in _shapes(name):
            for more in (0, -1, 1, -2, 2):
                yield from self._by_shape.get((*shape, len(name) + more), ())


def _shapes(name: str) -> list[tuple[str, str]]:
    """The beginnings and ends by which a name is searched for, the most likely first."""
    folded = name.lower()
    return [(folded[:1], folded[-3:]), (folded[:3], ""), (folded[:1], "")]
