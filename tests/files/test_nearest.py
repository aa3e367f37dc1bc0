"""Similar keywords, and typos."""

from __future__ import annotations

import pytest

from iossim.files.nearest import Keywords, is_slip, nearest

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
        ("umber", "number", False),  # another first letter
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
