"""The command reference, drawn from a small grammar with one command of each kind."""

from __future__ import annotations

import pytest

from iossim.language import Command, Language, language, match
from iossim.language.negative import negative_form
from iossim.language.reference import Entry, entries

GRAMMAR = """// One command of each kind.
//@ prompt (config)#
mode_global: _every_mode | level | tone | speed | beep | wipe | track | pool | kind | id | chime | quiet | most | ring

//@ default level 3; since 4.0; removed 12.6; unconfirmed
//? level  Level of the sound
//? LEVEL  Number
level: "level" LEVEL
//@ prints "tone  {WHERE}"; conflicts beep; hidden
//? tone   Tone
tone: "tone" where
//? inside   Inside
//? outside  Outside
where: "inside" | "outside"
//@ key TAG; refers pool NAME; needs level
//? speed  Speed
//? TAG    Number
//? NAME   Name
//? label  Label
//? TEXT   Text
speed: "speed" TAG NAME ["label" TEXT]
//@ default beep; support modelled
//? beep  Beep
beep: "beep"
//@ no none
//? wipe  Wipe
wipe: "wipe"
//@ key TAG; no all
//? track  Track
//? TAG    Number
track: "track" TAG
//@ key TAG; enters pool; defines pool TAG
//? pool  Pool
//? TAG   Number
pool: "pool" TAG
//? kind  Kind
kind: "kind" sort
//@ alias sentinel first
//? first     The first of the kinds
//? sentinel  The first of the kinds
//? second    The second of the kinds
//? third     The third of the kinds
//? fourth    The fourth of the kinds
//? fifth     The fifth of the kinds
//? sixth     The sixth of the kinds
//? seventh   The seventh of the kinds
sort: "first" | "sentinel" | "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh"
//? id    Identity
//? mac   By address
//? ip    By IP address
//? NAME  Name
id: "id" "mac" NAME | "id" "ip" NAME
//@ demands pool NAME "no pool {NAME}"; secret NAME hashed; each-once NAME; says "chime {NAME}"
//? chime  Chime
//? NAME   Name
chime: "chime" NAME
//@ only-no; unique quiet TAG; privilege 3
//? quiet  Quiet
//? TAG    Number
quiet: "quiet" TAG
//@ bounds max-dn LEVEL; conflicts level tone; clears
//? max    Most
//? LEVEL  Number
most: "max" LEVEL
//@ action ring; block quit
//? ring   Ring
ring: "ring"
//@ prompt (config-pool)#
mode_pool: _every_mode | level
LEVEL: "<1-5>"
TAG: "<1-max-dn>"
NAME: "WORD(8)"
TEXT: "LINE"
"""


@pytest.fixture(scope="module")
def grammars(tmp_path_factory: pytest.TempPathFactory) -> Language:
    folder = tmp_path_factory.mktemp("grammars")
    (folder / "global.lark").write_text(GRAMMAR, encoding="utf-8")
    (folder / "every_mode.lark").write_bytes((language().folder / "every_mode.lark").read_bytes())
    return Language(folder)


@pytest.fixture
def drawn(grammars: Language) -> dict[str, Entry]:
    return {entry.name: entry for entry in entries(grammars.mode("global"))}


def test_the_commands_of_every_mode_are_left_out(drawn: dict[str, Entry]) -> None:
    assert list(drawn) == [
        "level",
        "tone",
        "speed",
        "beep",
        "wipe",
        "track",
        "pool",
        "kind",
        "id",
        "chime",
        "quiet",
        "most",
        "ring",
    ]


def test_syntax_and_words(drawn: dict[str, Entry]) -> None:
    entry = drawn["speed"]
    assert entry.syntax == ["speed <1-max-dn> WORD [label LINE]"]
    assert [(word.shown, word.field, word.help) for word in entry.words] == [
        ("speed", "", "Speed"),
        ("<1-max-dn>", "tag", "Number"),
        ("WORD", "name", "Name"),
        ("label", "", "Label"),
        ("LINE", "text", "Text"),
    ]
    assert entry.words[2].remark == "at most 8 characters"


def test_each_alternative_is_a_form_of_its_own(drawn: dict[str, Entry]) -> None:
    assert drawn["id"].syntax == ["id mac WORD", "id ip WORD"]
    assert [word.shown for word in drawn["id"].words] == ["id", "mac", "WORD", "ip"]


def test_a_long_list_has_a_name(drawn: dict[str, Entry]) -> None:
    entry = drawn["kind"]
    assert entry.syntax == ["kind SORT"]
    assert [word.shown for word in entry.words] == ["kind"]
    syntax, words = entry.lists["SORT"]
    assert syntax == "first | sentinel | second | third | fourth | fifth | sixth | seventh"
    assert words[1].remark == "stored as `first`"


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("level", "Default: `level 3`."),
        ("level", "Negative form `no level`."),
        ("level", "Since CME 4.0."),
        ("level", "Removed with CME 12.6; still accepted."),
        ("level", "Unconfirmed."),
        ("level", "Accepted and printed back."),
        ("tone", "Printed as `tone  {WHERE}`."),
        ("tone", "Takes the place of `beep`."),
        ("tone", "Not shown by `?`."),
        ("speed", "One for each *tag*."),
        ("speed", "Negative form `no speed <1-max-dn>`."),
        ("speed", "*name* names a pool; validation reports where there is none."),
        ("speed", "Needs `level`."),
        ("beep", "Negative form `no beep`, kept and printed."),
        ("beep", "Modelled."),
        ("wipe", "No negative form."),
        ("track", "Negative form `no track <1-max-dn>`; `no track` for all."),
        ("pool", "Defines pool *tag*."),
        ("id", "Negative form `no id`."),
        ("chime", "*name* names a pool; refused where there is none: `no pool {NAME}`."),
        ("chime", "*name* is secret, and stored hashed."),
        ("chime", "Each *name* only once."),
        ("chime", "Prints `chime {NAME}`."),
        ("quiet", "Exists in its negative form only."),
        ("quiet", "*tag* is unique."),
        ("quiet", "Privilege level 3."),
        ("most", "*level* is the upper end of `<1-max-dn>`."),
        ("most", "Takes the place of `level`, `tone`."),
        ("most", "`no` removes these, too."),
        ("ring", "Acts, and is not stored."),
        ("ring", "The lines up to `quit` belong to it."),
    ],
)
def test_notes(drawn: dict[str, Entry], name: str, note: str) -> None:
    assert note in drawn[name].notes


def test_the_mode_that_a_command_opens(drawn: dict[str, Entry]) -> None:
    assert drawn["pool"].enters == "pool"
    assert drawn["level"].enters == ""


def test_negative_forms_of_the_language_that_are_keywords_are_accepted() -> None:
    mode = language().mode("telephony_service")
    for rule in mode.commands:
        text = negative_form(mode, rule).partition("`")[2].partition("`")[0]
        if text and not set("<[{") & set(text) and not any(word.isupper() for word in text.split()):
            assert isinstance(match(mode, text), Command), text
