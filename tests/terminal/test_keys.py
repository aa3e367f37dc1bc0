"""Keys, read from the characters of different terminals and clients."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iossim.terminal.keys import KeyReader


def read(*pieces: str) -> list[str]:
    reader = KeyReader()
    return [key for piece in pieces for key in reader.feed(piece)]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\r\0"])
def test_every_line_end_is_one_enter(end: str) -> None:
    assert read(f"a{end}b{end}") == ["a", "enter", "b", "enter"]
    assert read("a", *end, "b") == ["a", "enter", "b"]


def test_two_line_ends_are_two() -> None:
    assert read("\r\r") == read("\n\n") == read("\r\n\r\n") == ["enter", "enter"]
    assert read("\n\r") == ["enter", "enter"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("\x1b[A", "up"),
        ("\x1bOB", "down"),
        ("\x1b[C", "right"),
        ("\x1b[D", "left"),
        ("\x1b[H", "home"),
        ("\x1b[1~", "home"),
        ("\x1b[4~", "end"),
        ("\x1b[3~", "delete"),
        ("\x1bb", "esc-b"),
        ("\x1bB", "esc-b"),
        ("\x1b\x7f", "esc-backspace"),
        ("\x01", "ctrl-a"),
        ("\x1a", "ctrl-z"),
        ("\x1e", "abort"),
        ("\x08", "backspace"),
        ("\x7f", "backspace"),
        ("\t", "tab"),
        ("é", "é"),
        ("?", "?"),
    ],
)
def test_a_key(text: str, key: str) -> None:
    assert read(text) == [key]
    assert read(*text) == [key]
    assert read(f"x{text}y") == ["x", key, "y"]


@pytest.mark.parametrize("text", ["\0", "\x1b[200~", "\x1b[201~", "\x1b[1;5Q", "\x1b[?25h", "\x1b[99~", "\x1b%", "\ufeff"])
def test_no_key(text: str) -> None:
    assert read(f"a{text}b") == ["a", "b"]


def test_a_sequence_without_end_is_given_up() -> None:
    assert read("\x1b[" + "1" * 100 + "show")[-4:] == ["s", "h", "o", "w"]


@given(st.text(), st.integers(0, 50))
def test_pieces_do_not_matter(text: str, at: int) -> None:
    assert read(text[:at], text[at:]) == read(text)
