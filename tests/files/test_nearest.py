"""Similar keywords, and typos."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iossim.files.nearest import Keywords, is_slip, nearest, ratio

KEYWORDS = ["number", "name", "button", "call-forward", "mac-address", "no-reg"]


@pytest.mark.parametrize(
    ("word", "similar"),
    [
        ("nmber", ["number"]),
        ("NUMBR", ["number"]),
        ("mac-adress", ["mac-address"]),
        ("umber", ["number"]),
        ("xyz", []),
        ("", []),
        ("number" * 7, []),
    ],
)
def test_similar_keywords(word: str, similar: list[str]) -> None:
    assert nearest(word, Keywords(KEYWORDS)) == similar


def test_at_most_two_and_only_those_that_are_about_as_similar() -> None:
    words = ["incoming", "incomings", "incomingss"]
    assert nearest("incomin", Keywords(words)) == ["incoming", "incomings"]
    assert nearest("incomin", Keywords(words), most=1) == ["incoming"]
    assert nearest("incoming", Keywords(["incoming", "inning"])) == ["incoming"]


#: Words of few letters, so that many of them are similar.
WORDS = st.text("abcAB-", max_size=10)


@given(WORDS, WORDS)
def test_the_ratio_is_that_of_difflib(keyword: str, word: str) -> None:
    assert ratio(keyword, word) == SequenceMatcher(None, keyword, word).ratio()


@given(WORDS, st.lists(WORDS.filter(bool), max_size=12, unique_by=str.lower), st.integers(1, 3))
def test_the_groups_pass_over_no_keyword_that_a_search_through_all_would_name(word: str, keywords: list[str], most: int) -> None:
    folded = word.lower()
    alike = {
        known.lower(): known
        for known in keywords
        if known[:1].lower() == folded[:1] or (known[-2:].lower() == folded[-2:] and abs(len(known) - len(word)) < 2)
    }
    close = get_close_matches(folded, alike, most, 0.66)
    ratios = [SequenceMatcher(None, known, folded).ratio() for known in close]
    expected = [alike[known] for known, value in zip(close, ratios, strict=True) if value > ratios[0] - 0.12]
    assert nearest(word, Keywords(keywords), most=most) == expected
    half = len(keywords) // 2
    assert nearest(word, Keywords(keywords[:half]), Keywords(keywords[half:]), most=most) == expected


@pytest.mark.parametrize(
    ("word", "keyword", "slip"),
    [
        ("nuber", "number", True),  # a letter is missing
        ("numbeer", "number", True),  # one is too many
        ("nunber", "number", True),  # one is wrong
        ("numebr", "number", True),  # two are swapped
        ("nunbr", "number", False),  # two are wrong, in a word of six letters
        ("mac-adres", "mac-address", True),  # in a longer word, two may be wrong
        ("mac-adrs", "mac-address", False),
        ("passwrt", "password", True),
        ("umber", "number", True),  # the first letter is lost
        ("lumber", "number", False),  # another first letter
        ("unber", "number", False),
        ("utton", "button", True),
        ("ull", "full", False),  # too short
        ("number", "number", False),
        ("NUMBER", "number", False),
        ("ful", "full", True),  # a short word lacks a letter
        ("fux", "full", False),
        ("fl", "full", False),
        ("fulll", "full", True),
        ("fan", "far", False),
        ("fun", "fund", True),
        ("fnd", "fund", True),
        ("fnu", "fund", False),
    ],
)
def test_a_typo(word: str, keyword: str, slip: bool) -> None:
    assert is_slip(word, keyword) is slip
