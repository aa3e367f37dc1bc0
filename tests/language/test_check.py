"""`iossim grammar check` as a whole: right grammars have no mistake, and commands that do not go together are reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.language.check import check
from tests.small_language import EVERY_MODE, FILES, write

HEAD = "//@ prompt (config)#\nmode_global: _every_mode | a | b\n"

#: Two commands that a line could not be told apart by: a piece of the message, the line, the commands.
TOGETHER = [
    ("'a' after '' in mode global has several help texts: 'One' (global.lark:4), 'Two' (global.lark:7)", 4,
     '//? a  One\na: "a"\n//? a  Two\n//? x  X\nb: "a" "x"'),
    ("'x' after 'a' in mode global has several help texts: 'One'", 6,
     '//? a  A\n//? x  One\n//? y  Y\na: "a" "x" "y"\n//? a  A\n//? x  Two\n//? z  Z\nb: "a" "x" "z"'),
    ("after 'a' in mode global two arguments have equal rank: WORD, WORD; use one terminal", 10,
     '//? a  A\n//? ONE  1\n//? x  X\na: "a" ONE "x"\n//? a  A\n//? TWO  2\n//? y  Y\nb: "a" TWO "y"\nONE: "WORD"\nTWO: "WORD"'),
    ("after 'a' in mode global two ranges overlap: <1-5>, <5-9>; use one terminal", 10,
     '//? a  A\n//? ONE  1\n//? x  X\na: "a" ONE "x"\n//? a  A\n//? TWO  2\n//? y  Y\nb: "a" TWO "y"\nONE: "<1-5>"\nTWO: "<5-9>"'),
    ("'a T' in mode global is two commands: a (global.lark:5) and b (global.lark:8)", 5,
     '//? a  A\n//? T  T\na: "a" T\n//? a  A\n//? T  T\nb: "a" T\nT: "WORD"'),
    ("'x k' in mode global is two commands: a (global.lark:6) and b (global.lark:8)", 6,
     '//? q  Q\n//? x  X\n//? z  Z\na: ("q" | "x" | "z") part\n//? x  X\nb: "x" part\n//? k  K\npart: "k"'),
    ("'a x' in mode global is two commands: a (global.lark:5) and b (global.lark:8)", 5,
     '//? a  A\n//? x  X\na: "a" ["x"]\n//? a  A\n//? x  X\nb: "a" "x"'),
    ("'y T' in mode global is two commands: a (global.lark:7) and b (global.lark:10)", 7,
     '//@ alias y x\n//? x  X\n//? y  Y\n//? T  T\na: ("x" | "y") T\n//? y  Y\n//? T  T\nb: "y" T\nT: "WORD"'),
]  # fmt: skip

#: Two commands that a line can be told apart by.
APART = [
    '//? a  A\n//? ONE  1\n//? x  X\na: "a" ONE "x"\n//? a  A\n//? TWO  2\n//? y  Y\nb: "a" TWO "y"\nONE: "<1-4>"\nTWO: "<5-9>"',
    '//? a  A\n//? ONE  1\na: "a" ONE\n//? a  A\n//? TWO  2\nb: "a" TWO\nONE: "<1-4>"\nTWO: "WORD"',
    '//? a  A\na: "a"\n//? a  A\n//? x  X\nb: "a" "x"',
    '//? a  A\n//? PORT  Port\n//? x  X\na: "a" PORT "x"\n//? b  B\nb: "b"\nPORT: "INTERFACE"',
    # The part before T decides, although it may be left out in both.
    '//? a  A\n//? x  X\n//? T  T\n//? f  F\na: "a" _opt{"x"} T "f"\n//? a  A\n//? y  Y\n//? T  T\n//? g  G\nb: "a" _opt{"y"} T "g"\n'
    '_opt{x}: x |\nT: "WORD"',
]


def _mistakes(folder: Path, commands: str) -> list[str]:
    return [str(mistake) for mistake in check(write(folder, {"every_mode": EVERY_MODE, "global": HEAD + commands}))]


def test_the_small_language_has_no_mistake(tmp_path: Path) -> None:
    assert [str(mistake) for mistake in check(write(tmp_path, FILES))] == []


@pytest.mark.parametrize(("message", "line", "commands"), TOGETHER)
def test_two_commands_that_do_not_go_together(tmp_path: Path, message: str, line: int, commands: str) -> None:
    first = _mistakes(tmp_path, commands)[0]
    assert first.startswith(f"global.lark:{line}: ")
    assert message in first


@pytest.mark.parametrize("commands", APART)
def test_two_commands_that_go_together(tmp_path: Path, commands: str) -> None:
    assert _mistakes(tmp_path, commands) == []


@pytest.mark.parametrize("bound", ["max-dn", "platform", "platform-ports"])
def test_a_range_may_be_bounded_by_a_command_or_the_platform(tmp_path: Path, bound: str) -> None:
    bounded = f'//? a  A\n//? TAG  Tag\na: "a" TAG\nTAG: "<1-{bound}>"\n'
    bounding = '//@ bounds max-dn COUNT\n//? b  B\n//? COUNT  N\nb: "b" COUNT\nCOUNT: "<1-9>"'
    assert _mistakes(tmp_path, bounded + bounding) == []


def test_no_word_follows_a_text_of_several_lines(tmp_path: Path) -> None:
    commands = '//? a  A\n//? TEXT  T\n//? x  X\na: "a" TEXT "x"\nTEXT: "TEXT"\n//? b  B\nb: "b"'
    assert "no word can follow: TEXT takes the rest of the line" in _mistakes(tmp_path, commands)[0]


def test_every_argument_that_takes_the_rest_of_the_line_is_the_last(tmp_path: Path) -> None:
    help_ = "//? a  A\n//? x  X\n//? y  Y\n//? LIST  L\n//? LINE  L\n"
    commands = help_ + 'a: "a" (LIST | LINE | "y") "x"\nLIST: "LIST(1-9)"\nLINE: "LINE"\n//? b  B\nb: "b"'
    messages = [mistake for mistake in _mistakes(tmp_path, commands) if "no word can follow" in mistake]
    assert sorted(message.rpartition(": ")[2] for message in messages) == [
        "LINE takes the rest of the line",
        "LIST(1-9) takes the rest of the line",
    ]


def test_a_bound_that_no_command_sets_is_reported_with_the_nearest(tmp_path: Path) -> None:
    bounded = '//? a  A\n//? TAG  Tag\na: "a" TAG\nTAG: "<1-max-dnn>"\n'
    bounding = '//@ bounds max-dn COUNT\n//? b  B\n//? COUNT  N\nb: "b" COUNT\nCOUNT: "<1-9>"'
    (message,) = _mistakes(tmp_path, bounded + bounding)
    assert message.endswith("TAG: no command `bounds` 'max-dnn', did you mean 'max-dn'?")


def test_actions_are_checked_where_they_are_known(tmp_path: Path) -> None:
    folder = write(tmp_path, FILES)
    assert list(check(folder)) == []
    assert list(check(folder, actions={"reset"})) == []
    assert [mistake.message for mistake in check(folder, actions={"resets"})] == [
        "`action`: the router has no action 'reset', did you mean 'resets'?"
    ]
