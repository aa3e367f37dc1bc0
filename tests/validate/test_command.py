"""The options of `iossim validate` about its output, and the order in which things are written."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from iossim.cli import main
from iossim.validate import Settings, checking
from iossim.validate.checking import CheckedFile
from iossim.validate.output import FORMATS
from iossim.validate.progress import ProgressBar
from iossim.validate.sources import ConfigurationFile
from iossim.validate.watching import watch

WRONG = "telephony-service\n max-redirect 21\n max-redirect 22\n max-dn x\nend\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.cfg").write_text(WRONG)
    (tmp_path / "clean.cfg").write_text("interface GigabitEthernet0/0\n unheard-of 1\nend\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


STREAMING = ("full", "concise", "json-lines", "github")


@pytest.mark.parametrize("format_", STREAMING)
def test_the_findings_of_a_file_are_written_before_the_next_one_is_checked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], format_: str
) -> None:
    check, written = checking.check_file, []

    def checked(file: ConfigurationFile, settings: Settings) -> CheckedFile:
        written.append(capsys.readouterr().out)
        return check(file, settings)

    monkeypatch.setattr(checking, "check_file", checked)
    assert main(["validate", "--format", format_, "a.cfg", "b.cfg", "c.cfg"]) == 1
    before = [name in text for text, name in zip(written, ("none", "a.cfg", "b.cfg"), strict=True)]
    assert before == [False, True, True]
    assert "c.cfg" in capsys.readouterr().out


def test_quiet_leaves_the_summary_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for format_ in ("full", "concise"):
        assert main(["validate", "--quiet", "--format", format_, "a.cfg"]) == 1
        out = capsys.readouterr().out
        assert "max-redirect" in out or "out-of-range" in out
        assert "1 file" not in out
    assert main(["validate", "--quiet", "clean.cfg"]) == 0
    assert capsys.readouterr().out == ""


def test_statistics_count_codes_the_most_frequent_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--statistics", "a.cfg", "b.cfg", "clean.cfg"]) == 1
    out = capsys.readouterr().out
    assert out == "4  out-of-range\n2  wrong-value\n3 files, 13 lines: 6 errors, 0 warnings, 1 line kept verbatim\n"
    main(["validate", "--statistics", "--verbose", "clean.cfg"])
    assert capsys.readouterr().out.startswith("1  verbatim\n")


@pytest.mark.parametrize("format_", FORMATS)
def test_an_output_file_has_what_would_be_printed(folder: Path, capsys: pytest.CaptureFixture[str], format_: str) -> None:
    main(["validate", "--format", format_, "a.cfg"])
    printed = capsys.readouterr().out
    assert main(["validate", "--format", format_, "--output-file", "out.txt", "a.cfg"]) == 1
    assert capsys.readouterr().out == ""
    assert (folder / "out.txt").read_text(encoding="utf-8") == printed


def test_an_output_file_that_cannot_be_written_is_status_2(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--output-file", "none/out.txt", "a.cfg"]) == 2
    assert "none/out.txt: No such file or directory" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="2026-11-29: /dev/full is one of Linux")
def test_a_full_disk_is_status_2(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--output-file", "/dev/full", "a.cfg"]) == 2
    assert "No space left on device" in capsys.readouterr().err


def test_standard_input_has_a_name_and_its_settings(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "lab").mkdir()
    (folder / "lab" / "iossim.toml").write_text('ignore = ["wrong-value"]\n')
    for name, count in (("<stdin>", 3), ("lab/x.cfg", 2)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
        main(["validate", "--format", "json", *([] if name == "<stdin>" else ["--stdin-filename", name]), "-"])
        found = json.loads(capsys.readouterr().out)["diagnostics"]
        assert {each["path"] for each in found} == {name}
        assert len(found) == count


def test_files_are_shown_and_not_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--show-files", ".", "none.cfg"]) == 0
    assert capsys.readouterr().out == "a.cfg\nb.cfg\nc.cfg\nclean.cfg\nnone.cfg\n"
    (folder / "empty").mkdir()
    assert main(["validate", "--show-files", "empty"]) == 2


def test_watch_checks_at_once_and_after_every_change(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checks: list[int] = []

    def check() -> int:
        checks.append(len(checks))
        return len(checks)

    assert watch(["a.cfg"], check, iter(["changed", "changed"])) == 3
    assert checks == [0, 1, 2]
    assert capsys.readouterr().err.count("Waiting for a change") == 3


def test_watch_ends_with_the_last_status(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import watchfiles

    def changes(*paths: Path, **_: object) -> Iterator[set[str]]:
        assert paths == (Path(),)
        (folder / "a.cfg").write_text("end\n")
        yield {"a.cfg"}
        raise KeyboardInterrupt

    monkeypatch.setattr(watchfiles, "watch", changes)
    assert main(["validate", "--watch", "a.cfg"]) == 0
    assert capsys.readouterr().out.count("1 file, ") == 2


def test_a_bar_appears_only_after_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter([0.0, 0.5, 2.0, 3.0, 4.0])
    bar = ProgressBar(4, clock=lambda: next(now))
    files = [CheckedFile(str(number), []) for number in range(4)]
    shown = [(file.path, bar._progress is not None) for file in bar.over(files)]
    assert shown == [("0", False), ("1", False), ("2", True), ("3", True)]


def test_a_bar_is_gone_after_a_failure() -> None:
    def fail() -> Iterator[CheckedFile]:
        yield CheckedFile("a", [])
        raise OSError

    bar = ProgressBar(3, clock=iter([0.0, 9.0, 9.0, 9.0]).__next__)
    with pytest.raises(OSError):  # noqa: PT011 (it has no text)
        list(bar.over(fail()))
    assert bar._progress is not None
    assert not bar._progress.live.is_started


def test_without_a_terminal_there_is_no_bar(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "."]) == 1
    assert capsys.readouterr().err == ""


def test_the_help_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["validate", "--help"])
    assert ", ".join(FORMATS) in " ".join(capsys.readouterr().out.split())
