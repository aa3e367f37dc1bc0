"""The cache of tables: in the user's own folder, never needed, never trusted when it is damaged."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from iossim.errors import GrammarError
from iossim.language import Command, Language, match, tables
from iossim.language.definition import read
from tests.language.support import EPHONE_DN, EVERY_MODE, small_language

TEXT = 'mode_a: a | b\na: "a" ["x"]\nb: "b" NUMBER+ "e"\nNUMBER: "<1-3>"'


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder / "iossim"


def _never_built(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(definition: object) -> tables.Tables:
        raise AssertionError("built, although it is in the cache")

    monkeypatch.setattr(tables, "build", build)


def test_rows_say_what_is_accepted_and_where_it_leads() -> None:
    built = tables.build(read("a.lark", TEXT))
    first = built.rows[built.starts["mode_a"]]
    assert set(first) == {built.keywords["a"], built.keywords["b"]}
    after_a = built.rows[first[built.keywords["a"]]]
    assert set(after_a) == {built.keywords["x"], tables.END}
    after_b = built.rows[first[built.keywords["b"]]]
    assert set(after_b) == {"NUMBER"}
    after_number = built.rows[after_b["NUMBER"]]
    assert set(after_number) == {"NUMBER", built.keywords["e"]}


def test_a_list_has_few_rows() -> None:
    built = tables.build(read("a.lark", TEXT))
    assert len(built.rows) < 12


def test_tables_are_kept_in_the_user_s_folder_and_read_from_there(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = tables.tables("a.lark", TEXT)
    assert [path.suffix for path in cache.iterdir()] == [".tables"]
    assert cache.stat().st_mode & 0o077 == 0
    _never_built(monkeypatch)
    again = tables.tables("a.lark", TEXT)
    assert (again.rows, again.starts, again.keywords) == (built.rows, built.starts, built.keywords)
    assert again.definition.rules == built.definition.rules


def test_another_text_is_another_entry(cache: Path) -> None:
    tables.tables("a.lark", TEXT)
    other = tables.tables("a.lark", TEXT.replace('"x"', '"y"'))
    assert "y" in other.keywords
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"garbage", b"N.", b"\x80\x05", pickle.dumps({"rows": []}), b"\x80\x05\x8e" + b"\xff" * 8])
def test_a_damaged_file_is_built_anew(cache: Path, damage: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    built = tables.tables("a.lark", TEXT)
    (kept,) = cache.iterdir()
    kept.write_bytes(damage)
    assert tables.tables("a.lark", TEXT).rows == built.rows
    _never_built(monkeypatch)
    assert tables.tables("a.lark", TEXT).rows == built.rows


def test_no_cut_of_a_kept_file_is_taken_for_the_whole(cache: Path) -> None:
    built = tables.tables("dn.lark", EPHONE_DN + EVERY_MODE)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    for length in range(0, len(whole), 499):
        kept.write_bytes(whole[:length])
        assert tables._load(kept) is None
    kept.write_bytes(whole)
    known = tables._load(kept)
    assert known is not None
    assert known.rows == built.rows


def test_the_language_works_where_the_cache_folder_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache").write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert tables.cache_file("a.lark", TEXT) is None
    assert isinstance(match(small_language(tmp_path / "grammars").mode("ephone"), "button 1:1"), Command)


def test_a_folder_that_may_not_be_written_is_not_used(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert tables.cache_file("a.lark", TEXT) is None
    assert tables.tables("a.lark", TEXT).starts


def test_a_cache_that_cannot_be_written_is_no_fault(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert tables.tables("a.lark", TEXT).starts


def test_a_user_without_a_home_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert tables.cache_file("a.lark", TEXT) is None


def test_a_faulty_grammar_is_never_kept(cache: Path) -> None:
    for _ in range(2):
        with pytest.raises(GrammarError):
            tables.tables("a.lark", "mode_a: b")
    assert not cache.exists() or not list(cache.iterdir())


def test_a_language_from_the_cache_reads_lines_as_the_built_one_does(cache: Path, tmp_path: Path) -> None:
    built = small_language(tmp_path / "grammars")
    line = "park-slot directed timeout 5 limit 3"
    before = match(built.mode("ephone_dn"), line)
    after = match(Language(tmp_path / "grammars").mode("ephone_dn"), line)
    assert isinstance(before, Command)
    assert isinstance(after, Command)
    assert (before.words, before.fields) == (after.words, after.fields)
