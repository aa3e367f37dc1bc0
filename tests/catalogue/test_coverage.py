"""The measures themselves: each finds its fault in a small grammar, and nothing in one without faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.language import Language, language
from tests.catalogue.coverage import measure
from tests.catalogue.effects import ACTION, NO_NONE, ON_BY_DEFAULT
from tests.catalogue.entries import Entry
from tests.catalogue.results import HIDDEN

GRAMMAR = """// A mode with one command of each kind.
//@ prompt (config)#
mode_global: _every_mode | level | tone | speed | tags | beep | restart | pool | odd | wipe | hold | hold_music
//@ prompt (config-pool)#
mode_pool: _every_mode | beep

//? level  Level
//? LEVEL  Number
level: "level" LEVEL
//@ prints "tone  {WHERE}"
//? tone   Tone
tone: "tone" where
//? inside   Inside
//? outside  Outside
where: "inside" | "outside"
//@ key TAG
//? speed  Speed
//? TAG    Number
//? NAME   Name
//? label  Label
//? TEXT   Text
speed: "speed" TAG NAME ["label" TEXT]
//? tags  Tags
//? LIST  Tags
tags: "tags" LIST
//@ default beep
//? beep  Beep
beep: "beep"
//@ action restart
//? restart  Restart
restart: "restart"
//@ key TAG; enters pool
//? pool  Pool
//? TAG   Number
pool: "pool" TAG
//@ hidden
//? odd  Odd
odd: "odd"
//@ no none
//? wipe  Wipe
wipe: "wipe"
//? hold  Hold
hold: "hold"
//? hold   Hold
//? music  Music
hold_music: "hold" "music"
LEVEL: "<1-5>"
TAG: "<1-9>"
NAME: "WORD"
TEXT: "LINE"
LIST: "TAGS"
"""


@pytest.fixture
def grammars(tmp_path: Path) -> Language:
    (tmp_path / "global.lark").write_text(GRAMMAR, encoding="utf-8")
    (tmp_path / "every_mode.lark").write_bytes((language().folder / "every_mode.lark").read_bytes())
    return Language(tmp_path)


def entry(syntax: str, no: str = "", enters: str = "", examples: str = "", running: str = "", mode: str = "global") -> Entry:
    tried, printed = (tuple(filter(None, text.split("|"))) for text in (examples, running))
    return Entry(syntax, mode, syntax, no, enters, tried, printed, "test.yaml")


GOOD = [
    entry("level <1-5>", "level", examples=" level 3"),
    entry("tone {inside | outside}", "tone", running=" tone  inside"),
    entry("speed <1-9> WORD [label LINE]", "speed <1-9>", examples="speed 1 5001 label a b", running=" speed 1 5001 label a b"),
    entry("tags <1-9>[,<1-9>...]", "tags"),
    entry("beep", "beep", running=" no beep"),
    entry("restart"),
    entry("pool <1-9>", "pool <1-9>", "pool", "pool 1|no beep"),
    entry("odd", "odd"),
    entry("wipe"),
    entry("hold", "hold"),
    entry("hold music", "hold music"),
    entry("beep", "beep", mode="pool"),
]  # fmt: skip


def test_a_grammar_without_faults(grammars: Language) -> None:
    result = measure(grammars, GOOD)
    assert [(point.line, point.problem) for point in result.points if point.entry.command != "tags <1-9>[,<1-9>...]"] == []
    assert {kind: [each.command for each in found] for kind, found in result.listed.items()} == {
        ACTION: ["restart"],
        ON_BY_DEFAULT: ["beep", "beep"],
        HIDDEN: ["odd"],
        NO_NONE: ["wipe"],
    }
    assert not result.faults


@pytest.mark.parametrize(
    ("wrong", "measured", "line"),
    [
        (entry("volume <1-5>"), "command", "volume 1"),
        (entry("pool <1-9>", enters="elsewhere"), "command", "pool 1"),
        (entry("level <1-5>", examples="level 3|level 6"), "examples", "level 6"),
        (entry("level <1-5> [loud]"), "syntax", "level 1 loud"),
        (entry("level <1-6>"), "ranges", "level 6"),
        (entry("level <1-4>"), "ranges", "level 5"),
        (entry("level <2-5>"), "ranges", "level 1"),
        (entry("tags <1-9>"), "ranges", "tags 10"),
        (entry("tone {inside | Outside}"), "keywords", "tone Outside"),
        (entry("tone {inside | above}"), "keywords", "tone above"),
        (entry("level <1-5>", "level <1-6>[x]"), "no", "no level 1 x"),
        (entry("speed <1-9> WORD", "speed"), "no", "no speed"),
        (entry("hold music", "hold"), "undo", "hold music / no hold"),
        (entry("wipe", "wipe"), "undo", "no wipe"),
        (entry("tone {inside | outside}", running=" tone inside"), "printed", "tone inside"),
        (entry("level <1-5>", running=" level 3 "), "printed", "level 3 "),
    ],
)
def test_each_fault_is_found(grammars: Language, wrong: Entry, measured: str, line: str) -> None:
    assert (measured, line) in [(point.measure, point.line) for point in measure(grammars, [wrong]).points]


def test_a_value_beside_a_range_is_not_tried(grammars: Language) -> None:
    lines = [entry("level {<2-4> | WORD}"), entry("tags <1-5>"), entry("tags <6-9>")]
    tried = measure(grammars, lines)
    assert not [point for point in tried.points if point.line in ("level 1", "level 5", "tags 6", "tags 5")]


def test_a_mode_that_is_missing(grammars: Language) -> None:
    result = measure(grammars, [entry("beep", mode="absent")])
    assert result.faults == {"absent": "no such mode"}
    assert [point.measure for point in result.points] == ["command"]
