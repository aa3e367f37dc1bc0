"""Keywords similar to a misspelt word."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import lru_cache

#: Least similarity (difflib's ratio) of a word that is named.
_SIMILAR = 0.66
#: A word is named beside the best one if its ratio is less than this below.
_CLOSE = 0.12
#: Longer words are not compared: they are not typos of a keyword.
_LONGEST = 40
#: In a shorter word, only one missing letter counts as a typo.
_SHORT = 4
#: A keyword of this length or more may differ in two letters.
_LONG = 8


def nearest(word: str, keywords: Iterable[str], most: int = 2) -> list[str]:
    """The keywords most similar to a word, best first.

    Args:
        word: as typed.
        keywords: what is accepted.
        most: how many at most.
    """
    return [] if len(word) > _LONGEST else list(_nearest(word.lower(), tuple(keywords), most))


@lru_cache(maxsize=1024)
def _nearest(word: str, keywords: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The answer of `nearest`: a word misspelt once in a file is often misspelt again."""
    spelled = {keyword.lower(): keyword for keyword in keywords if _worth_comparing(word, keyword.lower())}
    matches = difflib.get_close_matches(word, spelled, most, _SIMILAR)
    ratios = [difflib.SequenceMatcher(None, match, word).ratio() for match in matches]
    return tuple(spelled[match] for match, ratio in zip(matches, ratios, strict=True) if ratio > ratios[0] - _CLOSE)


def _worth_comparing(word: str, keyword: str) -> bool:
    """True if two words begin with the same letter, or end with the same two and are about as long."""
    return word[:1] == keyword[:1] or (word[-2:] == keyword[-2:] and abs(len(word) - len(keyword)) < 2)


def is_slip(word: str, keyword: str) -> bool:
    """True if a word is very probably a typo of a keyword: a letter or two wrong, missing or swapped."""
    typed, meant = word.lower(), keyword.lower()
    if typed[:1] != meant[:1] or typed == meant:
        return False
    if len(typed) < _SHORT:
        return len(meant) == len(typed) + 1 and _distance(typed, meant) == 1
    return _distance(typed, meant) <= (2 if len(meant) >= _LONG else 1)


def _distance(one: str, other: str) -> int:
    """Number of letters to change, add, leave out or swap with their neighbour (Damerau and Levenshtein)."""
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
