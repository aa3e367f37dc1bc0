"""Keywords similar to a misspelt word."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec

#: Least similarity (the ratio of `ratio`) of a word that is named.
_SIMILAR = 0.66
#: A word is named beside the best one if its ratio is less than this below.
_CLOSE = 0.12
#: Longer words are not compared: they are not typos of a keyword.
_LONGEST = 40
#: In a shorter word, only one missing letter counts as a typo.
_SHORT = 4
#: A keyword of this length or more may differ in two letters.
_LONG = 8


class _Known(msgspec.Struct, frozen=True):
    """A keyword that words are compared with.

    Attributes:
        folded: the keyword in lower case.
        text: its spelling.
        letters: a bit for every letter of it; for the second `a` another one than for the first.
    """

    folded: str
    text: str
    letters: int


class Keywords:
    """Keywords in groups, so that a word is compared with the keywords only that may be similar to it.

    Args:
        keywords: the keywords, spelled as they are named.
    """

    def __init__(self, keywords: Iterable[str]) -> None:
        self._by_first: dict[str, list[_Known]] = {}
        self._by_end: dict[tuple[str, int], list[_Known]] = {}
        for text in filter(None, keywords):
            known = _Known(text.lower(), text, _letters(text.lower()))
            self._by_first.setdefault(known.folded[:1], []).append(known)
            self._by_end.setdefault((known.folded[-2:], len(known.folded)), []).append(known)

    def like(self, word: str) -> list[tuple[float, _Known]]:
        """The keywords that begin with the same letter, or end with the same two and are about as long, and share enough letters.

        With a keyword comes the most that its ratio can be.

        Args:
            word: the word in lower case.
        """
        length, end, by_end = len(word), word[-2:], self._by_end
        close = [*self._by_first.get(word[:1], ())]
        for size in (length - 1, length, length + 1):
            close += by_end.get((end, size), ())
        letters = _letters(word) if close else 0
        found = []
        for known in close:
            most = 2.0 * (known.letters & letters).bit_count() / (length + len(known.folded))
            if most >= _SIMILAR:
                found.append((most, known))
        return found


def nearest(word: str, *keywords: Keywords, most: int = 2) -> list[str]:
    """The keywords most similar to a word, best first.

    Args:
        word: as typed.
        keywords: what is accepted.
        most: how many at most.
    """
    return [] if len(word) > _LONGEST else list(_nearest(word.lower(), keywords, most))


@lru_cache(maxsize=1024)
def _nearest(word: str, keywords: tuple[Keywords, ...], most: int) -> tuple[str, ...]:
    """The answer of `nearest`: a word misspelt once in a file is often misspelt again."""
    spelled = {known.folded: (bound, known.text) for group in keywords for bound, known in _like(group, word)}
    if not spelled:
        return ()
    ratios: list[tuple[float, str]] = []
    enough = _SIMILAR
    for keyword, (bound, _) in sorted(spelled.items(), key=_by_bound):
        if bound < enough:
            break
        value = ratio(keyword, word)
        if value >= _SIMILAR:
            ratios.append((value, keyword))
            enough = max(enough, value - _CLOSE)
    best = sorted(ratios, reverse=True)[:most]
    return tuple(spelled[keyword][1] for value, keyword in best if value > best[0][0] - _CLOSE)


@lru_cache(maxsize=16)
def _like(keywords: Keywords, word: str) -> list[tuple[float, _Known]]:
    """The answer of `like`: the keywords of several modes are compared with a word one by one, then together."""
    return keywords.like(word)


def _by_bound(item: tuple[str, tuple[float, str]]) -> float:
    return -item[1][0]


def _letters(word: str) -> int:
    """A bit for every letter of a word; a letter that comes again has another bit each time."""
    bits = 0
    for letter in word:
        bit = 1 << (ord(letter) % _PLACES)
        while bits & bit:
            bit <<= _PLACES
        bits |= bit
    return bits


#: Letters with different bits; letters that share one only seem more alike than they are.
_PLACES = 64


def ratio(keyword: str, word: str) -> float:
    """The similarity of two words, from 0 to 1: that of `difflib.SequenceMatcher`, which takes ten times as long for short words."""
    return 2.0 * _in_common(keyword, word) / (len(keyword) + len(word)) if keyword or word else 1.0


def _in_common(one: str, other: str) -> int:
    """Number of letters in the longest common part of two words, and in the longest common parts before it and after it."""
    for size in range(min(len(one), len(other)), 0, -1):
        for start in range(len(one) - size + 1):
            at = other.find(one[start : start + size])
            if at >= 0:
                before = _in_common(one[:start], other[:at])
                return before + size + _in_common(one[start + size :], other[at + size :])
    return 0


def is_slip(word: str, keyword: str) -> bool:
    """True if a word is very probably a typo of a keyword: a letter or two wrong, missing or swapped, or the first one lost."""
    typed, meant = word.lower(), keyword.lower()
    if typed[:1] != meant[:1]:
        return len(typed) > _SHORT and typed == meant[1:]
    if typed == meant:
        return False
    if len(typed) < _SHORT:
        return len(meant) == len(typed) + 1 and _distance(typed, meant) == 1
    most = 2 if len(meant) >= _LONG else 1
    return abs(len(typed) - len(meant)) <= most and _distance(typed, meant) <= most


def _distance(one: str, other: str) -> int:
    """Number of letters to change, add, leave out or swap with their neighbour (Damerau and Levenshtein)."""
    start, end = 0, min(len(one), len(other))
    while start < end and one[start] == other[start]:
        start += 1
    one, other, end = one[start:], other[start:], end - start
    while end and one[-1] == other[-1]:
        one, other, end = one[:-1], other[:-1], end - 1
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
