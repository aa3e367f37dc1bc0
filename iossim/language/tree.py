"""The command tree of a mode, built lazily.

A `Node` is the position after a sequence of words; `resolve` finds the next node for a typed word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from operator import attrgetter
from typing import Literal

import msgspec

from iossim.language.bodies import Argument, Keyword
from iossim.language.form import Form
from iossim.language.notations import Check, Notation, Span
from iossim.language.places import Place, following, starts
from iossim.language.rules import Rule

#: Expanded nodes that a tree may keep; beyond it the next line starts with a fresh root, so that no input can fill the memory.
MOST_NODES = 100_000


class Tree:
    """The command tree of one mode.

    Args:
        mode: the mode's name.
        level: the privilege level that its commands need by default.
        commands: its commands, with their position in the printed order.
        rules: the rules that the commands refer to.
    """

    def __init__(self, mode: str, level: int, commands: list[tuple[Rule, int]], rules: Mapping[str, Rule]) -> None:
        self.mode = mode
        self.level = level
        self.rules = rules
        self._commands = commands
        self._order = {rule.name: place for rule, place in commands}
        self._rank = {rule.name: rank for rank, (rule, _) in enumerate(commands)}
        self._nodes = 0
        self.root = self._new_root()

    def _new_root(self) -> Node:
        self._nodes = 0
        return Node(self, [place for rule, _ in self._commands for place in starts(rule, self.rules)], None)

    def count(self) -> None:
        """Counts a node that is expanded; when there are too many, the next line starts with a fresh root."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self.root = self._new_root()

    def form(self, rule: Rule, last: Place | None) -> Form:
        """The form of a command whose last word stands at a place."""
        return Form(rule, self.mode, self.level, self._order[rule.name], last, self._rank[rule.name])


