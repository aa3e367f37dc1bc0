"""Edits of a text: the lines that they name."""

from __future__ import annotations

import pickle

import pytest

from iossim.files.diagnostics import Diagnostic
from iossim.files.fixes import Edit, Fix


@pytest.mark.parametrize(("first", "last"), [(1, 1), (1, 0), (3, 7), (5, 4)])
def test_an_edit_names_lines_or_a_place_before_one(first: int, last: int) -> None:
    assert Edit(first, last, ("x",)).lines == ("x",)


@pytest.mark.parametrize(("first", "last"), [(0, 0), (0, -1), (3, 1), (-1, 2)])
def test_an_edit_without_lines_is_refused(first: int, last: int) -> None:
    with pytest.raises(ValueError, match="no lines of a text"):
        Edit(first, last)


def test_a_fix_goes_with_its_diagnostic_to_another_process() -> None:
    fix = Fix("remove the line", (Edit(3, 3),))
    diagnostic = Diagnostic("a.cfg", 3, 1, 2, "warning", "overwritten", "is overwritten", "x", fix)
    copy = pickle.loads(pickle.dumps(diagnostic))
    assert copy == diagnostic
    assert copy.fix == fix
    assert "fix" not in copy.as_dict()
