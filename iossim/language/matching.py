"""Matches a line against a mode: the hot loop, and the careful walk that explains what failed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from iossim.language.commands import Command, Form
from iossim.language.definition import Argument
from iossim.language.outcomes import Ambiguous, Incomplete, Invalid, Outcome
from iossim.language.places import following
from iossim.language.walk import MOST_WORDS, Node, Several, Taken, resolve

if TYPE_CHECKING:
    from iossim.language.mode import Mode


class Access(Protocol):
    """What a user may see; the session's privilege level decides."""

    def visible(self, node: Node) -> frozenset[str]:
        """The keywords behind a node that exist for this user."""

    def permits(self, form: Form) -> bool:
        """Whether the command exists for this user."""

    def reaches(self, node: Node) -> bool:
        """Whether an argument behind this node leads to a command that exists for this user."""


def split(text: str) -> list[str]:
    """The words of a line; a quoted argument is one word, quotation marks included."""
    return text.split() if '"' not in text else _WORDS.findall(text)


def positions(text: str) -> list[tuple[int, int]]:
    """Start and end of each word of a line."""
    return [word.span() for word in _WORDS.finditer(text)]


_WORDS = re.compile(r'"[^"]*"\S*|\S+')


def match_exact(mode: Mode, text: str) -> Command | None:  # noqa: C901 (the hot loop: a call would cost more than it explains)
    """The command that a line is, where its keywords are spelled in full; None for anything that takes a closer look.

    This is the hot loop: one look-up a keyword, one check an argument.
    """
    words = text.split() if '"' not in text else split(text)
    node = mode.root
    negative = words[0] == "no" and len(words) > 1
    if negative:
        del words[0]
    at = 0
    for word in words:
        child = node.exact.get(word)
        if child is None:
            check = node.check
            if check is not None:
                canonical = check(word)
                if canonical is None:
                    return None
                child = node.only
            elif node.line is not None:
                canonical = node.line(_rest(text, at + negative))
                if canonical is None:
                    return None
                child = node.only
                del words[at + 1 :]
            elif (found := node.argument(word)) is not None:
                canonical, child = found
            else:
                return None
            if canonical is not word:
                words[at] = canonical
        node = child
        at += 1
    form = node.known_form or node.form
    if form is None or (negative and not form.has_key):
        return None
    return Command(form, words, negative)


def _rest(text: str, words: int) -> str:
    """The line from the word behind so many words to its end."""
    return text.split(None, words)[-1].rstrip() if '"' not in text else text[positions(text)[words][0] :].rstrip()


def match(mode: Mode, text: str) -> Outcome:
    """What a line (of one mode, at the highest privilege level) is.

    Args:
        mode: the mode to read it in.
        text: the line.
    """
    return (match_exact(mode, text) if text and not text.isspace() else None) or walk(mode, text)


def walk(mode: Mode, text: str, access: Access | None = None) -> Outcome:
    """The careful walk: abbreviations, `no` and `default`, long arguments, privilege, and where and why a line fails."""
    spots = positions(text)
    words = [text[start:end] for start, end in spots]
    first, negative, reset = _prefix(mode, words, access)
    path = Path(mode, access)
    at = first
    while at < len(words):
        if at - first >= MOST_WORDS:
            return Invalid(spots[at][0], at, spots[at][1])
        problem = path.take(text, words, spots, at)
        if problem is not None:
            return problem
        at += path.taken
    if not words[first:]:
        return Incomplete(len(text.rstrip()), len(words))
    form = path.negated() if negative or reset else path.form()
    if form is None:
        return Incomplete(spots[-1][1], len(words))
    return Command(form, path.words, negative, reset)


def _prefix(mode: Mode, words: list[str], access: Access | None) -> tuple[int, bool, bool]:
    """How many words `no` or `default` take, and which it is."""
    if not words or mode.name == "exec" or not mode.prompt:
        return 0, False, False
    word = words[0].lower()
    if word == "no":
        return 1, True, False
    if len(word) >= 3 and "default".startswith(word):
        taken = resolve(mode.root, words[0], access.visible(mode.root) if access else None)
        # In full, it is a keyword of its own: no abbreviation of `default-router`.
        if taken is None or (word == "default" and not (isinstance(taken, Taken) and taken.word == word)):
            return 1, False, True
    return 0, False, False