class Node:
    """The position in a tree after a sequence of words.

    Attributes:
        tree: the tree.
        places: the places in the rules that the words have reached.
        symbol: the keyword or argument of the last word; None at the root.
        text: the keyword in canonical spelling; an alias (`//@ alias audible audio`) gives the word it stands for.
        hidden: a keyword that is accepted, but not in help: hidden commands and aliases.
        expanded: the next nodes are known.
        exact: the next nodes by keyword, without aliases.
        folded: the next nodes by keyword in lower case, aliases included.
        ordered: the keywords of `folded` in alphabetical order, in which those with one beginning stand together.
        order: its place among the keywords after the node before it, in the order of the grammar.
        arguments: the next nodes by notation, narrow to wide.
        only_argument: the next node, where exactly one argument and no keyword may follow; else this node.
        only_check: the check of that argument, where it takes one word: the fast path calls it without searching.
        rest_check: the check of that argument, where it takes the rest of the line.
        takes_two: an argument may follow that takes two words.
        beginnings: all abbreviations of the keywords, in lower case; empty unless both a keyword and an argument may follow.
        known_expected: the value of `expected`, once it has been computed.
        known_form: the value of `form`, once it has been computed.
        known_negated: the form of `no` with the words so far at the highest level; False until it is computed.
    """

    __slots__ = (
        "_looked_for_form",
        "arguments",
        "beginnings",
        "exact",
        "expanded",
        "folded",
        "hidden",
        "known_expected",
        "known_form",
        "known_negated",
        "only_argument",
        "only_check",
        "order",
        "ordered",
        "places",
        "rest_check",
        "symbol",
        "takes_two",
        "text",
        "tree",
    )

    def __init__(self, tree: Tree, places: list[Place], symbol: Keyword | Argument | None) -> None:
        self.tree = tree
        self.places = places
        self.symbol = symbol
        self.expanded = False
        self.exact: dict[str, Node] = _NOTHING
        self.folded: dict[str, Node] = _NOTHING
        self.ordered: list[str] = []
        self.order = 0
        self.arguments: list[tuple[Notation, Node]] = []
        self.only_argument: Node = self
        self.only_check: Check | None = None
        self.rest_check: Check | None = None
        self.takes_two = False
        self.beginnings: frozenset[str] = _NO_BEGINNINGS
        self.text, self.hidden = _spelling(symbol, places)
        self.known_expected: tuple[str, ...] | None = None
        self.known_form: Form | None = None
        self.known_negated: Form | Literal[False] | None = False
        self._looked_for_form = False

    @property
    def form(self) -> Form | None:
        """The form of the command that ends here; None if no command ends here, or only one with `//@ only-no`."""
        if not self._looked_for_form:
            self.known_form, self._looked_for_form = self._find_form(), True
        return self.known_form

    def _find_form(self, negative: bool = False) -> Form | None:
        for place in self.places if self.symbol is not None else ():
            for after in following(place, self.tree.rules):
                if after.symbol is None and (negative or not after.command.only_no):
                    return self.tree.form(after.command, place)
        return None

    def negative_form(self) -> Form | None:
        """The form of the command that ends here after `no`: also of one that has a negative form only."""
        return self.form or self._find_form(negative=True)

    def expand(self) -> None:
        """Makes the next nodes. Called once, when a word after this node is first looked up."""
        self.tree.count()
        keywords: dict[str, list[Place]] = {}
        arguments: dict[str, list[Place]] = {}
        for place in self._following():
            symbol = place.symbol
            if isinstance(symbol, Keyword):
                keywords.setdefault(symbol.text, []).append(place)
            elif symbol is not None:
                arguments.setdefault(symbol.name, []).append(place)
        self._expand_keywords(keywords)
        self._expand_arguments(arguments)
        self.expanded = True

    def _expand_keywords(self, keywords: dict[str, list[Place]]) -> None:
        self.exact, self.folded = {}, {}
        for text, places in keywords.items():
            node = Node(self.tree, places, places[0].symbol)
            node.order = len(self.folded)
            self.folded[text.lower()] = node
            if node.text == text:
                self.exact[text] = node
        self.ordered = sorted(self.folded)

    def _expand_arguments(self, arguments: dict[str, list[Place]]) -> None:
        for places in arguments.values():
            symbol = places[0].symbol
            assert isinstance(symbol, Argument)
            self.arguments.append((symbol.notation, Node(self.tree, places, symbol)))
        self.arguments.sort(key=lambda pair: pair[0].rank)
        self.takes_two = any(notation.span is Span.TWO for notation, _ in self.arguments)
        if self.folded and self.arguments:
            shortened = (text for text in self.folded if not text[0].isdigit())
            self.beginnings = frozenset(text[:end] for text in shortened for end in range(1, len(text) + 1))
        elif len(self.arguments) == 1:
            notation, self.only_argument = self.arguments[0]
            if notation.span is Span.WORD:
                self.only_check = notation.check
            elif notation.span is Span.REST:
                self.rest_check = notation.check

    def _following(self) -> list[Place]:
        if self.symbol is None:
            return self.places
        return [after for place in self.places for after in following(place, self.tree.rules)]

    def children(self) -> dict[str, Node]:
        """The next nodes by keyword, aliases left out."""
        if not self.expanded:
            self.expand()
        return self.exact

    def keywords(self) -> Mapping[str, Node]:
        """The next nodes by keyword in lower case, aliases included."""
        if not self.expanded:
            self.expand()
        return self.folded

    def next_nodes(self) -> list[Node]:
        """All next nodes: by keyword, aliases included, then by argument."""
        self.children()
        return [*self.folded.values(), *(node for _, node in self.arguments)]

    def expected(self) -> tuple[str, ...]:
        """The words that help shows next at the highest level: keywords, then arguments in their notation."""
        if self.known_expected is None:
            keywords = [child.text for child in self.children().values() if not child.hidden]
            self.known_expected = (*keywords, *[notation.shown for notation, _ in self.arguments])
        return self.known_expected

    def begun_with(self, folded: str) -> list[Node]:
        """The next nodes by keyword whose spelling begins with a word in lower case."""
        start = end = bisect_left(self.ordered, folded)
        while end < len(self.ordered) and self.ordered[end].startswith(folded):
            end += 1
        if end - start < 2:
            return [self.folded[text] for text in self.ordered[start:end]]
        return sorted(map(self.folded.__getitem__, self.ordered[start:end]), key=_ORDER)

    def begins(self, folded: str) -> bool:
        """True if a next keyword begins with a word in lower case."""
        at = bisect_left(self.ordered, folded)
        return at < len(self.ordered) and self.ordered[at].startswith(folded)

    def letters(self, word: str, visible: frozenset[str] | None = None) -> int:
        """The number of letters at the beginning of a word with which a next keyword begins, too; 0 for a word that begins with a digit.

        Args:
            word: as typed.
            visible: keywords that the user may see; None: all.
        """
        folded, keywords = word.lower(), self.ordered
        if word[:1].isdigit():
            return 0
        if visible is None:  # of sorted words, the neighbours share the most
            at = bisect_left(keywords, folded)
            keywords = keywords[max(at - 1, 0) : at + 1]
        else:
            keywords = [text for text in keywords if self.folded[text].text in visible]
        return max([_shared(folded, text) for text in keywords], default=0)

    def argument(self, word: str) -> tuple[str, Node] | None:
        """The canonical spelling of a word and the next node, if an argument accepts it as it is; None if it could be a keyword."""
        folded = word.lower()
        if folded in self.beginnings or folded in self.folded:
            return None
        for notation, node in self.arguments:
            canonical = notation.check(word)
            if canonical is not None:
                return (canonical, node) if notation.span is Span.WORD or notation.span is Span.TWO else None
        return None

    def commands(self) -> set[str]:
        """Names of the rules (variants included) of the commands that the words so far may begin."""
        return {place.command.name for place in self.places}


