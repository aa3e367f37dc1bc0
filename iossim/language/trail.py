"""Follows a line word by word through the command tree of a mode: matching, help, completion, carets and masking all use it.

A word that abbreviates several keywords is followed by all of them, and the words after it decide. The line is ambiguous if several
of these readings are complete commands, or if the word is the last one, so that nothing decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

import msgspec

from iossim.language.bodies import Argument, Keyword
from iossim.language.form import Form
from iossim.language.mode import Mode
from iossim.language.notations import Span
from iossim.language.notations.addresses import letters_of_address
from iossim.language.outcome import Ambiguous, Failure, Incomplete, Invalid
from iossim.language.places import following
from iossim.language.tree import AmbiguousWord, Node, Resolved, resolve

#: The word `default` before a command, and its abbreviations, in lower case.
DEFAULT = frozenset("default"[:length] for length in range(3, 8))
#: Words that are followed one by one at most: each repeated argument makes a new node of the tree. An argument that takes the rest
#: of the line counts as one.
MOST_WORDS = 512
#: Readings of a line that are compared at most; with more of them the line is ambiguous.
MOST_READINGS = 100
#: Lines whose trail is remembered: an unknown line is followed many times, in its own mode and in the modes around it.
_REMEMBERED = 32


class Access(Protocol):
    """The commands that exist for a user; the session's privilege level decides."""

    def visible(self, node: Node) -> frozenset[str]:
        """The keywords after a node that exist for this user."""

    def permits(self, form: Form) -> bool:
        """True if the command exists for this user."""

    def reaches(self, node: Node) -> bool:
        """True if an argument leads to a command that exists for this user."""


_WORDS = re.compile(r'"[^"]*"\S*|\S+')


def split(text: str) -> list[str]:
    """The words of a line; a quoted argument is one word, quotation marks included."""
    return text.split() if '"' not in text else _WORDS.findall(text)


def positions(text: str) -> list[tuple[int, int]]:
    """Start and end of each word of a line."""
    return [word.span() for word in _WORDS.finditer(text)]


@lru_cache(maxsize=_REMEMBERED)
def first_word(text: str) -> str:
    """The first word of a line, in lower case; the word after it, where that is `no` or `default`. "" where there is none."""
    words = text.split(None, 2)
    if not words:
        return ""
    word = words[0].lower()
    return words[1].lower() if len(words) > 1 and (word == "no" or word in DEFAULT) else word


class Step(msgspec.Struct, frozen=True):
    """One word of a line that was understood, with the further words of its argument.

    Attributes:
        node: the node after the word.
        word: its canonical spelling.
        at: its index among the words of the line, `no` and `default` included.
        length: how many words of the line it is (two for `GigabitEthernet 0/0`, the rest of the line for a LINE).
    """

    node: Node
    word: str
    at: int
    length: int


class Reading(msgspec.Struct, frozen=True):
    """A line, read with one of the meanings of its ambiguous words.

    Attributes:
        steps: the words that were understood.
        node: the node after the last of them.
        problem: why the next word was not understood; None where all words were.
    """

    steps: list[Step]
    node: Node
    problem: Failure | None


