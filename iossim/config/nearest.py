"""The nearest known word to one that is not known, and the modes that have a command which stands in the wrong place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from iossim.language import Command, Language, Mode, match
from iossim.language.definition import Body, Keyword, Sequence

#: How alike two words must be to be named (difflib's ratio).
_ALIKE = 0.66
#: How much less alike the others may be than the best.
_CLOSE = 0.12
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
    spelled = {keyword.lower(): keyword for keyword in keywords}
    found = difflib.get_close_matches(word.lower(), spelled, most, _ALIKE)
    alike = [difflib.SequenceMatcher(None, each, word.lower()).ratio() for each in found]
    return [spelled[each] for each, ratio in zip(found, alike, strict=True) if ratio > alike[0] - _CLOSE]


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
    modes = [language.mode(name) for name in language.mode_names]
    asked = [mode for mode in modes if mode.prompt and mode.open == open_modes and mode not in chain]
    return list(dict.fromkeys(spoken(language, mode) for mode in asked if _takes(mode, text)))


def spoken(language: Language, mode: Mode) -> str:
    """A mode's name as its users say it: the words of the command that enters it."""
    if mode.name == "global":
        return "global configuration"
    for rule in language.mode(mode.parent).commands:
        if rule.directive("enters") == mode.name:
            words = " ".join(_leading(rule.body))
            return words or mode.name.replace("_", " ")
    return mode.name.replace("_", " ")


def _leading(body: Body) -> Iterator[str]:
    """The keywords that a body begins with."""
    for part in body.parts if isinstance(body, Sequence) else (body,):
        if not isinstance(part, Keyword):
            return
        yield part.text


def _takes(mode: Mode, text: str) -> bool:
    """Whether a line is a command of the mode itself, its first word in full."""
    words = text.split(None, 2)
    first = words[1] if words[0].lower() == "no" and len(words) > 1 else words[0]
    return _begins(mode, first.lower()) and isinstance(match(mode, text), Command)


def _begins(mode: Mode, word: str) -> bool:
    """Whether a word, in lower case, begins a command of a mode."""
    return any(word == text.lower() for text in mode.root.children())
