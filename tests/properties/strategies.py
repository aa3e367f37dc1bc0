"""Hypothesis strategies derived from the grammars: a new command joins them by existing."""

from __future__ import annotations

import string
from collections.abc import Callable

from hypothesis import strategies as st

from iossim.language import Mode, Node, language
from iossim.language.bodies import Argument, Keyword
from iossim.language.notations import Notation
from iossim.language.tree import Taken, resolve

#: Words of a line that a strategy draws at most.
LONGEST = 14
_LETTERS = string.ascii_letters + string.digits
_WORDS = st.text(_LETTERS + "_.-", min_size=1, max_size=10).filter(lambda word: word[0] in _LETTERS)

Draw = Callable[..., object]


def value(notation: Notation) -> st.SearchStrategy[str]:
    """Words that fit a notation."""
    if notation.bounds is not None:
        low, high = notation.bounds
        if notation.bound_name:
            high = min(high, low + 19)
        return st.integers(low, high).map(str)
    if notation.text == "WORD":
        return _WORDS
    if notation.text == "LINE":
        return st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)
    if notation.text == "H.H.H":
        return st.integers(0, 2**48 - 1).map(lambda n: f"{n:012X}").map(lambda text: f"{text[:4]}.{text[4:8]}.{text[8:]}")
    if notation.text == "A.B.C.D":
        return st.tuples(*[st.integers(0, 255)] * 4).map(lambda parts: ".".join(map(str, parts)))
    if notation.text == "hh:mm":
        return st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda t: f"{t[0]:02}:{t[1]:02}")
    return st.sampled_from(notation.samples)


@st.composite
def line_of(draw: st.DrawFn, mode: Mode, commands: tuple[str, ...] = ()) -> tuple[list[str], list[bool]]:
    """A complete command of a mode: its words, and for each whether it is a keyword.

    Args:
        draw: Hypothesis's.
        mode: the mode.
        commands: rule names (variants excluded) to choose from; all where empty.
    """
    node = mode.root
    words: list[str] = []
    keywords: list[bool] = []
    node.children()
    wanted = draw(st.sampled_from(commands or tuple(sorted({rule.base for rule in mode.commands}))))
    while True:
        ends = node.form is not None and node.form.name == wanted
        choices = _steps(node, wanted)
        if ends and (not choices or len(words) >= LONGEST or draw(st.booleans())):
            return words, keywords
        if not choices:
            raise AssertionError(f"no way on after {words} to {wanted}")
        child = draw(st.sampled_from(choices))
        symbol = child.symbol
        assert symbol is not None
        words.append(symbol.text if isinstance(symbol, Keyword) else draw(value(symbol.notation).filter(_means(node, child))))
        keywords.append(isinstance(symbol, Keyword))
        node = child
        if isinstance(symbol, Argument) and symbol.notation.span in ("rest", "text"):
            return words, keywords


def _means(node: Node, child: Node) -> Callable[[str], bool]:
    """Whether a word is taken for this argument, and not for a keyword beside it or a narrower argument."""

    def means(word: str) -> bool:
        taken = resolve(node, word.split(maxsplit=1)[0])
        return isinstance(taken, Taken) and taken.node is child

    return means


def _steps(node: Node, wanted: str) -> list[Node]:
    node.children()
    every = [*node.folded.values(), *[child for _, child in node.arguments]]
    return [child for child in every if any(place.command.base == wanted for place in child.places)]


#: Modes opened from global configuration, by the rule that opens them.
def openers() -> dict[str, str]:
    """The mode that each section command of global configuration enters."""
    found = {}
    for rule in language().mode("global").commands:
        mode = rule.enters
        if mode is not None and rule.base not in found:
            found[rule.base] = mode
    return found


#: Commands whose meaning is not to be stored: they move between modes, act, or end the text.
MOVES = frozenset({"do", "end", "exit", "help"})


def storable(mode: Mode) -> tuple[str, ...]:
    """Names of a mode's commands that only set something."""
    return tuple(
        sorted(
            rule.base
            for rule in mode.commands
            if rule.base not in MOVES and not any(rule.directive(name) is not None for name in ("action", "enters", "block"))
        )
    )


@st.composite
def section(draw: st.DrawFn) -> list[str]:
    """The lines of a section: the command that opens it, and commands of its mode."""
    opener = draw(st.sampled_from(sorted(openers())))
    mode = language().mode(openers()[opener])
    words, _ = draw(line_of(language().mode("global"), (opener,)))
    names = storable(mode)
    body = draw(st.lists(line_of(mode, names), max_size=5)) if names else []
    return [" ".join(words), *[" " + " ".join(each) for each, _ in body]]


@st.composite
def configuration(draw: st.DrawFn) -> list[str]:
    """The lines of a configuration: sections, and single commands of global configuration between them."""
    single = line_of(
        language().mode("global"),
        tuple(name for name in storable(language().mode("global")) if not name.startswith("banner")),
    )
    parts = draw(st.lists(st.one_of(section(), single.map(lambda pair: [" ".join(pair[0])])), min_size=1, max_size=6))
    return [line for part in parts for line in part]