_ORDER = attrgetter("order")
_NOTHING: dict[str, Node] = {}
_NO_BEGINNINGS: frozenset[str] = frozenset()


def _shared(one: str, other: str) -> int:
    """The number of letters with which both words begin."""
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))


def _spelling(symbol: Keyword | Argument | None, places: list[Place]) -> tuple[str, bool]:
    """A keyword's canonical spelling, and whether it is kept out of help."""
    if not isinstance(symbol, Keyword):
        return "", False
    for alias in places[0].owner.aliases:
        if alias.spelling == symbol.text:
            return alias.stored, True
    return symbol.text, all(place.command.hidden for place in places)


class Resolved(msgspec.Struct, frozen=True):
    """The meaning of a word at a node.

    Attributes:
        node: the next node.
        word: the word in canonical spelling.
        length: number of words that it is: 2 where an argument took the next word, too.
    """

    node: Node
    word: str
    length: int


class AmbiguousWord(msgspec.Struct, frozen=True):
    """A word that is an abbreviation of several keywords.

    Attributes:
        nodes: the next node for each of them.
    """

    nodes: tuple[Node, ...]

    @property
    def keywords(self) -> tuple[str, ...]:
        """The keywords in canonical spelling."""
        return tuple([node.text for node in self.nodes])


def resolve(node: Node, word: str, visible: frozenset[str] | None = None, next_word: str = "") -> Resolved | AmbiguousWord | None:
    """The meaning of a word at a node: the exact keyword, else the only keyword that begins with it, else the narrowest argument.

    Where the argument takes the rest of the line, its check is left to the caller.

    Args:
        node: the node reached so far.
        word: as typed.
        visible: keywords that the user may see; None: all.
        next_word: the next word, for arguments that may take two (`GigabitEthernet 0/0`).
    """
    if not node.expanded:
        node.expand()
    folded = word.lower()
    exact = node.folded.get(folded)
    if exact is not None and (visible is None or exact.text in visible):
        return Resolved(exact, exact.text, 1)
    begun = []
    if node.folded and not folded[:1].isdigit():
        begun = node.begun_with(folded)
        if visible is not None:
            begun = [child for child in begun if child.text in visible]
        if len(begun) > 1:
            begun = [child for child in begun if not child.hidden] or begun
    if len(begun) == 1:
        return Resolved(begun[0], begun[0].text, 1)
    for notation, child in node.arguments:
        canonical = word if notation.span is Span.REST else notation.check(word)
        if canonical is not None:
            return Resolved(child, canonical, 1)
        if notation.span is Span.TWO and word[-1].isalpha() and (both := notation.check(word + next_word)) is not None:
            return Resolved(child, both, 2)
    return AmbiguousWord(tuple(begun)) if begun else None
