"""The reader of the catalogue's syntax language, and the lines that it makes of a syntax."""

from __future__ import annotations

import pytest

from tests.catalogue.paths import paths
from tests.catalogue.syntax import Range, SyntaxReadingError, bounds, parse


def lines(text: str) -> list[str]:
    graph = parse(text)
    return [" ".join(graph.words[position].text.strip() for position in path) for path in paths(graph)]


@pytest.mark.parametrize(
    ("syntax", "expected"),
    [
        ("huntstop", ["huntstop"]),
        ("huntstop [channel [<1-8>]]", ["huntstop", "huntstop channel", "huntstop channel <1-8>"]),
        ("privacy {off | on}", ["privacy off", "privacy on"]),
        ("name WORD [blf] [x <1-2>]", ["name WORD", "name WORD blf", "name WORD x <1-2>", "name WORD blf x <1-2>"]),
        ("a {x [y] | z}", ["a x", "a z", "a x y"]),
        ("keys {p | q} ...", ["keys p", "keys q", "keys p q", "keys q p"]),
        ("dns A.B.C.D ...", ["dns A.B.C.D", "dns A.B.C.D A.B.C.D"]),
        ("list WORD [, WORD ...]", ["list WORD", "list WORD , WORD", "list WORD , WORD , WORD"]),
        ("tags <1-8>[,<1-8>...]", ["tags <1-8>", "tags <1-8> , <1-8>", "tags <1-8> , <1-8> , <1-8>"]),
        ("times <3-9>[, <3-9>]...", ["times <3-9>", "times <3-9> , <3-9>", "times <3-9> , <3-9> , <3-9>"]),
        ("aa-hunt<1-10> WORD", ["aa-hunt<1-10> WORD"]),
        ("gain {<-6 - 14> | auto}", ["gain <-6 - 14>", "gain auto"]),
    ],
)
def test_every_part_of_a_syntax_is_in_a_line(syntax: str, expected: list[str]) -> None:
    assert lines(syntax) == expected


def test_pieces_of_a_word() -> None:
    graph = parse('target {dns:WORD | /<1-30> | X:X:X:X::X/<0-128> | flash: | "1o1,2"}')
    pieces = [[(piece.text, piece.argument) for piece in word.pieces] for word in graph.words]
    assert pieces == [
        [("target", False)],
        [("dns:", False), ("WORD", True)],
        [("/", False), ("<1-30>", True)],
        [("X:X:X:X::X/<0-128>", True)],
        [("flash:", False)],
        [("1o1,2", False)],
    ]
    assert [word.keyword for word in graph.words] == [True, False, False, False, True, False]


@pytest.mark.parametrize(
    ("notation", "inside", "outside"),
    [
        ("<1-15>", ["1", "15"], ["0", "16"]),
        ("<0-4>", ["0", "4"], ["-1", "5"]),
        ("<-6 - 14>", ["-6", "14"], ["-7", "15"]),
        ("<1-max-dn>", ["1"], ["0"]),
        ("<0x000000-0xFFFFFF>", ["000000", "FFFFFF"], ["1000000"]),
    ],
)
def test_the_edges_of_a_range(notation: str, inside: list[str], outside: list[str]) -> None:
    found = bounds(notation)
    assert isinstance(found, Range)
    assert [found.spell(value) for value in found.inside()] == inside
    assert [found.spell(value) for value in found.outside()] == outside


@pytest.mark.parametrize("notation", ["WORD", "<tag>", "<button-number>", "A.B.C.D"])
def test_what_is_no_range(notation: str) -> None:
    assert bounds(notation) is None


@pytest.mark.parametrize("syntax", ["a {b | c", "a [b", "a ]"])
def test_brackets_that_do_not_close(syntax: str) -> None:
    with pytest.raises(SyntaxReadingError):
        parse.__wrapped__(syntax)


def test_the_keywords_that_every_line_begins_with() -> None:
    assert parse("after-hours block pattern <1-32> WORD [7-24]").leading() == ["after-hours", "block", "pattern"]
    assert parse("moh [out-call WORD]").leading() == ["moh"]
