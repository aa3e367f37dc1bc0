"""Patterns of dial peers, and the numbers that they match at their beginning."""

from __future__ import annotations

import pytest

from iossim.validate.facts.numbers import may_match


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("6000", "6000"),
        ("6...", "6000"),
        ("60", "6000"),  # more digits may follow
        ("9T", "95551234"),
        (".T", "6000"),
        ("6[0-2]..", "6200"),
        ("6[^5]..", "6200"),
        ("6[025-7]..", "6600"),
        ("6000$", "6000"),
        ("9,6000", "96000"),
        ("*..", "*67"),
        ("5(12)+", "7000"),  # groups and repetitions are taken to match
        ("", "6000"),
    ],
)
def test_a_match(pattern: str, number: str) -> None:
    assert may_match(pattern, number)


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("6001", "6000"),
        ("6....", "6000"),
        ("600$", "6000"),
        ("9T", "6000"),
        ("6[1-2]..", "6000"),
        ("6[^0]..", "6000"),
        ("+6000", "6000"),
        ("A1", "1"),
    ],
)
def test_no_match(pattern: str, number: str) -> None:
    assert not may_match(pattern, number)
