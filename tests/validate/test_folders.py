"""The files of a folder: what is left out, and what a path without a file gives."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from iossim.cli import main
from iossim.validate.sources import find_files

TREE = [
    ".git/info/exclude", ".gitignore", "a.cfg", "b.log", "build/c.cfg", "deep/.gitignore", "deep/d.cfg", "deep/e.cfg", "deep/keep.cfg",
    "node_modules/f.cfg", "venv/pyvenv.cfg", "venv/lib/g.txt", ".hidden/h.cfg", "private.cfg", "old/i.cfg", "old/deep/j.cfg",
]  # fmt: skip


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in TREE:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("end\n")
    (tmp_path / ".git" / "info" / "exclude").write_text("private.cfg\n")
    (tmp_path / ".gitignore").write_text("# comment\nbuild/\nkeep.cfg\n/old/deep\n")
    (tmp_path / "deep" / ".gitignore").write_text("d.cfg\n!keep.cfg\n")
    return tmp_path


def _names(folder: Path, *paths: str) -> list[str]:
    return [Path(file.path).relative_to(folder).as_posix() for file in find_files([folder / path for path in paths or ("",)])]


def test_hidden_foreign_and_ignored_files_are_left_out(tree: Path) -> None:
    assert _names(tree) == ["a.cfg", "deep/e.cfg", "deep/keep.cfg", "old/i.cfg"]


def test_a_folder_inside_a_repository_knows_what_is_ignored_above(tree: Path) -> None:
    assert _names(tree, "deep", "old") == ["deep/e.cfg", "deep/keep.cfg", "old/i.cfg"]


def test_git_agrees(tree: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tree)], check=True)
    (tree / ".git" / "info" / "exclude").write_text("private.cfg\n")
    listed = subprocess.run(
        ["git", "-C", str(tree), "ls-files", "--others", "--exclude-standard"], check=True, capture_output=True, text=True
    ).stdout.split()
    foreign = ("node_modules", "venv", ".")
    assert _names(tree) == sorted(name for name in listed if name.endswith(".cfg") and not name.startswith(foreign))


def test_a_file_that_is_named_is_checked_all_the_same(tree: Path) -> None:
    names = ["private.cfg", "build/c.cfg", ".hidden/h.cfg", "node_modules/f.cfg"]
    assert _names(tree, *names) == names


def test_settings_leave_files_out(tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "iossim.toml").write_text('exclude = ["deep/e.cfg", "old/"]\n')
    monkeypatch.chdir(tree)
    assert main(["validate", "--show-files", "."]) == 0
    assert capsys.readouterr().out == "a.cfg\ndeep/keep.cfg\n"


@pytest.mark.parametrize("path", ["absent.cfg", "nothing", ""])
def test_a_path_without_files_is_status_2_and_a_message(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    (tree / "nothing").mkdir()
    monkeypatch.chdir(tree)
    assert main(["validate", "a.cfg", path]) == 2
    assert "error[unreadable]" in capsys.readouterr().out


def test_names_are_escaped(tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "a\n::error::\x1b.cfg").write_text("end\n")
    monkeypatch.chdir(tree)
    assert main(["validate", "--show-files", "a\n::error::\x1b.cfg"]) == 0
    assert capsys.readouterr().out == "a\\u000a::error::\\u001b.cfg\n"