class Trail:
    """A line followed as far as its words are understood.

    Args:
        mode: the mode to read it in.
        text: the line.
        access: what the user may see; None at the highest level.

    Attributes:
        words: the words of the line.
        first: number of words that `no` or `default` take: 0 or 1.
        negative: the line begins with `no`.
        reset: the line begins with `default`.
        steps: the words that were understood, in order.
        node: the node after the last of them.
        problem: why the next word was not understood; None where all words were.
        ambiguous: several commands that are not loose take the whole line.
    """

    def __init__(self, mode: Mode, text: str, access: Access | None = None) -> None:
        self.mode = mode
        self.text = text
        self.access = access
        self.words = split(text)
        self._spots: list[tuple[int, int]] | None = None
        self.node = mode.tree.root
        self.first, self.negative, self.reset = self._prefix()
        self.steps: list[Step] = []
        self.problem: Failure | None = None
        self.ambiguous = False
        at, self.node, stop = self._walk(self.first, self.node, self.steps)
        if isinstance(stop, AmbiguousWord):
            self._choose(at, stop)
        else:
            self.problem = stop

    @property
    def spots(self) -> list[tuple[int, int]]:
        """Start and end of each word of the line."""
        if self._spots is None:  # no `cached_property`: its lock takes as long as the walk
            self._spots = positions(self.text)
        return self._spots

    def spot(self, at: int) -> tuple[int, int]:
        """Start and end of one word of the line."""
        if '"' in self.text:
            return self.spots[at]
        start = len(self.text) - len(self.text.split(None, at)[-1])
        return start, start + len(self.words[at])

    def _walk(self, at: int, node: Node, steps: list[Step]) -> tuple[int, Node, AmbiguousWord | Incomplete | Invalid | None]:
        """Follows the words from an index on as far as they have one meaning, and adds them to the steps.

        Returns:
            The index of the word that has none or several, the node before it, and what it is; None where all words were understood.
        """
        words, in_full = self.words, self.access is None and len(self.words) <= MOST_WORDS
        while at < len(words):
            keyword = node.exact.get(words[at]) if in_full else None
            step = self._step(node, at) if keyword is None else Step(keyword, keyword.text, at, 1)
            if not isinstance(step, Step):
                return at, node, step
            steps.append(step)
            node = step.node
            at += step.length
        return at, node, None

    # Words that abbreviate several keywords

    def _choose(self, at: int, word: AmbiguousWord) -> None:
        """Goes on with the only reading that takes the line; where there is none, with the one that got furthest.

        Args:
            at: the index of a word that abbreviates several keywords.
            word: the keywords.
        """
        start, end = self.spot(at)
        self.problem = Ambiguous(start, at, end, word.keywords)
        if at + 1 == len(self.words):
            return
        if not self._understands(word.nodes, at + 1):
            self.node = word.nodes[0]
            self.steps.append(Step(self.node, self.node.text, at, 1))
            self.problem = self._refused(self.node, at + 1)
            return
        readings: list[Reading] = []
        for reading in self._readings(at, word, self.steps):
            if len(readings) == MOST_READINGS or isinstance(reading.problem, Ambiguous):
                return
            readings.append(reading)
        understood = [reading for reading in readings if reading.problem is None]
        complete = [(reading, form) for reading in understood if (form := self._ending(reading.node)) is not None]
        if any(form.multiline for _, form in complete):
            return  # `b 1:3` does not begin a banner, whose text all further lines would be
        described = [reading for reading, form in complete if not form.loose]
        self.ambiguous = len(described) > 1
        best = described or [reading for reading, _ in complete] or understood or [max(readings, key=_words_understood)]
        if len(best) == 1:
            self.steps, self.node, self.problem = best[0].steps, best[0].node, best[0].problem

    def _readings(self, at: int, word: AmbiguousWord, steps: list[Step]) -> Iterator[Reading]:
        """The readings of the line from a word that abbreviates several keywords, by each of them."""
        todo = self._meanings(at, word, steps)
        while todo:
            at, node, steps = todo.pop()
            at, node, stop = self._walk(at, node, steps)
            if not isinstance(stop, AmbiguousWord):
                yield Reading(steps, node, stop)
            elif at + 1 < len(self.words):
                todo += self._meanings(at, stop, steps)
            else:
                yield Reading(steps, node, Ambiguous(self.spots[at][0], at, self.spots[at][1], stop.keywords))

    @staticmethod
    def _meanings(at: int, word: AmbiguousWord, steps: list[Step]) -> list[tuple[int, Node, list[Step]]]:
        """For each keyword that a word abbreviates: the index of the next word, the node after the keyword, the words understood."""
        return [(at + 1, node, [*steps, Step(node, node.text, at, 1)]) for node in reversed(word.nodes)]

    @property
    def abbreviated(self) -> bool:
        """True if a keyword of the line is not spelled in full."""
        return any(
            isinstance(step.node.symbol, Keyword) and self.words[step.at].lower() != step.node.symbol.text.lower()
            for step in self.steps
        )

    def _prefix(self) -> tuple[int, bool, bool]:
        """Number of words that `no` or `default` take, and which of the two it is."""
        if not self.words or not self.mode.negates:
            return 0, False, False
        word = self.words[0].lower()
        if word == "no":
            return 1, True, False
        if word in DEFAULT:
            taken = resolve(self.node, self.words[0], self._visible(self.node))
            # `default` in full is the prefix, unless the mode has a keyword `default`. An abbreviation is the prefix only where no
            # keyword begins with it: in an ip dhcp pool `def` is `default-router`.
            if taken is None or (word == "default" and not (isinstance(taken, Resolved) and taken.word == word)):
                return 1, False, True
        return 0, False, False

    def _visible(self, node: Node) -> frozenset[str] | None:
        return None if self.access is None else self.access.visible(node)

    def _reaches(self, node: Node) -> bool:
        return self.access is None or self.access.reaches(node)

    def _step(self, node: Node, at: int) -> Step | AmbiguousWord | Incomplete | Invalid:
        """The word at an index, with the further words of its argument; or why it is not understood."""
        words = self.words
        if at - self.first >= MOST_WORDS:
            start, end = self.spot(at)
            return Invalid(start, at, end)
        visible = None if self.access is None else self.access.visible(node)
        taken = resolve(node, words[at], visible, words[at + 1] if at + 1 < len(words) else "")
        if isinstance(taken, AmbiguousWord):
            return taken
        symbol = taken.node.symbol if taken is not None else None
        if taken is None or (isinstance(symbol, Argument) and not self._reaches(taken.node)):
            if at + 1 == len(words) and node.takes_two and _begins_two(node, words[at]):
                return Incomplete(self.spot(at)[1], at + 1)
            return self._refused(node, at)
        if isinstance(symbol, Argument) and symbol.notation.span in (Span.REST, Span.TEXT):
            return self._rest(symbol, taken.node, at)
        return Step(taken.node, taken.word, at, taken.length)

    def _refused(self, node: Node, at: int) -> Invalid:
        """The problem of a word that is not accepted after a node."""
        start, end = self.spot(at)
        expected = node.expected() if self.access is None else self.expected(node)
        word = self.words[at]
        of_address = word[0].isdigit() and "A.B.C.D" in expected
        letters = letters_of_address(word) if of_address else node.letters(word, self._visible(node))
        return Invalid(start, at, end, expected, not node.folded and bool(node.arguments), letters)

    def _understands(self, nodes: tuple[Node, ...], at: int) -> bool:
        """True if a word may be understood after one of several nodes, at least as the beginning of an argument of two words."""
        word, following = self.words[at], self.words[at + 1] if at + 1 < len(self.words) else ""
        for node in nodes:
            visible = None if self.access is None else self.access.visible(node)
            if node.takes_two or resolve(node, word, visible, following) is not None:
                return True
        return False

    def _rest(self, symbol: Argument, node: Node, at: int) -> Step | Invalid:
        """The rest of the line as one argument."""
        start, _ = self.spot(at)
        rest = self.text[start:] if symbol.notation.span is Span.TEXT else self.text[start:].rstrip()
        canonical = symbol.notation.check(rest)
        if canonical is not None:
            return Step(node, canonical, at, len(self.words) - at)
        start += symbol.notation.fault(rest)
        end = next((end for _, end in self.spots[at:] if end > start), start)
        return Invalid(start, at, end, (symbol.notation.text,), True)

    @property
    def canonical(self) -> list[str]:
        """The canonical spelling of the words that were understood."""
        return [step.word for step in self.steps]

    def expected(self, node: Node) -> tuple[str, ...]:
        """The words that help would show next after a node: keywords, then arguments in their notation."""
        if self.access is None:
            return node.expected()
        visible = self._visible(node)
        keywords = [child.text for child in node.children().values() if not child.hidden]
        shown = [word for word in keywords if visible is None or word in visible]
        return (*shown, *[notation.shown for notation, child in node.arguments if self._reaches(child)])

    def _permitted(self, form: Form | None) -> Form | None:
        return form if form is None or self.access is None or self.access.permits(form) else None

    def ending(self) -> Form | None:
        """The form of the command that the line is, `no` and `default` included; None if words are missing or the user may not have it."""
        return self._ending(self.node)

    def _ending(self, node: Node) -> Form | None:
        if not (self.negative or self.reset):
            return self._permitted(node.form)
        if self.access is not None:
            return self._negated(node)
        if node.known_negated is False:
            node.known_negated = self._negated(node)
        return node.known_negated

    def _negated(self, node: Node) -> Form | None:
        """The form that `no` or `default` with the words up to a node means; None where several could be meant.

        First choice: the command that is complete here. Second: the command that goes on with an argument or a choice; `no snr`
        removes `snr NUMBER …`, not `snr ring-stop`. Third: the only command that goes on; `no ip route` is not `no ip route profile`.
        The words must hold the key of the command, or a part of it where the command may leave out the rest (`network 10.0.0.0`
        without `mask` is an entry of its own).
        """
        ending = self._permitted(node.negative_form())
        if ending is not None:
            return ending if _identifies(ending) or ending is node.form else None
        continuations = {place.command.name: place for place in node.places}
        argument_continuations = {
            place.command.name: place
            for place in node.places
            for after in following(place, node.tree.rules)
            if isinstance(after.symbol, Argument) or after.field is not None  # a field without an argument is a choice
        }
        for candidates, alone in ((argument_continuations, False), (continuations, True)):
            forms = [node.tree.form(place.command, place) for place in candidates.values()]
            forms = [form for form in forms if self._permitted(form) is not None]
            meant = [form for form in forms if _identifies_without_rest(form)]
            if meant and len({form.name for form in (forms if alone else meant)}) == 1:
                return min(meant, key=lambda form: form.rule.negative != "all")
        return None


