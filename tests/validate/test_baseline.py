"""A baseline hides the findings that are known, wherever their lines move, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iossim.cli import main

WRONG = "telephony-service\n max-redirect 21\n xml user a password s3cr3tw0rd 99\nend\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.cfg").write_text(WRONG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _new(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The findings, by line and code, that a check with the baseline reports."""
    main(["validate", "--format", "concise", "--quiet", *arguments, "sub"])
    return [f"{line.split(':')[1]} {line.split(' ')[2]}" for line in capsys.readouterr().out.splitlines()]


def _written(folder: Path, capsys: pytest.CaptureFixture[str], name: str = "known.json") -> Path:
    assert main(["validate", "--write-baseline", name, "sub"]) == 0
    assert capsys.readouterr().out == f"2 findings written to {name}\n"
    return folder / name


def test_known_findings_are_not_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _new(capsys) == ["2 out-of-range", "3 out-of-range"]
    _written(folder, capsys)
    assert _new(capsys, "--baseline", "known.json") == []
    assert main(["validate", "--baseline", "known.json", "sub"]) == 0


def test_lines_may_move_and_their_indentation_change(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _written(folder, capsys)
    moved = "hostname a\n!\n" + WRONG.replace(" max-redirect 21", "   max-redirect   21").replace("end\n", "!\n! more\nend\n")
    (folder / "sub" / "a.cfg").write_text(moved)
    assert _new(capsys, "--baseline", "known.json") == []


def test_a_new_finding_is_reported_even_beside_an_equal_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _written(folder, capsys)
    (folder / "sub" / "a.cfg").write_text(WRONG.replace("end\n", " max-redirect 21\n max-redirect 22\nend\n"))
    assert _new(capsys, "--baseline", "known.json") == ["4 out-of-range", "5 out-of-range"]
    (folder / "sub" / "b.cfg").write_text(WRONG)
    assert len(_new(capsys, "--baseline", "known.json")) == 4


def test_a_baseline_may_be_named_in_the_settings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _written(folder, capsys)
    (folder / "iossim.toml").write_text('baseline = "known.json"\n')
    assert _new(capsys) == []


def test_paths_are_relative_to_the_baseline(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _written(folder, capsys, "sub/known.json")
    assert list(json.loads(file.read_text())["findings"]) == ["a.cfg"]
    monkeypatch.chdir(folder / "sub")
    main(["validate", "--format", "concise", "--quiet", "--baseline", "known.json", "a.cfg"])
    assert capsys.readouterr().out == ""


def test_it_holds_no_secret(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "s3cr3tw0rd" not in _written(folder, capsys).read_text()


@pytest.mark.parametrize("text", [None, "", "[]", '{"version": 1}', '{"version": 9, "findings": {}}'])
def test_a_file_that_is_no_baseline_is_status_2(folder: Path, capsys: pytest.CaptureFixture[str], text: str | None) -> None:
    if text is not None:
        (folder / "known.json").write_text(text)
    assert main(["validate", "--baseline", "known.json", "sub"]) == 2
    assert "known.json" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_never_known(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--write-baseline", "known.json", "none.cfg"]) == 2
    assert main(["validate", "--baseline", "known.json", "none.cfg"]) == 2
