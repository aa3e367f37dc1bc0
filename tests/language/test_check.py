"""`iossim grammar check`: every fault that GRAMMARS.md speaks of is found, with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.errors import GrammarError
from iossim.language import Language
from iossim.language.check import check
from tests.language.support import EVERY_MODE, FILES, write

HEAD = "//@ prompt (config)#\nmode_global: _every_mode | a{}\n"

#: What is wrong, the line of `global.lark` where it stands (0: no one line), and the commands of a mode that has the fault.
FAULTY = [
    ("'b' in a has no help line", 4, '//? a  A\na: "a" "b"'),
    ("'NUMBER' in a has no help line", 4, '//? a  A\na: "a" NUMBER\nNUMBER: "WORD"'),
    ("'x' in kind has no help line", 5, '//? a  A\na: "a" kind\nkind: "x"'),
    ("help for 'b', which is no word of a", 5, '//? a  A\n//? b  B\na: "a"'),
    ("enters an unknown mode 'b'", 3, '//@ enters b\n//? a  A\na: "a"'),
    ("key names an unknown field 'TAG'", 3, '//@ key TAG\n//? a  A\n//? NUMBER  N\na: "a" NUMBER\nNUMBER: "WORD"'),
    ("each-once names an unknown field 'word'", 3, '//@ each-once word\n//? a  A\na: "a"'),
    ("secret names an unknown field 'WORD'", 3, '//@ secret WORD hashed\n//? a  A\na: "a"'),
    ("`defines KIND FIELD` names no field of a", 3, '//@ defines dn TAG\n//? a  A\na: "a"'),
    ("`refers KIND FIELD` names no field of a", 3, '//@ refers dn\n//? a  A\na: "a"'),
    ("`unique KIND FIELD` names no field of a", 3, '//@ unique mac MAC\n//? a  A\na: "a"'),
    ("the default 'a 3' is no command of mode global", 3, '//@ default a 3\n//? a  A\na: "a"'),
    ("a privilege level is 0 to 15", 3, '//@ privilege 16\n//? a  A\na: "a"'),
    ("a privilege level is 0 to 15", 3, '//@ privilege high\n//? a  A\na: "a"'),
    ("support is modelled or accepted", 3, '//@ support maybe\n//? a  A\na: "a"'),
    ("unknown directive 'prompts'", 3, '//@ prompts x\n//? a  A\na: "a"'),
    ("unknown argument notation 'NUMMER'", 4, 'a: "a" N\nN: "NUMMER"'),
    ("argument NUMBER has no definition", 3, 'a: "a" NUMBER'),
]

#: The same, with a second command `b` beside `a`.
FAULTY_TOGETHER = [
    ("'a' after '' has several help texts", '//? a  One\na: "a"\n//? a  Two\n//? x  X\nb: "a" "x"'),
    ("'x' after 'a' has several help texts",
     '//? a  A\n//? x  One\n//? y  Y\na: "a" "x" "y"\n//? a  A\n//? x  Two\n//? z  Z\nb: "a" "x" "z"'),
    ("two arguments of equal rank: WORD, WORD",
     '//? a  A\n//? ONE  1\n//? x  X\na: "a" ONE "x"\n//? a  A\n//? TWO  2\n//? y  Y\nb: "a" TWO "y"\nONE: "WORD"\nTWO: "WORD"'),
    ("Reduce/Reduce collision",
     '//? a  A\n//? T  T\na: "a" T\n//? a  A\n//? T  T\nb: "a" T\nT: "WORD"'),
    ("Reduce/Reduce collision",
     '//? a  A\n//? x  X\n//? T  T\n//? f  F\na: "a" _opt{"x"} T "f"\n//? a  A\n//? y  Y\n//? T  T\n//? g  G\nb: "a" _opt{"y"} T "g"\n'
     '_opt{x}: x |\nT: "WORD"'),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def _faults(folder: Path, text: str) -> list[GrammarError]:
    return list(check(Language(write(folder / "grammars", {"every_mode": EVERY_MODE, "global": text}))))


def test_a_sound_grammar_has_no_fault(tmp_path: Path) -> None:
    assert list(check(Language(write(tmp_path / "grammars", FILES)))) == []


@pytest.mark.parametrize(("message", "line", "commands"), FAULTY)
def test_a_fault_is_found_where_it_stands(tmp_path: Path, message: str, line: int, commands: str) -> None:
    found = _faults(tmp_path, HEAD.format("") + commands)
    assert [(fault.message, fault.file) for fault in found] == [(found[0].message, "global.lark")]
    assert message in found[0].message
    assert found[0].line == line


@pytest.mark.parametrize(("message", "commands"), FAULTY_TOGETHER)
def test_two_commands_that_do_not_go_together(tmp_path: Path, message: str, commands: str) -> None:
    found = _faults(tmp_path, HEAD.format(" | b") + commands)
    assert any(message in fault.message and fault.file == "global.lark" for fault in found)


def test_a_rule_without_words_and_a_mode_of_no_rules(tmp_path: Path) -> None:
    assert "must be a choice of rules" in _faults(tmp_path, '//@ prompt (config)#\nmode_global: "a"')[0].message


def test_an_unknown_parent_is_found(tmp_path: Path) -> None:
    found = _faults(tmp_path, '//@ prompt (a)#; parent nowhere\nmode_a: a\n//? a  A\na: "a"')
    assert [fault.message for fault in found] == ["mode a has an unknown parent nowhere"]


def test_one_mode_in_two_files_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "grammars", {"a": 'mode_a: a\na: "a"', "b": 'mode_a: a\na: "a"'})
    with pytest.raises(GrammarError) as caught:
        Language(folder)
    assert (caught.value.message, caught.value.file) == ("mode a is also in a.lark", "b.lark")


def test_a_rule_body_that_lark_reads_otherwise_is_found(tmp_path: Path) -> None:
    commands = 'a: inner\n//? x  X\ninner: "x"\n%extend inner: "y"'
    assert any("Lark accepts" in fault.message for fault in _faults(tmp_path, HEAD.format("") + commands))


def test_a_faulty_file_does_not_hide_the_faults_of_another(tmp_path: Path) -> None:
    files = {**FILES, "broken": "mode_broken: x", "global": HEAD.format("") + 'a: "a"'}
    found = list(check(Language(write(tmp_path / "grammars", files))))
    assert {fault.file for fault in found} >= {"broken.lark", "global.lark"}
