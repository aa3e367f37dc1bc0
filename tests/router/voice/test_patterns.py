"""Destination patterns: what they match, and how many digits they name."""

from __future__ import annotations

import pytest

from iossim.router.voice import pattern_of


@pytest.mark.parametrize(
    ("pattern", "number", "matched"),
    [
        ("1001", "1001", "1001"),
        ("1001", "10019", "1001"),
        ("1001$", "1001", "1001"),
        ("1001$", "10019", None),
        ("1001", "100", None),
        ("1001", "91001", None),
        ("10..", "1034", "1034"),
        ("10..", "103", None),
        ("9T", "95551234", "95551234"),
        ("9T", "9", "9"),
        ("9T", "8", None),
        (".T", "8", "8"),
        (".T", "", None),
        ("T", "", ""),
        ("9T$", "9123", "9123"),
        ("[2-9]..", "345", "345"),
        ("[2-9]..", "145", None),
        ("[^01]1", "21", "21"),
        ("[^01]1", "11", None),
        ("[2,4]1", "41", "41"),
        ("9[01]1T", "911", "911"),
        ("(61)+5", "616161561", "6161615"),
        ("74%5", "75", "75"),
        ("74%5", "74445", "74445"),
        ("84?5", "85", "85"),
        ("84?5", "8445", None),
        ("5+23", "55523", "55523"),
        ("+1408", "+14085551234", "+1408"),
        ("*67", "*67", "*67"),
        ("#31", "#31", "#31"),
        ("9,1408", "91408", "91408"),
        ("A1", "A1", "A1"),
        ("408-5551", "4085551", "4085551"),
    ],
)
def test_what_a_pattern_matches(pattern: str, number: str, matched: str | None) -> None:
    compiled = pattern_of(pattern)
    assert compiled is not None
    assert compiled.match(number) == matched


@pytest.mark.parametrize(
    ("pattern", "digits"),
    [
        ("1001", 4),
        ("1001$", 4),
        ("10..", 2),
        ("9T", 1),
        (".T", 0),
        ("[2-9]11", 2),
        ("(61)+5", 1),
        ("74%5", 2),
        ("*67", 3),
        ("+14", 3),
    ],
)
def test_the_digits_that_a_pattern_names(pattern: str, digits: int) -> None:
    compiled = pattern_of(pattern)
    assert compiled is not None
    assert compiled.digits == digits


@pytest.mark.parametrize("pattern", ["(1", "1)", "%5", "?", "[9-2]", "1" * 300, "(" * 200])
def test_a_pattern_without_a_meaning(pattern: str) -> None:
    assert pattern_of(pattern) is None


@pytest.mark.parametrize("number", ["", "é1", "\ud800", "1" * 500, "(", "\0", "\uff11\uff12"])
def test_odd_numbers(number: str) -> None:
    for text in ("1T", ".T", "[^1]", "1$"):
        pattern = pattern_of(text)
        assert pattern is not None
        matched = pattern.match(number)
        assert matched is None or number.startswith(matched)


def test_a_pattern_that_repeats_repetitions_takes_no_time() -> None:
    compiled = pattern_of("(1+)+(1+)+(1+)+2")
    assert compiled is not None
    assert compiled.match("1" * 200) is None


def test_a_plain_number_needs_no_expression() -> None:
    """A router with thousands of phones has thousands of them."""
    for text in ("1001", "1001$"):
        pattern = pattern_of(text)
        assert pattern is not None
        assert pattern.expression is None
