"""The line that is typed: its text, its cursor, and the screen, which must always agree."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iossim.terminal.editing import EDITING
from iossim.terminal.line_buffer import LineBuffer
from tests.terminal.screen import Screen


@given(
    st.text("ab .-", max_size=20),
    st.integers(0, 20),
    st.lists(st.one_of(st.sampled_from(sorted(EDITING)), st.text("xy z", min_size=1, max_size=3)), max_size=12),
)
def test_the_screen_shows_the_line(text: str, cursor: int, typed: list[str]) -> None:
    line, screen = LineBuffer(text, min(cursor, len(text))), Screen()
    screen.write(text + "\b" * (len(text) - line.cursor))
    for key in typed:
        screen.write(EDITING[key](line) if key in EDITING else line.insert(key))
        assert screen.line.rstrip(" ") == line.text.rstrip(" ")
        assert screen.column == line.cursor <= len(line.text)


@given(st.text("ab ", max_size=9), st.integers(0, 9), st.text("ab ", max_size=9))
def test_another_line_takes_the_place(text: str, cursor: int, other: str) -> None:
    line, screen = LineBuffer(text, min(cursor, len(text))), Screen()
    screen.write(text + "\b" * (len(text) - line.cursor))
    screen.write(line.replace(other))
    assert (line.text, line.cursor) == (other, len(other))
    assert screen.line.rstrip(" ") == other.rstrip(" ")
    assert screen.column == len(other)


@pytest.mark.parametrize(
    ("key", "text", "cursor", "after", "at"),
    [
        ("ctrl-a", "show clock", 4, "show clock", 0),
        ("ctrl-e", "show clock", 4, "show clock", 10),
        ("ctrl-b", "show", 0, "show", 0),
        ("ctrl-f", "show", 4, "show", 4),
        ("backspace", "show", 0, "show", 0),
        ("backspace", "show", 2, "sow", 1),
        ("ctrl-d", "show", 2, "shw", 2),
        ("ctrl-d", "show", 4, "show", 4),
        ("ctrl-k", "show clock", 4, "show", 4),
        ("ctrl-u", "show clock", 5, "clock", 0),
        ("ctrl-x", "show clock", 10, "", 0),
        ("ctrl-w", "ip route 10.0.0.1 ", 18, "ip route ", 9),
        ("ctrl-w", "show", 0, "show", 0),
        ("esc-backspace", "ip route 10.0.0.1", 17, "ip route 10.0.0.", 16),
        ("esc-b", "show ip  route", 14, "show ip  route", 9),
        ("esc-f", "show ip route", 4, "show ip route", 7),
        ("esc-d", "show ip route", 4, "show route", 4),
        ("ctrl-t", "sohw", 2, "show", 3),
        ("ctrl-t", "shwo", 4, "show", 4),
        ("ctrl-t", "s", 1, "s", 1),
        ("ctrl-t", "", 0, "", 0),
        ("ctrl-t", "show", 0, "show", 0),
        ("esc-c", "show clock", 4, "show Clock", 10),
        ("esc-u", "show clock", 0, "SHOW clock", 4),
        ("esc-l", "SHOW", 1, "Show", 4),
    ],
)
def test_an_editing_key(key: str, text: str, cursor: int, after: str, at: int) -> None:
    line = LineBuffer(text, cursor)
    EDITING[key](line)
    assert (line.text, line.cursor) == (after, at)


@pytest.mark.parametrize("key", ["ctrl-k", "ctrl-u", "ctrl-w", "esc-d", "esc-backspace"])
def test_ctrl_y_brings_back_what_was_deleted_last(key: str) -> None:
    line = LineBuffer("show ip route", 8)
    EDITING[key](line)
    assert line.text != "show ip route"
    yank: Callable[[LineBuffer], str] = EDITING["ctrl-y"]
    yank(line)
    assert line.text == "show ip route"


def test_a_single_character_is_not_kept() -> None:
    line = LineBuffer("show")
    EDITING["backspace"](line)
    EDITING["ctrl-y"](line)
    assert line.text == "sho"
