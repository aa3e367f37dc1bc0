"""Lists of numbers and ranges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iossim.config.number_lists import list_of, numbers_of


@pytest.mark.parametrize(
    ("listed", "numbers"),
    [
        ("7", {7}),
        ("1-3", {1, 2, 3}),
        ("1-3,5", {1, 2, 3, 5}),
        ("1-3, 5", {1, 2, 3, 5}),
        ("5,1-2", {1, 2, 5}),
        ("", set()),
        ("all", set()),
        ("1,all", set()),
        ("1-", {1}),
        ("3-1", set()),
    ],
)
def test_the_numbers_of_a_list(listed: str, numbers: set[int]) -> None:
    assert numbers_of(listed) == numbers


@pytest.mark.parametrize(
    ("numbers", "listed"), [([], ""), ([7], "7"), ([20, 21], "20,21"), ([3, 1, 2], "1-3"), ([1, 2, 3, 9, 20, 21], "1-3,9,20,21")]
)
def test_the_list_of_numbers(numbers: list[int], listed: str) -> None:
    assert list_of(numbers) == listed


@given(st.sets(st.integers(1, 4094), max_size=40))
def test_a_list_reads_back_to_its_numbers(numbers: set[int]) -> None:
    assert numbers_of(list_of(numbers)) == numbers
