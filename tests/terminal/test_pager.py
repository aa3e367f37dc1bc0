"""Pages of output: sizes, keys, search, and the erased prompt."""

import pytest

from iossim.session.regex import Regex, ios_regex
from iossim.terminal.pager import ERASE, MORE, Pager

TEN = "".join(f"line {number}\n" for number in range(1, 11))


def lines(first: int, last: int) -> str:
    return "".join(f"line {number}\n" for number in range(first, last + 1))


def expression(text: str) -> Regex:
    regex = ios_regex(text)
    assert regex is not None
    return regex


def pager(length: int, text: str = TEN, width: int = 80) -> Pager:
    return Pager(text, length, width)


def test_a_page_leaves_the_last_row_to_the_prompt() -> None:
    output = pager(5)
    assert output.start() == lines(1, 4)
    assert output.waiting


@pytest.mark.parametrize("length", [0, 11, 512])
def test_what_fits_is_shown_at_once(length: int) -> None:
    output = pager(length)
    assert output.start() == TEN
    assert not output.waiting


def test_an_output_of_as_many_lines_as_the_screen_has_waits_once() -> None:
    output = pager(10)
    assert output.start() == lines(1, 9)
    assert output.press(" ") == lines(10, 10)
    assert not output.waiting


def test_space_brings_a_page_and_return_a_line() -> None:
    output = pager(4)
    output.start()
    assert output.press(" ") == lines(4, 6)
    assert output.press("\r") == lines(7, 7)
    assert output.press("\n") == lines(8, 8)
    assert output.press(" ") == lines(9, 10)
    assert not output.waiting


@pytest.mark.parametrize("key", ["q", "Q", "\x03", "\x1e", "\x1b[A", "x"])
def test_any_other_key_stops(key: str) -> None:
    output = pager(4)
    output.start()
    assert output.press(key) == ""
    assert not output.waiting


def test_search_goes_on_at_the_line_that_matches() -> None:
    output = pager(4)
    output.start()
    assert output.search(expression("^line [67]$")) == lines(6, 8)
    assert output.waiting


def test_search_without_a_match_comes_to_the_end() -> None:
    output = pager(4)
    output.start()
    assert output.search(expression("line 2")) == ""
    assert not output.waiting


def test_a_line_wider_than_the_screen_counts_for_the_rows_it_takes() -> None:
    text = "a" * 25 + "\n" + "b\nc\n"
    output = Pager(text, length=5, width=10)
    assert output.start() == "a" * 25 + "\nb\n"
    assert output.press(" ") == "c\n"


def test_a_line_that_exactly_fills_the_screen_is_one_row() -> None:
    assert Pager("a" * 10 + "\nb\n", length=3, width=10).start() == "a" * 10 + "\nb\n"


def test_no_width_means_lines_never_wrap() -> None:
    output = Pager("a" * 1000 + "\nb\n", length=3, width=0)
    assert output.start() == "a" * 1000 + "\nb\n"


def test_a_line_longer_than_the_page_is_shown_all_the_same() -> None:
    output = Pager("a" * 100 + "\nb\n", length=3, width=10)
    assert output.start() == "a" * 100 + "\n"
    assert output.press(" ") == "b\n"


def test_lines_wider_than_the_screen_do_not_stop_output_without_pages() -> None:
    text = "a" * 500 + "\nb\nc\n"
    output = Pager(text, length=0, width=80)
    assert output.start() == text
    assert not output.waiting


def test_the_rest_after_a_page() -> None:
    output = pager(4)
    first = output.start()
    assert first + output.rest() == TEN
    assert not output.waiting
    assert output.rest() == ""


@pytest.mark.parametrize("length", [1, 2])
def test_the_shortest_screen_shows_a_line_a_page(length: int) -> None:
    output = pager(length)
    assert output.start() == lines(1, 1)


@pytest.mark.parametrize("text", ["", "\n", "no end of line", "one\n\ntwo\n", "a\x0bb\x85c\n"])
def test_nothing_is_added_or_lost(text: str) -> None:
    output = pager(2, text)
    shown = output.start()
    while output.waiting:
        shown += output.press(" ")
    assert shown == text


def test_the_prompt_is_erased_with_backspaces() -> None:
    screen, at = [" "] * 20, 0
    for character in MORE + ERASE:
        if character == "\b":
            at -= 1
        else:
            screen[at] = character
            at += 1
    assert at == 0
    assert "".join(screen).strip() == ""


@pytest.mark.parametrize("width", [0, 40, 80])
def test_without_a_length_long_lines_do_not_stop_the_output(width: int) -> None:
    text = "x" * 200 + "\n" + "short\n" * 30 + "y" * 81 + "\nlast\n"
    pager = Pager(text, 0, width)
    assert pager.start() == text
    assert not pager.waiting
