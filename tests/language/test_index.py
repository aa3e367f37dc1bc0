"""The index of the grammars: equal to a reading of their texts, written where that is possible, never trusted when it is damaged."""

from __future__ import annotations

import json
import pickle
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from iossim.errors import GrammarError
from iossim.language import Command, Language, grammars, index, language, match
from iossim.language.index import FILE, Definer, GrammarIndex, Opener, make
from iossim.language.reading import read, sources
from iossim.language.rules import Rule
from iossim.language.space import Space
from tests.small_language import FILES, GLOBAL, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "grammars", FILES)


@pytest.fixture
def small_folder(tmp_path: Path) -> Path:
    """A folder with two name spaces that are read quickly."""
    return write(tmp_path / "few", {name: FILES[name] for name in ("every_mode", "chain", "telephony_service")})


@pytest.fixture
def no_lark(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes reading the grammars with Lark a failure of the test."""

    def refuse(folder: Path, hash_: str | None = None) -> bytes:
        raise AssertionError("the grammars are read although their index is valid")

    monkeypatch.setattr(index, "make", refuse)


def _rule(rule: Rule) -> tuple[Any, ...]:
    directives = [(name, list(words), line) for name, words, line in rule.directives]
    return rule.name, rule.file, rule.line, rule.body, rule.help, directives


def _space(space: Space) -> tuple[Any, ...]:
    """The contents of a space, in an order-preserving form that can be compared."""
    rules = [(name, _rule(rule)) for name, rule in space.rules.items()]
    terminals = [(name, notation.text) for name, notation in space.terminals.items()]
    return space.name, rules, terminals, dict(space.paths)


def _spaces(folder: Path) -> Iterator[tuple[Any, ...]]:
    spaces = GrammarIndex(folder)
    for name in sorted(set(spaces.modes.values())):
        yield _space(spaces.space(name))


def test_the_index_of_the_grammars_equals_a_fresh_reading() -> None:
    spaces = GrammarIndex(language().folder)
    for name, texts in sources(language().folder).items():
        space, mistakes = read(name, texts)
        assert mistakes == []
        assert _space(spaces.space(name)) == _space(space)


def test_the_index_knows_modes_definers_bounds_and_openers(folder: Path) -> None:
    spaces = GrammarIndex(folder)
    assert spaces.modes["ephone_dn_template"] == "ephone_dn"
    assert spaces.modes["line"] == "phone"
    assert spaces.definers == {
        "ephone-dn": [Definer("global", "ephone_dn", "tag", True)],
        "dn": [Definer("global", "dn", "tag", True)],
    }
    assert spaces.bounds == {"max-dn": Definer("telephony_service", "max_dn", "count", False)}
    assert spaces.openers["line"] == [Opener("phone", "line", "line")]
    assert set(spaces.openers) == set(spaces.modes) - {"global"}


#: Two forms of one command, with shared help: they define, bound and enter the same.
DOORS = """
//@ prompt (config)#
//# door  Door
mode_global: door__upper | door__lower
//@ key FLOOR ROOM; defines room ROOM; bounds rooms FLOOR; enters room
//? upper  Upper
//? FLOOR  Floor
//? ROOM   Room
door__upper: "door" "upper" FLOOR ROOM
//@ key ROOM; defines room ROOM; bounds rooms ROOM; enters room
//? lower  Lower
//? ROOM   Room
door__lower: "door" "lower" ROOM
FLOOR: "<1-9>"
ROOM: "<1-99>"

//@ prompt (config-room)#
mode_room: window
//? window  Window
window: "window"
"""


def test_the_forms_of_a_command_have_one_name_in_the_index(tmp_path: Path) -> None:
    spaces = GrammarIndex(write(tmp_path, {"global": DOORS}))
    assert spaces.definers == {"room": [Definer("global", "door", "room", False), Definer("global", "door", "room", True)]}
    assert spaces.bounds == {"rooms": Definer("global", "door", "floor", False)}
    assert spaces.openers == {"room": [Opener("global", "door", "door upper")]}
    assert spaces.prompts == {"global": "(config)#", "room": "(config-room)#"}
    assert spaces.beginnings == {"door": ["global"], "window": ["room"]}


def test_the_index_keeps_shared_help_and_makes_a_rule_once(tmp_path: Path) -> None:
    space = GrammarIndex(write(tmp_path, {"global": DOORS})).space("global")
    assert space.paths == {"mode_global": {"door": "Door"}}
    assert space.rules["window"] is space.rules["window"]
    assert len(space.rules) == len(list(space.rules)) == 5


def test_the_modes_of_a_space_share_its_rules(tmp_path: Path) -> None:
    doors = Language(write(tmp_path, {"global": DOORS}))
    assert doors.mode("global").space is doors.mode("room").space
    assert doors.mode("room") is doors.mode("room")
    assert doors.spaces == ["global"]


def test_the_index_is_written_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(_spaces(folder))
    written = (folder / FILE).stat()
    assert [path.name for path in folder.iterdir() if path.suffix != ".lark"] == [FILE]
    _refuse_writing(monkeypatch)
    assert list(_spaces(folder)) == before
    after = (folder / FILE).stat()
    assert (after.st_ino, after.st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


@pytest.mark.usefixtures("no_lark")
def test_a_valid_index_spares_reading_the_grammars(folder: Path) -> None:
    (folder / FILE).write_bytes(make(folder))
    assert isinstance(match(Language(folder).mode("ephone"), "button 1:1"), Command)


def test_a_language_from_the_index_reads_lines_as_a_fresh_one(folder: Path) -> None:
    for _ in range(2):
        outcome = match(Language(folder).mode("ephone_dn"), "park-slot directed timeout 5 limit 3")
        assert isinstance(outcome, Command)
        assert outcome.fields == {"reminder": "timeout 5 limit 3", "timeout": "5", "limit": "3"}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("phone", "Start anew", "Start again"),
        ("phone", '"<1-9>"', '"<1-8>"'),
        ("global", "//@ stored\n", ""),
        ("every_mode", "Leave", "Quit "),
        ("global", "// ---- Phones ----", "// ---- phones ----"),
    ],
)
def test_an_edited_text_makes_the_index_invalid(folder: Path, file: str, old: str, new: str) -> None:
    list(_spaces(folder))
    before = (folder / FILE).read_bytes()
    text = FILES[file].replace(old, new)
    assert text != FILES[file]
    write(folder, {file: text})
    after = list(_spaces(folder))
    assert (folder / FILE).read_bytes() == make(folder) != before
    assert after == [_space(read(name, texts)[0]) for name, texts in sorted(sources(folder).items())]


def test_a_new_a_renamed_and_a_removed_file_make_the_index_invalid(folder: Path) -> None:
    assert not Language(folder).has_mode("more")
    write(folder, {"area/more": '//@ prompt (config-more)#\nmode_more: level\nlevel: "level"'})
    assert Language(folder).has_mode("more")
    (folder / "area").rename(folder / "areas")
    assert Language(folder).mode("more").space.name == "areas"
    (folder / "areas" / "more.lark").unlink()
    assert not Language(folder).has_mode("more")


def test_no_cut_of_the_index_is_taken_for_the_whole(small_folder: Path) -> None:
    before = list(_spaces(small_folder))
    whole = (small_folder / FILE).read_bytes()
    ends = [at + 1 for at, byte in enumerate(whole) if byte == ord("\n")]
    for length in {*range(0, len(whole), 97), *ends[:-1], len(whole) - 1}:
        (small_folder / FILE).write_bytes(whole[:length])
        assert list(_spaces(small_folder)) == before
        assert (small_folder / FILE).read_bytes() == whole


def test_no_damaged_byte_of_the_index_is_used(small_folder: Path) -> None:
    before = list(_spaces(small_folder))
    whole = (small_folder / FILE).read_bytes()
    for at in range(0, len(whole), 31):
        (small_folder / FILE).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert list(_spaces(small_folder)) == before


class _Payload:
    """An object that runs code when it is unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        return pytest.fail, ("the index was unpickled",)


@pytest.mark.parametrize("damage", [b"", b"\n", b"{}", b"{}\n{}\n", b"garbage\n", pickle.dumps(_Payload()), b"\xff\xfe\x00"])
def test_a_file_that_is_no_index_is_replaced(folder: Path, damage: bytes) -> None:
    (folder / FILE).write_bytes(damage)
    assert isinstance(match(Language(folder).mode("ephone"), "button 1:1"), Command)
    assert (folder / FILE).read_bytes() == make(folder)


def test_the_index_is_nothing_but_lines_of_json(folder: Path) -> None:
    lines = make(folder).decode("utf-8").split("\n")
    assert lines.pop() == ""
    values = [json.loads(line) for line in lines]
    assert set(values[0]) == {"hash", "checksum"}
    assert len(values) == 2 + len(values[1]["spaces"])


def test_a_folder_in_the_place_of_the_index(folder: Path) -> None:
    (folder / FILE).mkdir()
    assert isinstance(match(Language(folder).mode("ephone"), "button 1:1"), Command)
    assert {path.name for path in folder.iterdir()} == {*[f"{name}.lark" for name in FILES], FILE}


def _refuse_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuses to make files, as a folder that may only be read does, also where the tests run as root."""

    def refuse(*args: object, **kwargs: object) -> tuple[int, str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)


def test_a_language_in_a_folder_that_may_only_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _refuse_writing(monkeypatch)
    folder.chmod(0o555)
    for _ in range(2):
        assert isinstance(match(Language(folder).mode("ephone"), "button 1:1"), Command)
    folder.chmod(0o755)
    assert not (folder / FILE).exists()


def test_a_full_disk_leaves_no_part_of_an_index(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert isinstance(match(Language(folder).mode("ephone"), "button 1:1"), Command)
    assert {path.suffix for path in folder.iterdir()} == {".lark"}


def test_a_grammar_with_a_mistake_has_no_index(folder: Path) -> None:
    write(folder, {"global": GLOBAL.replace("//@ stored", "//@ storred")})
    for _ in range(2):
        with pytest.raises(GrammarError, match="did you mean 'stored'"):
            Language(folder)
    assert not (folder / FILE).exists()


def test_a_mode_in_two_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GrammarError, match="mode a is also in a"):
        Language(write(tmp_path, {"a": 'mode_a: a\na: "a"', "b": 'mode_a: a\na: "a"'}))


def test_a_list_that_refers_to_itself_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GrammarError, match="_more refers to itself"):
        Language(write(tmp_path, {"a": 'mode_a: a | _more\n_more: _more | a\na: "a"'}))


def test_an_empty_folder_has_no_language(tmp_path: Path) -> None:
    with pytest.raises(GrammarError, match="there are no grammar files"):
        Language(tmp_path)


def test_modes_and_chains_of_a_language(folder: Path) -> None:
    small = Language(folder)
    assert [mode.name for mode in small.chain("line")] == ["line", "phone", "global"]
    with pytest.raises(GrammarError, match="no grammar file has a mode 'phne', did you mean 'phone'"):
        small.mode("phne")
    write(folder, {"phone": FILES["phone"].replace("(config-phone)#;", "(config-phone)#; parent line;")})
    with pytest.raises(GrammarError, match="mode line is its own parent") as caught:
        Language(folder).chain("line")
    assert caught.value.file == "phone.lark"
    assert FILES["phone"].split("\n")[caught.value.line - 1].startswith("mode_line:")


def test_a_mode_around_a_mode_may_be_in_a_circle(tmp_path: Path) -> None:
    modes = {"a": "b", "b": "c", "c": "b"}
    text = "".join(f"//@ parent {parent}\nmode_{name}: x\n" for name, parent in modes.items())
    with pytest.raises(GrammarError, match="mode b is its own parent"):
        Language(write(tmp_path, {"all": text + 'x: "x"'})).chain("a")


def test_the_facts_of_a_language(small_folder: Path) -> None:
    few = Language(small_folder)
    assert few.mode_names == ["chain", "telephony_service"]
    assert few.mode("chain") is few.mode("chain")
    assert (few.definers("dn"), few.openers("chain"), few.bound("max-ephones")) == ([], [], None)
    assert few.bound("max-dn") == Definer("telephony_service", "max_dn", "count", False)


def test_modes_are_named_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    few = Language(write(tmp_path, {"a": 'mode_z: x\nmode_b: x\nx: "x"', "c": 'mode_a: x\nx: "x"'}))
    assert (few.mode_names, few.spaces) == (["a", "b", "z"], ["a", "c"])


def test_the_grammars_stand_in_the_package_or_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammars, "__file__", str(tmp_path / "iossim" / "language" / "grammars.py"))
    (tmp_path / "iossim" / "grammars").mkdir(parents=True)
    (tmp_path / "grammars").mkdir()
    assert grammars.grammar_folder() == tmp_path / "iossim" / "grammars"
    (tmp_path / "iossim" / "grammars").rmdir()
    (tmp_path / "iossim" / "grammars").touch()
    assert grammars.grammar_folder() == tmp_path / "grammars"
    (tmp_path / "grammars").rmdir()
    with pytest.raises(GrammarError, match="the grammars are missing"):
        grammars.grammar_folder()
