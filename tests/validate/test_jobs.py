"""Files that several processes check: the same results in the same order, whatever happens to a process."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from iossim.cli import main
from iossim.errors import ConfigurationError
from iossim.validate import Settings, checking, jobs, processes
from iossim.validate.batches import MOST_CHARACTERS, MOST_FILES, UNDER_WAY, Batch, Findings, check_batch, checked_by
from iossim.validate.checking import CheckedFile, checked_files
from iossim.validate.processes import Processes
from iossim.validate.sources import ConfigurationFile, FoundFile
from tests.support import copy_folder
from tests.validate import deadly

SAMPLES = Path(__file__).resolve().parents[2] / "sample-configs"
WRONG = "telephony-service\n max-redirect 21\nend\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Many small files, each with another fault."""
    for number in range(40):
        (tmp_path / f"r{number:02}.cfg").write_text(f"hostname R{number}\ntelephony-service\n max-redirect {21 + number}\nend\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Desk:
    """Workers that check at once, in this process, and note what they are given."""

    def __init__(self, count: int = 1) -> None:
        self.count = count
        self.batches: list[Batch] = []

    def submit(self, batch: Batch) -> Done:
        self.batches.append(batch)
        return Done(check_batch(batch))

    submit_alone = submit


class Done:
    def __init__(self, findings: list[Findings]) -> None:
        self._findings = findings

    def result(self) -> list[Findings]:
        return self._findings


def plain(_: str) -> Settings:
    return Settings()


def found(folder: Path) -> list[FoundFile]:
    return [FoundFile(str(path)) for path in sorted(folder.glob("*.cfg"))]


def values(files: list[CheckedFile]) -> list[object]:
    return [(file.path, file.lines, file.diagnostics, [each.fix for each in file.diagnostics], file.allowed) for file in files]


@pytest.mark.parametrize("format_", ["full", "json"])
def test_the_output_is_that_of_one_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], format_: str
) -> None:
    copy_folder(SAMPLES, tmp_path / "configs")
    monkeypatch.chdir(tmp_path)
    Path("binary.cfg").write_bytes(b"\0\1\2")
    Path("latin.cfg").write_bytes("hostname a\ninterface Gi0/0\n description caf\xe9\nend\n".encode("latin-1"))
    Path("allowed.cfg").write_text("telephony-service\n max-redirect 21 ! iossim: allow out-of-range a laboratory\nend\n")
    Path("configs", "iossim.toml").write_text('ignore = ["unknown-command"]\n')
    outputs = []
    for number in (1, 3):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
        paths = ["configs", "none.cfg", "binary.cfg", "latin.cfg", "-", "allowed.cfg"]
        status = main(["validate", "--verbose", "--format", format_, "--jobs", str(number), *paths])
        outputs.append((status, capsys.readouterr()))
    assert outputs[0] == outputs[1]
    assert outputs[0][0] == 2
    assert "none.cfg" in outputs[0][1].out


def test_what_comes_back_is_all_that_a_check_gives(folder: Path) -> None:
    shutil.copy(SAMPLES / "faulty" / "small-office.cfg", folder / "small-office.cfg")
    (folder / "allowed.cfg").write_text("telephony-service\n max-redirect 21 ! iossim: allow out-of-range a laboratory\nend\n")
    files = found(folder)
    assert values(list(checked_by(Desk(), files, plain))) == values(list(checked_files(files, plain)))


