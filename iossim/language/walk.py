"""The memoised walk: nodes, which are rows of the tables reached by one path of words, and how a word is resolved at one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iossim.language.commands import Form
from iossim.language.definition import Argument, Keyword
from iossim.language.notations import Check, Notation
from iossim.language.places import Place, following
from iossim.language.tables import END, Row

if TYPE_CHECKING:
    from iossim.language.mode import Mode

#: A line of more words than this is refused: no command has so many, and the path of nodes would grow without bound.
MOST_WORDS = 512


class Node:
    """A row of the tables reached by one path of words, with the places in the commands' bodies that the path has reached.

    Attributes:
        exact: the nodes behind keywords spelled exactly.
        check: the check of the only argument, where nothing else is accepted here and it takes one word.
        only: the node behind the only argument.
        initials: first characters of the keywords that may be abbreviated.
        line: the check of the only argument, where it takes the rest of the line.
        known_form: `form`, once it has been asked for.
        text: the keyword of this node in canonical spelling; an alias (`//@ alias audible audio`) gives the word it stands for.
        hidden: a keyword that is accepted, but not in help: hidden commands and aliases.
    """

    __slots__ = (
        "_looked_for_form",
        "arguments",
        "check",
        "exact",
        "expanded",
        "folded",
        "hidden",
        "initials",
        "known_form",
        "line",
        "mode",
        "only",
        "places",
        "row",
        "symbol",
        "text",
    )

    def __init__(self, mode: Mode, row: Row, places: list[Place], symbol: Keyword | Argument | None) -> None:
        self.mode = mode
        self.row = row
        self.places = places
        self.symbol = symbol
        self.expanded = False
        self.exact: dict[str, Node] = _NOTHING
        self.folded: dict[str, Node] = _NOTHING
        self.arguments: list[tuple[Notation, Node]] = []
        self.check: Check | None = None
        self.only: Node = self
        self.line: Check | None = None
        self.initials: frozenset[str] = frozenset()
        self.text, self.hidden = _spelling(symbol, places)
        self.known_form: Form | None = None
        self._looked_for_form = False

    @property
    def form(self) -> Form | None:
        """The form of the command that ends here, if one does."""
        if not self._looked_for_form:
            self.known_form, self._looked_for_form = self._find_form(), True
        return self.known_form

    def _find_form(self) -> Form | None:
        if END not in self.row:
            return None
        for place in self.places:
            for after in following(place, self.mode.rules):
                if after.symbol is None:
                    return self.mode.form(after.command, place)
        return None

    def expand(self) -> None:
        """Finds the nodes that follow. Done once, when a word comes here that is not yet known."""
        self.mode.count(self)
        groups: dict[str, tuple[Keyword | Argument, list[Place]]] = {}
        for place in self._following():
            symbol = place.symbol
            if symbol is None:
                continue
            terminal = self.mode.family.terminal(symbol)
            if terminal in self.row:
                groups.setdefault(terminal, (symbol, []))[1].append(place)
        self.exact, self.folded = {}, {}
        for terminal, (symbol, places) in groups.items():
            node = Node(self.mode, self.mode.family.rows[self.row[terminal]], places, symbol)
            if isinstance(symbol, Keyword):
                self.folded[symbol.text.lower()] = node
                if node.text == symbol.text:
                    self.exact[symbol.text] = node
            else:
                self.arguments.append((symbol.notation, node))
        self.initials = frozenset(text[0] for text in self.folded if not text[0].isdigit())
        self.arguments.sort(key=lambda pair: pair[0].rank)
        if len(self.arguments) == 1 and not self.folded:
            notation, self.only = self.arguments[0]
            if notation.span == "word":
                self.check = notation.check
            elif notation.span == "rest":
                self.line = notation.check
        self.expanded = True

    def _following(self) -> list[Place]:
        if self.symbol is None:
            return self.places
        return [after for place in self.places for after in following(place, self.mode.rules)]

    def children(self) -> dict[str, Node]:
        """The nodes behind keywords, by the keyword's text."""
        if not self.expanded:
            self.expand()
        return self.exact

    def argument(self, word: str) -> tuple[str, Node] | None:
        """What a word is here where it is plainly no keyword, nor the beginning of one, and an argument of one word takes it."""
        folded = word.lower()
        if not self.expanded or folded in self.folded:
            return None
        if folded[0] in self.initials and any(text.startswith(folded) for text in self.folded):
            return None
        for notation, node in self.arguments:
            canonical = notation.check(word)
            if canonical is not None:
                return (canonical, node) if notation.span == "word" else None
        return None

    def commands(self) -> set[str]:
        """Names of the rules (variants included) that a line may still become here."""
        return {place.command.name for place in self.places}


_NOTHING: dict[str, Node] = {}


def _spelling(symbol: Keyword | Argument | None, places: list[Place]) -> tuple[str, bool]:
    """A keyword's canonical spelling, and whether it is kept out of help."""
    if not isinstance(symbol, Keyword):
        return "", False
    owner = places[0].owner
    if owner.directive("alias") is not None:
        for each in owner.every("alias"):
            if each.words[0] == symbol.text:
                return each.words[1], True
    return symbol.text, all(place.command.directive("hidden") is not None for place in places)


@dataclass(frozen=True, slots=True)
class Taken:
    """A word (or several) understood at a node."""

    node: Node
    word: str
    taken: int


@dataclass(frozen=True, slots=True)
class Several:
    """A word that begins several keywords."""

    keywords: tuple[str, ...]


def resolve(node: Node, word: str, visible: frozenset[str] | None = None, following: str = "") -> Taken | Several | None:
    """What a word means at a node, by the rule of IOS: exact keyword, only keyword that it begins, narrowest argument.

    Args:
        node: where the walk stands.
        word: as typed.
        visible: keywords that the user may see; None: all.
        following: the next word, for arguments that may take two (`GigabitEthernet 0/0`).
    """
    if not node.expanded:
        node.expand()
    folded = word.lower()
    exact = node.folded.get(folded)
    if exact is not None and _seen(exact, visible):
        return Taken(exact, exact.text, 1)
    begun = []
    if node.folded and not folded[:1].isdigit():
        begun = [child for text, child in node.folded.items() if text.startswith(folded) and _seen(child, visible)]
        if len(begun) > 1:
            begun = [child for child in begun if not child.hidden] or begun
    if len(begun) == 1:
        return Taken(begun[0], begun[0].text, 1)
    for notation, child in node.arguments:
        canonical = word if notation.span in ("rest", "text") else notation.check(word)
        if canonical is not None:
            return Taken(child, canonical, 1)
        if notation.span == "two" and word[-1].isalpha() and (both := notation.check(word + following)) is not None:
            return Taken(child, both, 2)
    return Several(tuple(child.text for child in begun)) if begun else None


def _seen(node: Node, visible: frozenset[str] | None) -> bool:
    return visible is None or node.text in visible
