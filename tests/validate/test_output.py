"""What `iossim validate` prints and returns: the documented text and JSON, and its exit statuses."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from iossim.cli import main
from iossim.files.load import Loader
from iossim.validate import Diagnostic
from iossim.validate.checking import CheckedFile
from iossim.validate.counts import Counts
from iossim.validate.output import FORMATS
from iossim.validate.output.writer import Style
from tests.validate.support import written

CLEAN = "hostname a\nend\n"
WRONG = "telephony-service\n max-redirect 21\nend\n"
DOUBTFUL = "version 15.7\nhostname a\n"
UNKNOWN = "interface GigabitEthernet0/0\n unheard-of 1\nend\n"

FOUND = [
    Diagnostic("a.cfg", 3, 2, 7, "error", "invalid-input", "not so — “Jürgen”", "name Jürgen"),
    Diagnostic("a.cfg", 4, 1, 4, "info", "verbatim", "kept", "foo"),
]


FILE = CheckedFile("a.cfg", ["", "", " name Jürgen", "foo"], FOUND)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (("clean", CLEAN), ("wrong", WRONG), ("doubtful", DOUBTFUL), ("unknown", UNKNOWN)):
        (tmp_path / f"{name}.cfg").write_text(text)
    (tmp_path / "binary.cfg").write_bytes(b"\x00\x01\x02")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "status"),
    [
        (["clean.cfg"], 0),
        (["doubtful.cfg"], 0),
        (["unknown.cfg"], 0),
        (["wrong.cfg"], 1),
        (["clean.cfg", "wrong.cfg"], 1),
        (["none.cfg"], 2),
        (["binary.cfg"], 2),
        (["wrong.cfg", "none.cfg", "clean.cfg"], 2),
        (["."], 2),
    ],
)
@pytest.mark.parametrize("format_", FORMATS)
def test_the_exit_status(folder: Path, capsys: pytest.CaptureFixture[str], paths: list[str], status: int, format_: str) -> None:
    assert main(["validate", "--format", format_, *paths]) == status
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("error", [AssertionError("no mode\nrefuses it"), RecursionError("too deep")])
def test_a_failure_of_ours_is_status_2_and_a_diagnostic(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, error: Exception, format_: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Loader, "load", fail)
    assert main(["validate", "--format", format_, "clean.cfg"]) == 2
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "unchecked" in shown.out
    message = f"{type(error).__name__}: {' '.join(str(error).split())}"
    assert re.search(rf"could not be checked: iossim fails in test_output\.py:\d+: {message}", shown.out)


def test_output_that_cannot_be_written_is_status_2_and_one_line(folder: Path) -> None:
    command = [sys.executable, "-m", "iossim", "validate", "clean.cfg"]
    with Path(os.devnull).open("rb") as read_only:
        ended = subprocess.run(command, stdout=read_only, stderr=subprocess.PIPE, text=True)
    assert (ended.returncode, ended.stderr) == (2, "iossim: cannot read or write: Bad file descriptor\n")


def test_a_reader_that_has_gone_is_status_2_and_no_line(folder: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "iossim", "validate", "clean.cfg"]
    ended = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True)
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (2, "")


def test_a_file_name_that_is_no_text_is_written_with_an_escape(folder: Path) -> None:
    name = os.fsdecode(b"m\xfcller.cfg")
    (folder / name).write_text(WRONG)
    for format_ in FORMATS:
        command = [sys.executable, "-m", "iossim", "validate", "--format", format_, name]
        ended = subprocess.run(command, capture_output=True, text=True)
        assert (ended.returncode, ended.stderr) == (1, "")
        assert ("m%FCller.cfg" if format_ == "sarif" else r"m\udcfcller.cfg") in ended.stdout


@pytest.mark.parametrize(
    "arguments",
    [["validate", "--format", "xml", "clean.cfg"], ["validate", "--nonsense"], ["validate", "--watch", "-"], ["frobnicate"]],
)
def test_a_wrong_command_line_is_status_2_and_explained(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: iossim" in capsys.readouterr().err


def test_text_has_a_line_a_diagnostic_and_a_summary(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["validate", "--format", "concise", "wrong.cfg", "unknown.cfg"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("wrong.cfg:2:15: error: out-of-range ")
    assert lines[1] == "2 files, 6 lines: 1 error, 0 warnings, 1 line kept verbatim"
    main(["validate", "--format", "concise", "--verbose", "unknown.cfg"])
    assert capsys.readouterr().out.startswith("unknown.cfg:2:2: info: verbatim ")


def _json(capsys: pytest.CaptureFixture[str], *paths: str) -> dict[str, Any]:
    main(["validate", "--format", "json", *paths])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_shape_of_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "wrong.cfg", "unknown.cfg", "none.cfg")
    assert list(found) == ["version", "schema", "tool", "diagnostics", "summary"]
    assert found["summary"] == {"files": 3, "lines": 6, "errors": 2, "warnings": 0, "verbatim": 1}
    for diagnostic in found["diagnostics"]:
        assert list(diagnostic) == ["path", "line", "column", "end_column", "severity", "code", "message", "text", "url"]
        assert {name: type(value) for name, value in diagnostic.items()} == {
            "path": str, "line": int, "column": int, "end_column": int, "severity": str, "code": str, "message": str, "text": str,
            "url": str,
        }  # fmt: skip
        assert diagnostic["severity"] in ("error", "warning", "info")
        assert 1 <= diagnostic["column"] <= diagnostic["end_column"]
    first = found["diagnostics"][0]
    assert (first["path"], first["line"], first["column"], first["end_column"]) == ("wrong.cfg", 2, 15, 17)
    assert (first["code"], first["text"]) == ("out-of-range", "max-redirect 21")


def test_json_of_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "clean.cfg")
    assert found["diagnostics"] == []
    assert found["summary"] == {"files": 1, "lines": 2, "errors": 0, "warnings": 0, "verbatim": 0}


def test_json_counts_lines_from_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "wrong.cfg", "doubtful.cfg", "unknown.cfg")
    assert all(each["line"] >= 1 for each in found["diagnostics"])


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        (Counts(1, 1, 1, 1, 1), "1 file, 1 line: 1 error, 1 warning, 1 line kept verbatim"),
        (Counts(), "0 files, 0 lines: 0 errors, 0 warnings, 0 lines kept verbatim"),
        (Counts(2, 3, 4, 5, 6), "2 files, 3 lines: 4 errors, 5 warnings, 6 lines kept verbatim"),
    ],
)
def test_numbers_have_their_plural(counts: Counts, text: str) -> None:
    assert str(counts) == text


def test_what_is_written_is_readable_as_it_stands() -> None:
    text = written("json", FILE)
    assert "“Jürgen”" in text
    assert text.endswith("}\n")
    assert json.loads(text)["diagnostics"][0]["message"] == FOUND[0].message


def test_text_leaves_out_what_is_only_kept_unless_it_is_asked_for() -> None:
    brief, verbose = written("concise", FILE), written("concise", FILE, Style(verbose=True))
    assert brief.splitlines() == [str(FOUND[0]), "1 file, 4 lines: 1 error, 0 warnings, 1 line kept verbatim"]
    assert verbose.splitlines()[:2] == [str(each) for each in FOUND]
    assert written("concise", FILE, Style(quiet=True)).splitlines() == [str(FOUND[0])]


def test_other_commands_refuse_a_file_that_is_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ["request", "none.cfg", "-"],
        ["request", "binary.cfg", "-"],
        ["shell", "none.cfg"],
        ["request", "clean.cfg", "none.xml"],
    ):
        assert main(arguments) == 2
        shown = capsys.readouterr()
        assert shown.err.startswith("iossim: ")
        assert "Traceback" not in shown.err


def test_grammar_commands_return_a_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["grammar", "explain", "speed-dial 3 4100", "--mode", "ephone"]) == 0
    assert "rule speed_dial (ephone/buttons.lark:" in capsys.readouterr().out
    assert main(["grammar", "explain", "speed-dial 99 4100", "--mode", "ephone"]) == 1
    assert main(["grammar", "list", "ixi_transport"]) == 0
    assert "request outstanding" in capsys.readouterr().out
    assert main(["grammar", "list", "nowhere"]) == 2
    assert "no grammar file has a mode 'nowhere'" in capsys.readouterr().err