def test_a_batch_has_so_many_files_or_characters(folder: Path) -> None:
    (folder / "r03.cfg").write_text("! a comment\n" * (MOST_CHARACTERS // 12))
    desk = Desk()
    assert len(list(checked_by(desk, found(folder), plain))) == 40
    assert [len(batch) for batch in desk.batches] == [4, *[MOST_FILES] * 4, 4]


def test_only_so_many_files_are_in_memory(tmp_path: Path) -> None:
    read: list[str] = []

    def files() -> Iterator[FoundFile]:
        for number in range(10_000):
            read.append(str(number))
            yield FoundFile(str(tmp_path / f"{number}.cfg"))

    checked = checked_by(Desk(2), files(), plain)
    for number in range(1_000):
        assert next(checked).path.endswith(f"{os.sep}{number}.cfg")
        assert len(read) - number <= (2 * UNDER_WAY + 1) * MOST_FILES
    assert len(read) > 1_000 + UNDER_WAY * MOST_FILES  # several batches are under way


def test_findings_are_written_while_later_files_are_not_yet_read(folder: Path) -> None:
    files = iter([*found(folder), *[FoundFile("none.cfg")] * 1_000])
    assert next(checked_by(Desk(), files, plain)).path.endswith("r00.cfg")
    assert sum(1 for _ in files) > 900


def test_settings_that_are_wrong_come_after_the_files_before_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "r00.cfg").unlink()  # the last batch before the folder is not full
    (folder / "s").mkdir()
    (folder / "s" / "a.cfg").write_text(WRONG)
    (folder / "s" / "iossim.toml").write_text("strict = 1\n")
    outputs = []
    for number in ("1", "2"):
        assert main(["validate", "--format", "concise", "--jobs", number, "."]) == 2
        outputs.append(capsys.readouterr())
    assert outputs[0] == outputs[1]
    assert "r39.cfg" in outputs[0].out
    assert "strict" in outputs[0].err


@pytest.mark.parametrize("check", [deadly.dies_of_a_name, deadly.returns_nothing_that_travels])
def test_a_file_that_ends_its_process_harms_no_other(folder: Path, check: Callable[[Batch], list[Findings]]) -> None:
    files = found(folder)
    expected = values(list(checked_files(files, plain)))
    for name in ("r05", "r21"):
        (folder / f"{name}.cfg").rename(folder / f"{name}-deadly.cfg")
    files = found(folder)
    with Processes(2, check) as workers:
        checked = list(checked_by(workers, files, plain))
    assert [file.path for file in checked] == [file.path for file in files]
    bad = [file for file in checked if "deadly" in file.path]
    assert [each.code for file in bad for each in file.diagnostics] == ["unchecked", "unchecked"]
    assert "could not be checked: the process that checks it fails" in bad[0].diagnostics[0].message
    sound = values([file for file in checked if "deadly" not in file.path])
    assert sound == [each for index, each in enumerate(expected) if index not in (5, 21)]


def test_a_process_that_ends_once_costs_nothing(folder: Path) -> None:
    (folder / "r05.cfg").rename(folder / "r05-deadly.cfg")
    files = found(folder)
    with Processes(2, deadly.dies_once) as workers:
        checked = list(checked_by(workers, files, plain))
    assert (folder / "died").exists()
    assert values(checked) == values(list(checked_files(files, plain)))


def _failing(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    check = checking.check_file

    def fails(file: ConfigurationFile, settings: Settings) -> CheckedFile:
        if file.path.endswith("r05.cfg"):
            raise error
        return check(file, settings)

    monkeypatch.setattr(checking, "check_file", fails)


def test_a_mistake_of_ours_harms_no_other_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _failing(monkeypatch, KeyError("x"))
    assert main(["validate", "--format", "json", "--select", "out-of-range", "--ignore", "unchecked", "."]) == 2
    listed = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [each["code"] for each in listed] == ["out-of-range"] * 5 + ["unchecked"] + ["out-of-range"] * 34
    assert listed[5]["message"].startswith("could not be checked: iossim fails in test_jobs.py:")
    assert "KeyError: 'x'" in listed[5]["message"]
    (by_a_worker,) = [file for file in checked_by(Desk(), found(folder), plain) if file.path.endswith("r05.cfg")]
    assert "KeyError: 'x'" in by_a_worker.diagnostics[0].message


def test_a_file_that_was_not_checked_is_not_in_a_baseline(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _failing(monkeypatch, KeyError("x"))
    assert main(["validate", "--write-baseline", "known.json", "."]) == 2
    assert main(["validate", "--baseline", "known.json", "--format", "concise", "."]) == 2
    assert "unchecked" in capsys.readouterr().out


def test_sarif_says_that_a_run_was_not_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _failing(monkeypatch, KeyError("x"))
    main(["validate", "--format", "sarif", "."])
    assert json.loads(capsys.readouterr().out)["runs"][0]["invocations"] == [{"executionSuccessful": False}]


def test_too_little_memory_is_no_mistake_of_ours(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _failing(monkeypatch, MemoryError())
    assert main(["validate", "."]) == 2
    assert capsys.readouterr().err == "iossim: out of memory\n"


class Refused:
    """Workers of which none can check anything."""

    count = 1

    def submit(self, batch: Batch) -> Refused:
        return self

    submit_alone = submit

    def result(self) -> list[Findings]:
        raise ConfigurationError("nobody is there")


def test_workers_that_can_check_nothing_end_the_run(folder: Path) -> None:
    with pytest.raises(ConfigurationError, match="nobody is there"):
        list(checked_by(Refused(), found(folder), plain))


@pytest.mark.parametrize(
    ("given", "size", "count", "expected"),
    [
        (None, 0, 9, 1),
        (None, jobs.WORTHWHILE, 9, 4),
        (None, jobs.WORTHWHILE, 2, 2),
        (1, jobs.WORTHWHILE, 9, 1),
        (3, 0, 9, 3),
        (9, 0, 1, 1),
    ],
)
def test_the_number_of_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: int | None, size: int, count: int, expected: int
) -> None:
    counts = []

    class Counted(Desk):
        def __init__(self, number: int) -> None:
            super().__init__(number)
            counts.append(number)

        def __enter__(self) -> Counted:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(processes, "Processes", Counted)
    monkeypatch.setattr(jobs, "cores", lambda: 4)
    with (tmp_path / "large.cfg").open("wb") as file:
        file.write(b"!\n")
        file.seek(max(size - 1, 0))
        file.write(b"\n")
    files = [FoundFile(str(tmp_path / "large.cfg")), *[FoundFile("none.cfg")] * (count - 1)]
    assert len(list(jobs.checked_by_jobs(files, plain, given))) == count
    assert counts == ([expected] if expected > 1 else [])


def test_there_is_at_least_one_core() -> None:
    assert 1 <= jobs.cores() <= (os.cpu_count() or 1)


@pytest.mark.parametrize("number", ["0", "-1", "x", "1001", "1.5"])
def test_a_number_of_processes_that_cannot_be(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["validate", "--jobs", number, "a.cfg"])
    assert ended.value.code == 2
    assert "argument --jobs: a number of processes is one from 1 to 1000" in capsys.readouterr().err


#: A program that Ctrl-C can end even if it was started in the background.
PROGRAM = """if True:
    import signal, sys
    from iossim.cli import main
    if __name__ == "__main__":
        signal.signal(signal.SIGINT, signal.default_int_handler)
        raise SystemExit(main(sys.argv[1:]))
"""


def _started(folder: Path, number: str) -> subprocess.Popen[str]:
    """A check of 401 files, the last of which never ends; the findings that come before that have been written."""
    os.mkfifo(folder / "z.ios")
    environment = {**os.environ, "IOSSIM_TEST": str(folder), "PYTHONPATH": str(SAMPLES.parent)}
    command = [sys.executable, "-c", PROGRAM, "validate", "--format", "concise", "--jobs", number, *["r00.cfg"] * 400, "z.ios"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, env=environment
    )
    assert process.stdout is not None
    for _ in range(_written(number)):
        assert "out-of-range" in process.stdout.readline()
    return process


def _written(number: str) -> int:
    """The number of files whose findings come before a file that never ends: all, or all but what is under way."""
    return 400 if number == "1" else 400 - (int(number) * UNDER_WAY - 1) * MOST_FILES


@pytest.mark.skipif(sys.platform != "linux", reason="2026-11-29: a file that never ends is a FIFO")
@pytest.mark.parametrize("number", ["1", "2"])
def test_ctrl_c_ends_with_the_numbers_so_far(folder: Path, number: str) -> None:
    with _started(folder, number) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all processes
        out, err = process.stdout.read(), process.stderr.read()
        assert process.wait() == 130
    checked = _written(number)
    assert out == f"{checked} files, {4 * checked} lines: {checked} errors, 0 warnings, 0 lines kept verbatim\n"
    assert err == f"iossim: interrupted: {checked} of 401 files checked\n"


@pytest.mark.skipif(sys.platform != "linux", reason="2026-11-29: /proc is one of Linux")
def test_no_process_outlives_the_program(folder: Path) -> None:
    with _started(folder, "2") as process:
        family = [each for each in Path("/proc").glob("[0-9]*") if _is_of(each, folder)]
        assert len(family) == 3  # the program and two processes
        process.kill()
        waiting = [os.pidfd_open(int(each.name)) for each in family if each.exists()]
        for each in waiting:
            _end_of(each)


def _is_of(process: Path, folder: Path) -> bool:
    try:
        return f"IOSSIM_TEST={folder}".encode() in (process / "environ").read_bytes().split(b"\0")
    except OSError:
        return False


def _end_of(process: int) -> None:
    """Waits for the end of a process that may be no child of ours."""
    import select

    ready, _, _ = select.select([process], [], [], 60)
    os.close(process)
    assert ready
