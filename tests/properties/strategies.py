"""Hypothesis strategies made from the grammars: a new command joins them by existing.

Lines are drawn from the bodies of the rules, not from the command tree, so that they can test it.
"""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from hypothesis import strategies as st

from iossim.language import Mode, Rule, language
from iossim.language.bodies import Argument, Body, Choice, Keyword, Optional, Reference, Repeat, Sequence, Symbol
from iossim.language.notations import Notation, Span

#: After so many words of a line, optional and repeated parts are left out.
LONGEST = 12
_LETTERS = string.ascii_letters + string.digits
_WORDS = st.text(_LETTERS + "_.-", min_size=1, max_size=10).filter(lambda word: word[0] in _LETTERS)


def value(notation: Notation) -> st.SearchStrategy[str]:
    """Words that fit a notation."""
    if notation.bounds is not None:
        low, high = notation.bounds
        if notation.bound_name:
            high = min(high, low + 19)
        return st.integers(low, high).map(str)
    if notation.text == "WORD":
        return _WORDS
    if notation.text.startswith("WORD("):
        return _WORDS.filter(lambda word: notation.check(word) is not None)
    if notation.text == "LINE":
        return st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)
    if notation.text == "H.H.H":
        return st.integers(0, 2**48 - 1).map(lambda n: f"{n:012X}").map(lambda text: f"{text[:4]}.{text[4:8]}.{text[8:]}")
    if notation.text == "A.B.C.D":
        return st.tuples(*[st.integers(0, 255)] * 4).map(lambda parts: ".".join(map(str, parts)))
    if notation.text == "hh:mm":
        return st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda t: f"{t[0]:02}:{t[1]:02}")
    return st.sampled_from(notation.samples)


@dataclass
class Line:
    """A line drawn from the rule of a command.

    Attributes:
        mode: the mode of the command.
        rule: the command.
        symbols: the keywords and arguments of the line.
        words: the words that stand for them; an argument that takes the rest of the line is one word.
        rivals: for each word, all keywords and arguments that may stand in its place.
    """

    mode: Mode
    rule: Rule
    symbols: list[Symbol] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    rivals: list[list[Symbol]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The line as it is typed."""
        return " ".join(self.words)


#: The bodies that a line must still go through, one after the other.
Bodies = tuple[Body, ...]


@st.composite
def lines(draw: st.DrawFn, mode: Mode, commands: tuple[str, ...] = ()) -> Line:
    """A complete command of a mode, whose words mean nothing else: no keyword and no narrower argument takes them.

    Args:
        draw: Hypothesis's.
        mode: the mode.
        commands: rule names (variants excluded) to choose from; all where empty.
    """
    rules = [rule for rule in mode.commands if not rule.only_no and (not commands or rule.base in commands)]
    wanted = draw(st.sampled_from(sorted({rule.base for rule in rules})))
    rule = draw(st.sampled_from([rule for rule in rules if rule.base == wanted]))
    line = Line(mode, rule)
    ours, everyone = _next(mode, (rule.body,)), _beginnings(mode)
    while True:
        steps = [(symbol, rest) for symbol, rest in ours if symbol is not None]
        if not steps or (len(steps) < len(ours) and (len(line.words) >= LONGEST or draw(st.booleans()))):
            return line
        symbol, rest = draw(st.sampled_from(steps))
        rivals = [rival for rival, _ in everyone if rival is not None]
        if isinstance(symbol, Keyword):
            line.words.append(symbol.text)
        else:
            line.words.append(draw(value(symbol.notation).filter(_unmistakable(symbol, rivals))))
        line.symbols.append(symbol)
        line.rivals.append(rivals)
        ours = _next(mode, rest)
        everyone = [step for rival, after in everyone if rival == symbol for step in _next(mode, after)]


@cache
def _beginnings(mode: Mode) -> list[tuple[Symbol | None, Bodies]]:
    return [step for rule in mode.commands for step in _next(mode, (rule.body,))]


def _next(mode: Mode, bodies: Bodies) -> list[tuple[Symbol | None, Bodies]]:
    """The symbols that may come next, with the bodies after each; None: the line may end."""
    if not bodies:
        return [(None, ())]
    body, *others = bodies
    after = tuple(others)
    match body:
        case Keyword() | Argument():
            return [(body, after)]
        case Reference(name):
            return _next(mode, (mode.rules[name].body, *after))
        case Sequence(parts):
            return _next(mode, (*parts, *after))
        case Choice(parts):
            return [step for part in parts for step in _next(mode, (part, *after))]
        case Optional(part):
            return [*_next(mode, (part, *after)), *_next(mode, after)]
        case Repeat(part, least):
            once = _next(mode, (part, Repeat(part, 0), *after))
            return once if least else [*once, *_next(mode, after)]


def _unmistakable(argument: Argument, rivals: list[Symbol]) -> Callable[[str], bool]:
    """The test that a word for an argument is no keyword beside it, no abbreviation of one, and fits no narrower argument."""
    keywords = {rival.text.lower() for rival in rivals if isinstance(rival, Keyword)}
    notations = {rival.name: rival.notation for rival in rivals if isinstance(rival, Argument)}
    narrower = [notation for notation in notations.values() if notation.rank < argument.notation.rank]

    def unmistakable(word: str) -> bool:
        first = word.split(maxsplit=1)[0]
        folded = first.lower()
        if folded in keywords or (not folded[0].isdigit() and any(keyword.startswith(folded) for keyword in keywords)):
            return False
        return not any(
            notation.check(first) or (notation.span is Span.TWO and notation.check(f"{first}0")) for notation in narrower
        )

    return unmistakable


def line_of(mode: Mode, commands: tuple[str, ...] = ()) -> st.SearchStrategy[tuple[list[str], list[bool]]]:
    """A complete command of a mode: its words, and for each word True where it is a keyword.

    Args:
        mode: the mode.
        commands: rule names (variants excluded) to choose from; all where empty.
    """
    return lines(mode, commands).map(lambda line: (line.words, [isinstance(symbol, Keyword) for symbol in line.symbols]))


def openers() -> dict[str, str]:
    """The mode that each section command of global configuration enters, by the command's name."""
    modes: dict[str, str] = {}
    for rule in language().mode("global").commands:
        if rule.enters:
            modes.setdefault(rule.base, rule.enters)
    return modes


def storable(mode: Mode) -> tuple[str, ...]:
    """Names of a mode's commands that only set something."""
    acting = {rule.base for rule in mode.commands if rule.action or rule.enters or rule.block}
    return tuple(sorted({rule.base for rule in mode.commands if not rule.only_no} - acting))


@st.composite
def section(draw: st.DrawFn) -> list[str]:
    """The lines of a section: the command that opens it, and commands of its mode."""
    opener = draw(st.sampled_from(sorted(openers())))
    mode = language().mode(openers()[opener])
    words, _ = draw(line_of(language().mode("global"), (opener,)))
    names = storable(mode)
    body = draw(st.lists(line_of(mode, names), max_size=5)) if names else []
    return [" ".join(words), *[f" {' '.join(entry)}" for entry, _ in body]]


@st.composite
def configuration(draw: st.DrawFn) -> list[str]:
    """The lines of a configuration: sections, and single commands of global configuration between them."""
    single = line_of(
        language().mode("global"),
        tuple(name for name in storable(language().mode("global")) if not name.startswith("banner")),
    )
    parts = draw(st.lists(st.one_of(section(), single.map(lambda pair: [" ".join(pair[0])])), min_size=1, max_size=6))
    return [line for part in parts for line in part]