class Path:
    """A walk in progress: the node reached and the canonical words so far."""

    def __init__(self, mode: Mode, access: Access | None) -> None:
        self.node = mode.root
        self.access = access
        self.words: list[str] = []
        self.taken = 1

    def take(self, text: str, words: list[str], spots: list[tuple[int, int]], at: int) -> Outcome | None:
        """Takes the word at an index (and what its argument takes besides); returns the problem, if it is one."""
        node, start, end = self.node, *spots[at]
        visible = None if self.access is None else self.access.visible(node)
        found = resolve(node, words[at], visible, words[at + 1] if at + 1 < len(words) else "")
        if isinstance(found, Several):
            return Ambiguous(start, at, end, found.keywords)
        if found is not None and isinstance(found.node.symbol, Argument) and not self._reaches(found.node):
            found = None
        if found is None:
            if at + 1 == len(words) and self._begins_two(words[at]):
                return Incomplete(end, at + 1)
            return Invalid(start, at, end, self.expected(), not node.folded and bool(node.arguments))
        word, self.taken = found.word, found.taken
        symbol = found.node.symbol
        if isinstance(symbol, Argument) and symbol.notation.span in ("rest", "text"):
            problem = self._long(symbol, text, words, spots, at)
            if isinstance(problem, Invalid):
                return problem
            word = problem
        self.node = found.node
        self.words.append(word)
        return None

    def _long(self, symbol: Argument, text: str, words: list[str], spots: list[tuple[int, int]], at: int) -> str | Invalid:
        start, end = spots[at]
        rest = text[start:] if symbol.notation.span == "text" else text[start:].rstrip()
        self.taken = len(words) - at
        canonical = symbol.notation.check(rest)
        if canonical is not None:
            return canonical
        start += symbol.notation.fault(rest)
        return Invalid(start, at, max(start, end), (symbol.notation.text,), True)

    def _begins_two(self, word: str) -> bool:
        """Whether a word is the first half of an argument of two (`interface GigabitEthernet`)."""
        return any(notation.span == "two" and notation.check(word + "0") is not None for notation, _ in self.node.arguments)

    def _reaches(self, node: Node) -> bool:
        return self.access is None or self.access.reaches(node)

    def expected(self) -> tuple[str, ...]:
        """What would be accepted here: keywords, then arguments in their notation."""
        visible = None if self.access is None else self.access.visible(self.node)
        keywords = [child.text for child in self.node.children().values() if not child.hidden]
        shown = [word for word in keywords if visible is None or word in visible]
        return (*shown, *[notation.shown for notation, child in self.node.arguments if self._reaches(child)])

    def form(self) -> Form | None:
        """The form of the command that ends here, if this user has one."""
        form = self.node.form
        return form if form is None or self.access is None or self.access.permits(form) else None

    def negated(self) -> Form | None:
        """The form that `no` or `default` with these words means; None where it cannot be told.

        The command that ends here; else the one that an argument or a choice continues (`no snr` is not `snr ring-stop`); else
        the only one left. Its key must be there.
        """
        ending = self.form()
        if ending is not None:
            return ending if _tells(ending) else None
        node = self.node
        going_on = {place.command.name: place for place in node.places}
        by_argument = {
            place.command.name: place
            for place in node.places
            for after in following(place, node.mode.rules)
            if isinstance(after.symbol, Argument) or after.field is not None
        }
        for candidates in (by_argument, going_on):
            forms = [node.mode.form(place.command, place) for place in candidates.values()]
            forms = [form for form in forms if _tells(form) and (self.access is None or self.access.permits(form))]
            if len({form.name for form in forms}) == 1:
                return min(forms, key=lambda form: form.rule.directive("no") != "all")
        return None


def _tells(form: Form) -> bool:
    """Whether `no` with these words says what it negates: its key is there, or it negates all (`//@ no all`)."""
    return form.has_key or form.rule.directive("no") == "all"
