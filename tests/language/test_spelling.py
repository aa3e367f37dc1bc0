"""The nearest right name of a misspelt one: in capitals or small letters, with hyphens or underlines."""

from __future__ import annotations

import pytest

from iossim.language.spelling import nearest


@pytest.mark.parametrize(
    ("name", "names", "right"),
    [
        ("reffers", ["key", "refers"], "refers"),
        ("REFERS", ["refers"], "refers"),
        ("tag", ["TAG"], "TAG"),
        ("a_b_c_d", ["a-b-c-d"], "a-b-c-d"),
        ("a-b-c-d", ["a_b_c_d"], "a_b_c_d"),
        ("abcde", ["abcxy"], "abcxy"),
        ("abcd", ["abxy"], ""),
        ("key", [], ""),
    ],
)
def test_the_nearest_name(name: str, names: list[str], right: str) -> None:
    assert nearest(name, names) == (f", did you mean {right!r}?" if right else "")