def _words_understood(reading: Reading) -> int:
    return reading.problem.words if reading.problem is not None else 0


def _begins_two(node: Node, word: str) -> bool:
    """True if a word is the first half of an argument of two (`interface GigabitEthernet`)."""
    return any(notation.span is Span.TWO and notation.check(word + "0") is not None for notation, _ in node.arguments)


def _identifies(form: Form) -> bool:
    """True if `no` plus the words of a form identifies what to remove: its key is there, or it negates all (`//@ no all`)."""
    return form.has_key or form.rule.negative == "all"


def _identifies_without_rest(form: Form) -> bool:
    """True if `no` plus the words of a form identifies what to remove, although the command would go on.

    An entry of a list needs all its words, or ends with its number or with the name or number of the list.
    """
    rule = form.rule
    field = "sequence" if rule.at else rule.key[0] if rule.negative == "list" else ""
    if field:
        return len(form.places) - 1 in form.words_of(field)
    return not rule.sequenced and _identifies(form)


def follow(mode: Mode, text: str, access: Access | None = None) -> Trail:
    """Follows a line word by word through the command tree of a mode.

    Args:
        mode: the mode to read it in.
        text: the line.
        access: what the user may see; None at the highest level.

    Returns:
        The words understood, and why the next one was not.
    """
    return Trail(mode, text, access) if access is not None else _follow(mode, text)


@lru_cache(maxsize=_REMEMBERED)
def _follow(mode: Mode, text: str) -> Trail:
    return Trail(mode, text)
