"""The nearest known word to one that is not known, and the modes that have a command which stands in the wrong place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from iossim.language import Command, Language, Mode, match
from iossim.language.bodies import Body, Keyword, Sequence

#: How alike two words must be to be named (difflib's ratio).
_ALIKE = 0.66
#: How much less alike the others may be than the best.
_CLOSE = 0.12
#: Words longer than this are none of anybody's misspelt keywords.
_LONGEST = 40
#: Lines longer than this are not looked for in the other modes, each of which would take them apart anew.
_LONGEST_LINE = 1000
#: Words shorter than this are only taken for a slip where nothing but a letter is missing.
_SHORT = 4
#: Words from this length on may differ in two letters.
_LONG = 8


def nearest(word: str, keywords: Iterable[str], most: int = 2) -> list[str]:
    """The keywords that are most like a word, best first.

    Args:
        word: as typed.
        keywords: what is accepted.
        most: how many at most.
    """
    return [] if len(word) > _LONGEST else list(_nearest(word.lower(), tuple(keywords), most))


@lru_cache(maxsize=1024)
def _nearest(word: str, keywords: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The answer of `nearest`: a word misspelt once in a file is often misspelt again."""
    spelled = {keyword.lower(): keyword for keyword in keywords if _may_be(word, keyword.lower())}
    found = difflib.get_close_matches(word, spelled, most, _ALIKE)
    alike = [difflib.SequenceMatcher(None, each, word).ratio() for each in found]
    return tuple(spelled[each] for each, ratio in zip(found, alike, strict=True) if ratio > alike[0] - _CLOSE)


def _may_be(word: str, keyword: str) -> bool:
    """Whether a closer comparison is worth its time: the words begin alike, or end alike and are as long."""
    return word[:1] == keyword[:1] or (word[-2:] == keyword[-2:] and abs(len(word) - len(keyword)) < 2)


def is_slip(word: str, keyword: str) -> bool:
    """Whether a word can hardly be anything but a keyword with a slip of the finger: a letter or two wrong, missing or swapped."""
    typed, meant = word.lower(), keyword.lower()
    if typed[:1] != meant[:1] or typed == meant:
        return False
    if len(typed) < _SHORT:
        return len(meant) == len(typed) + 1 and _distance(typed, meant) == 1
    return _distance(typed, meant) <= (2 if len(meant) >= _LONG else 1)


def _distance(one: str, other: str) -> int:
    """How many letters must be changed, added, left out or swapped with their neighbour."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        row = [i + 1]
        for j, meant in enumerate(other):
            cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (letter != meant))
            if i and j and letter == other[j - 1] and one[i - 1] == meant:
                cost = min(cost, before[j - 1] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def owners(language: Language, text: str, chain: tuple[Mode, ...], open_modes: bool = False) -> list[str]:
    """The modes in which a line would be a command, written as the commands that enter them.

    Args:
        language: the language.
        text: the line.
        chain: the modes in which it is none.
        open_modes: look in the modes of IOS at large; else in those of CME, whose commands the grammars know all.
    """
    asked = [mode for mode in modes_with(language, text) if mode.open == open_modes and mode not in chain]
    return list(dict.fromkeys(spoken(language, mode) for mode in asked if isinstance(match(mode, text), Command)))


def modes_with(language: Language, text: str) -> list[Mode]:
    """The configuration modes that have a command which begins as a line does."""
    return _by_first_word(language).get(_first(text), []) if len(text) <= _LONGEST_LINE else []


@cache
def _by_first_word(language: Language) -> dict[str, list[Mode]]:
    """The configuration modes that have a command which begins with a word in lower case."""
    found: dict[str, list[Mode]] = {}
    for mode in map(language.mode, language.mode_names):
        for text in mode.root.children() if mode.prompt else ():
            found.setdefault(text.lower(), []).append(mode)
    return found


def _first(text: str) -> str:
    """The word that tells what a line is, in lower case."""
    words = text.lower().split(None, 2) or [""]
    return words[1] if words[0] == "no" and len(words) > 1 else words[0]


@lru_cache(maxsize=256)
def spoken(language: Language, mode: Mode) -> str:
    """A mode's name as its users say it: the words of the command that enters it."""
    if mode.name == "global":
        return "global configuration"
    for rule in language.mode(mode.parent).commands:
        if rule.enters == mode.name:
            words = " ".join(_leading(rule.body))
            return words or mode.name.replace("_", " ")
    return mode.name.replace("_", " ")


def _leading(body: Body) -> Iterator[str]:
    """The keywords that a body begins with."""
    for part in body.parts if isinstance(body, Sequence) else (body,):
        if not isinstance(part, Keyword):
            return
        yield part.text
