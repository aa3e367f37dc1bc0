"""Forms: the identity of an entry, the words that a directive is about, the printed form; and the defaults of a mode."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.language import Command, Form, Language, Mode, default_of, defaults_of, match
from tests.small_language import global_language

GRAMMAR = """
//@ prompt (config)#
mode_global: _every_mode | entry | entry_last | pair | member | tone | users | lamp | plain

//@ key TAG KIND; sorted-by TAG
//? entry  Entry
//? TAG    Its tag
//? kind   Kind of the entry
//? KIND   Word
//? TEXT   Text
entry: "entry" TAG "kind" KIND [TEXT]
TAG: "<1-9>"
KIND: "WORD"
TEXT: "LINE"
//@ key WORD; as-entered
//? last  Last
//? WORD  Word
entry_last: "last" WORD
WORD: "WORD"
//@ key FROM TO; unique number TO; refers place FROM; demands place TO "no place {TO} after {FROM}"
//? pair   Pair
//? FROM   First
//? to     Second
//? TO     Second
pair: "pair" FROM "to" TO
FROM: "WORD"
TO: "WORD"
//@ key BUTTON; merges BUTTON; prints "member  {BUTTON} "
//? member  Members
//? BUTTON  Button
member: "member" BUTTON+
BUTTON: "BUTTON"
//@ default tone low; prints "tone   {NOTE}  loud"; secret NOTE hashed
//? tone  Tone
//? loud  Loud
tone: "tone" note ["loud"]
//? low   Low
//? high  High
note: "low" | "high"
//? users  Users
//? COUNT  Number of users
//? of     Of phones
//? PHONES  Number of phones
users: "users" COUNT "of" PHONES
COUNT: "<1-3x-max-users>"
PHONES: "<1-platform-phones>"
//@ default lamp on
//? lamp  Lamp
//? on    On
//? off   Off
lamp: "lamp" ("on" | "off")
//@ default plain
//? plain  Plain
plain: "plain"
"""


@pytest.fixture(scope="module")
def mode(tmp_path_factory: pytest.TempPathFactory) -> Mode:
    return global_language(tmp_path_factory.mktemp("grammars"), GRAMMAR).mode("global")


def _command(mode: Mode, line: str) -> Command:
    command = match(mode, line)
    assert isinstance(command, Command)
    return command


def _form(mode: Mode, line: str) -> Form:
    return _command(mode, line).form


@pytest.mark.parametrize(
    ("line", "identity"),
    [
        ("entry 3 kind red", ("entry", "3", "red")),
        ("entry 3 kind red some text", ("entry", "3", "red")),
        ("last a", ("entry_last", "a")),
        ("pair a to b", ("pair", "a", "b")),
        ("member 2o3,4", ("member", "2")),
        ("member 2o3,4 5:1", ("member", "2")),
        ("tone high", ("tone",)),
        ("plain", ("plain",)),
    ],
)
def test_the_identity_of_an_entry(mode: Mode, line: str, identity: tuple[str, ...]) -> None:
    command = _command(mode, line)
    assert command.form.identity(command.words) == identity


@pytest.mark.parametrize(
    ("line", "words"), [("entry 3 kind red", 2), ("last a", 1), ("pair a to b", None), ("plain", None), ("member 1:1", None)]
)
def test_the_words_of_the_identity_that_decide_the_printed_order(mode: Mode, line: str, words: int | None) -> None:
    assert _form(mode, line).sorted_keys == words


@pytest.mark.parametrize(("line", "toggle"), [("plain", True), ("lamp on", False), ("tone low", False), ("last a", False)])
def test_a_toggle_is_a_command_of_keywords_without_a_choice(mode: Mode, line: str, toggle: bool) -> None:
    assert _form(mode, line).toggle == toggle


@pytest.mark.parametrize(
    ("line", "before", "after"),
    [
        ("member 1:1", [" ", "  "], " "),
        ("member 1:1 2:2", [" ", "  ", " "], " "),
        ("tone low", [" ", "   "], ""),
        ("tone low loud", [" ", "   ", "  "], ""),
    ],
)
def test_the_blanks_of_a_printed_form(mode: Mode, line: str, before: list[str], after: str) -> None:
    blanks = _form(mode, line).blanks
    assert blanks is not None
    assert blanks[0][1:] == before[1:]
    assert blanks[1] == after
    assert _form(mode, "plain").blanks is None


def test_the_words_that_directives_are_about(mode: Mode) -> None:
    pair = _form(mode, "pair a to b")
    assert pair.unique_words == [("number", 3)]
    assert [(kind, at, message) for kind, at, _, message in pair.referring] == [
        ("place", 1, ""), ("place", 3, "no place {} after {FROM}"),
    ]  # fmt: skip
    assert [tuple(word) for word in _form(mode, "users 3 of 2").bounded] == [(1, "max-users", 3), (3, "platform-phones", 1)]
    assert _form(mode, "tone low").secret == {1}
    assert _form(mode, "plain").bounded == ()


def test_keywords_and_fields_of_a_form(mode: Mode) -> None:
    command = _command(mode, "entry 3 kind red some text")
    assert command.form.literal == ("entry", "kind")
    assert command.fields == {"tag": "3", "kind": "red", "text": "some text"}
    assert command.form.has_key
    assert "low" not in repr(_command(mode, "tone low"))
    assert repr(_command(mode, "no plain")) == "Command(global: no plain)"


def test_the_defaults_of_a_mode(mode: Mode, small: Language) -> None:
    assert {identity: command.text for identity, command in defaults_of(mode).items()} == {
        ("tone",): "tone low", ("lamp",): "lamp on", ("plain",): "plain",
    }  # fmt: skip
    dn = small.mode("dn")
    order = default_of(dn, dn.rules["order"], ("order",))
    assert order is not None
    assert order.text == "order 0"
    assert default_of(dn, dn.rules["number"], ("number",)) is None
    assert default_of(dn, dn.rules["order"], ("huntstop",)) is None


def test_defaults_with_a_key(tmp_path: Path) -> None:
    text = (
        "//@ prompt (config)#\nmode_global: _every_mode | level\n"
        "//@ key TAG; default level 1 high; default level 2 low\n"
        '//? level  Level\n//? TAG    Tag\n//? high   High\n//? low    Low\nlevel: "level" TAG ("high" | "low")\nTAG: "<1-9>"'
    )
    mode = global_language(tmp_path, text).mode("global")
    assert [command.text for command in defaults_of(mode).values()] == ["level 1 high", "level 2 low"]
    second = default_of(mode, mode.rules["level"], ("level", "2"))
    assert second is not None
    assert second.text == "level 2 low"
    assert default_of(mode, mode.rules["level"], ("level", "3")) is None
