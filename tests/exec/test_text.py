"""Columns, answers and lines of EXEC commands."""

from __future__ import annotations

import pytest

from iossim.exec.text import enabled, is_confirmed, is_yes, lines_of, row


def test_a_row() -> None:
    assert row((4, 6), "a", 12, "end") == "a   12    end"
    assert row((4, 6), "a", 12) == "a   12    "


def test_a_long_cell_is_followed_by_a_blank() -> None:
    assert row((4, 6), "long", "b", "end") == "long b     end"


@pytest.mark.parametrize("answer", ["y", "ye", "yes", "Y", " YES "])
def test_yes(answer: str) -> None:
    assert is_yes(answer)
    assert is_confirmed(answer)


@pytest.mark.parametrize("answer", ["n", "no", "yess", "x", "yes please"])
def test_no(answer: str) -> None:
    assert not is_yes(answer)
    assert not is_confirmed(answer)


def test_return_confirms_and_is_no_yes() -> None:
    assert is_confirmed("")
    assert not is_yes("")


@pytest.mark.parametrize(("text", "lines"), [("", []), ("a\n", ["a"]), ("a\n\n", ["a", ""]), ("\na\nb\n", ["", "a", "b"])])
def test_lines(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines
    assert "".join(f"{line}\n" for line in lines) == text


def test_enabled() -> None:
    assert (enabled(True), enabled(False)) == ("enabled", "disabled")
