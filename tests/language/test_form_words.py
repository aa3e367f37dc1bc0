"""Forms: the role of each word of a command, by the directives of its rule."""

from __future__ import annotations

import pytest

from iossim.language import Command, Form, Mode, match
from iossim.language.form import BoundWord
from tests.small_language import global_language

COMMANDS = """
//@ prompt (config)#
mode_global: _every_mode | station | pair | tone | ringer | echo | speed | count | login

//@ key TAG; unique serial NUMBER; refers site PLACE; demands site OTHER "no site {OTHER} for this"
//? station  Station
//? TAG      Its tag
//? NUMBER   Its number
//? PLACE    Its site
//? OTHER    Another site
station: "station" TAG NUMBER PLACE [OTHER]
TAG: "<1-9>"
NUMBER: "WORD"
PLACE: "WORD"
OTHER: "TAGS"
//@ key ends COLOUR
//? pair    Two numbers
//? COLOUR  Their colour
pair: "pair" ends COLOUR
//? LOW   The first
//? HIGH  The last
ends: LOW HIGH
LOW: "<1-99>"
HIGH: "<1-99>"
COLOUR: "WORD"
//@ default tone high
//? tone  Tone
//? high  High
//? low   Low
tone: "tone" ("high" | "low")
//@ default ringer loud
//? ringer  Ringer
ringer: "ringer" volume
//? loud  Loud
volume: "loud"
//@ prints " echo  {WHERE}   again "
//? echo   Echo
//? again  Once more
echo: "echo" where "again" "again" "again"
//? NAME  A place
where: NAME
NAME: "WORD"
//? speed  Speed
//? fast   Fast
//? NAME   A name
speed: "speed" NAME ["fast"]
//? count   Count
//? COUNT   Of the router
//? BOUND   Of another command
//? PLAIN   Of nothing
count: "count" COUNT BOUND PLAIN
COUNT: "<1-platform-ports>"
BOUND: "<1-3x-max-groups>"
PLAIN: "<1-9>"
//@ secret word
//? login  Login
//? user   User
//? NAME   Name
login: "login" "user" NAME word
//? TYPE  Type
//? TEXT  Text
word: TYPE TEXT
TYPE: "<0-7>"
TEXT: "WORD"
"""


@pytest.fixture(scope="module")
def mode(tmp_path_factory: pytest.TempPathFactory) -> Mode:
    return global_language(tmp_path_factory.mktemp("grammars"), COMMANDS).mode("global")


def _command(mode: Mode, line: str) -> Command:
    command = match(mode, line)
    assert isinstance(command, Command)
    return command


def _form(mode: Mode, line: str) -> Form:
    return _command(mode, line).form


def test_a_directive_concerns_the_words_of_its_own_field(mode: Mode) -> None:
    form = _form(mode, "station 1 5001 north 3,4")
    assert form.unique_words == [("serial", 2)]
    assert [(kind, index, message) for kind, index, _, message in form.referring] == [
        ("site", 3, ""), ("site", 4, "no site {} for this")
    ]  # fmt: skip
    assert form.secret == frozenset()
    assert _form(mode, "login user a 0 b").secret == {3, 4}


def test_a_form_without_the_word_of_a_directive(mode: Mode) -> None:
    assert [index for _, index, _, _ in _form(mode, "station 1 5001 north").referring] == [3]


@pytest.mark.parametrize(
    ("line", "keys", "identity"),
    [
        ("station 3 5001 north", (1,), ("station", "3")),
        ("pair 1 02 red", (1, 2, 3), ("pair", "1", "2", "red")),
        ("tone high", (), ("tone",)),
    ],
)
def test_the_words_of_the_key_tell_entries_apart(mode: Mode, line: str, keys: tuple[int, ...], identity: tuple[str, ...]) -> None:
    command = _command(mode, line)
    assert command.form.has_key
    assert command.form.keys == keys
    assert command.form.identity(command.words) == identity


@pytest.mark.parametrize(
    ("line", "toggle"), [("ringer loud", True), ("tone high", False), ("speed a", False), ("speed a fast", False), ("end", True)]
)
def test_a_command_of_keywords_without_a_choice_is_a_toggle(mode: Mode, line: str, toggle: bool) -> None:
    assert _form(mode, line).toggle == toggle


def test_the_words_that_something_else_bounds(mode: Mode) -> None:
    assert _form(mode, "count 1 2 3").bounded == (BoundWord(1, "platform-ports", 1), BoundWord(2, "max-groups", 3))


def test_blanks_belong_to_the_words_that_the_printed_form_names(mode: Mode) -> None:
    assert _form(mode, "echo a again again again").blanks == ([" ", "  ", "   ", " ", " "], " ")
    assert _form(mode, "tone high").blanks is None


def test_the_fields_of_words_in_quotation_marks_and_of_a_part_of_several_words(mode: Mode) -> None:
    assert _command(mode, 'station 1 "a b" north').fields == {"tag": "1", "number": "a b", "place": "north"}
    assert _command(mode, 'echo "a b" again again again').fields == {"where": "a b", "name": "a b"}
    assert _command(mode, "pair 1 2 red").fields == {"ends": "1 2", "low": "1", "high": "2", "colour": "red"}


def test_the_actions_of_a_session_are_no_others(mode: Mode) -> None:
    assert _form(mode, "end").session
    assert not _form(mode, "tone high").session
