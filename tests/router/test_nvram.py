"""The startup-config on disk: whatever happens while it is written, the old one or the new one is there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from iossim import NvramError, Router
from iossim.router import Nvram
from iossim.router.nvram import STARTUP

OLD, NEW = "hostname old\nend\n", "hostname new\nend\n"


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def nvram(tmp_path: Path) -> Nvram:
    nvram = Nvram(tmp_path / "nvram")
    nvram.write(OLD)
    return nvram


def _files(nvram: Nvram) -> list[str]:
    assert nvram.folder is not None
    return sorted(path.name for path in nvram.folder.iterdir())


def test_in_memory_it_lasts_as_long_as_the_program() -> None:
    nvram = Nvram()
    assert nvram.read() is None
    assert not nvram.persistent
    nvram.write(OLD)
    assert nvram.read() == OLD
    nvram.erase()
    assert nvram.read() is None


def test_on_disk_it_is_a_plain_file_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert Nvram(folder).read() is None
    assert not folder.exists()
    nvram = Nvram(folder)
    nvram.write(OLD)
    nvram.write("name Jürgen\n")
    assert (folder / STARTUP).read_bytes() == "name Jürgen\n".encode()
    assert Nvram(folder).read() == "name Jürgen\n"
    assert _files(nvram) == [STARTUP]
    nvram.erase()
    nvram.erase()
    assert Nvram(folder).read() is None


@pytest.mark.parametrize(
    "data",
    [
        b"hostname M\xfcller\nend\n",
        "hostname Müller\nend\n".encode(),
        b"\xef\xbb\xbf" + "hostname Müller\nend\n".encode(),
        "hostname Müller\nend\n".encode("utf-16"),
    ],
)
def test_a_startup_config_in_any_encoding_is_written_as_utf_8(tmp_path: Path, data: bytes) -> None:
    (tmp_path / STARTUP).write_bytes(data)
    router = Router(tmp_path)
    session = router.session()
    session.execute("reload")
    session.execute("")
    assert router.hostname == "Müller"
    assert "[OK]" in router.session().execute("write memory")
    assert "\nhostname Müller\n".encode() in (tmp_path / STARTUP).read_bytes()
    assert "\nhostname Müller\n" in (Nvram(tmp_path).read() or "")


def test_a_startup_config_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / STARTUP).write_bytes(b"\x7fELF\x00\x01")
    with pytest.raises(NvramError, match="startup-config is not a text file"):
        Nvram(tmp_path).read()
    assert Router(tmp_path).session().execute("show startup-config") == (
        f"% {tmp_path / STARTUP} is not a text file (it holds NUL bytes)\n"
    )


@pytest.mark.parametrize("folder", [True, False])
def test_text_that_cannot_be_written_as_it_is(tmp_path: Path, folder: bool) -> None:
    router = Router.from_text("hostname a\udcff\nbanner motd #\ud800#\n", tmp_path if folder else None)
    session = router.session()
    session.execute("configure terminal")
    session.execute("snmp-server location \udce4")
    session.execute("end")
    running = session.execute("show running-config")
    assert "hostname aÿ\n" in running
    assert "banner motd ^C\ufffd^C\n" in running
    assert "snmp-server location ä\n" in running
    assert "[OK]" in session.execute("write memory")
    assert "hostname aÿ\n" in (router.nvram.read() or "")


def test_it_is_on_the_disk_before_it_takes_the_place_of_the_old_one(nvram: Nvram, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def fsync(handle: int) -> None:
        steps.append("folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "file")  # noqa: PTH112
        sync(handle)

    def renamed(self: Path, target: Path) -> Path:
        assert self.read_text() == NEW
        steps.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", renamed)
    nvram.write(NEW)
    assert steps == ["file", "rename", "folder"]


def _failing(call: int, error: BaseException, real: Callable[..., Any]) -> Callable[..., Any]:
    """The real function, but for one call that fails."""
    calls = iter(range(1, 100))

    def function(*arguments: Any, **named: Any) -> Any:
        if next(calls) == call:
            raise error
        return real(*arguments, **named)

    return function


#: Where it may fail: a function and which of its calls, and what is there afterwards.
FAILURES = [
    ("tempfile.mkstemp", 1, OLD),
    ("os.fsync", 1, OLD),
    ("pathlib.Path.replace", 1, OLD),
    ("os.fsync", 2, NEW),
]


@pytest.mark.parametrize(("name", "call", "left"), FAILURES)
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), Killed(), KeyboardInterrupt()])
def test_the_old_or_the_new_one_is_there_whatever_fails(
    nvram: Nvram, monkeypatch: pytest.MonkeyPatch, name: str, call: int, left: str, error: BaseException
) -> None:
    target, _, attribute = name.rpartition(".")
    module = Path if target == "pathlib.Path" else sys.modules[target]
    monkeypatch.setattr(module, attribute, _failing(call, error, getattr(module, attribute)))
    expected = NvramError if isinstance(error, OSError) else type(error)
    with pytest.raises(expected):
        nvram.write(NEW)
    monkeypatch.undo()
    assert nvram.read() == left
    assert _files(nvram) == [STARTUP]


_WRITER = """
import sys
from pathlib import Path
from iossim.router.nvram import Nvram
nvram = Nvram(Path(sys.argv[1]))
for number in range(1_000_000):
    nvram.write(f"hostname h{number}\\n" + "! filling\\n" * 20_000 + f"end {number}\\n")
    print(number, flush=True)
"""


@pytest.mark.parametrize("seed", range(3))
def test_a_kill_at_any_moment_leaves_a_whole_one(tmp_path: Path, seed: int) -> None:
    writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path)], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    for _ in range(random.Random(seed).randint(1, 25)):
        assert writer.stdout.readline()
    writer.kill()
    writer.communicate()
    text = Nvram(tmp_path).read()
    assert text is not None
    lines = text.splitlines()
    assert len(lines) == 20_002
    assert lines[0].removeprefix("hostname h") == lines[-1].removeprefix("end ")
    Nvram(tmp_path).write(OLD)
    assert Nvram(tmp_path).read() == OLD


def _saved(folder: Path) -> Router:
    router = Router(folder)
    assert router.session().execute("write memory") == "Building configuration...\n[OK]\n"
    return router


def test_write_memory_on_a_full_disk_says_so_and_keeps_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    router = _saved(tmp_path)
    old = router.nvram.read()
    session = router.session()
    session.execute("configure terminal")
    session.execute("hostname Changed")
    monkeypatch.setattr(os, "fsync", _failing(1, OSError(28, "No space left on device"), os.fsync))
    assert (
        session.execute("do write memory")
        == f"Building configuration...\n% cannot write {tmp_path / STARTUP}: No space left on device\n"
    )
    monkeypatch.undo()
    assert router.nvram.read() == old
    assert router.modified
    assert "[OK]" in session.execute("do write memory")
    assert "hostname Changed" in str(router.nvram.read())
    assert not router.modified


def test_write_memory_into_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        output = Router(folder).session().execute("write memory")
        assert output.startswith("Building configuration...\n% cannot write ")
        assert "[OK]" not in output
    assert (tmp_path / "file").read_text() == "in the way"


def test_write_memory_into_a_read_only_folder_keeps_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    router = _saved(tmp_path)
    old = router.nvram.read()

    def refuse(*_: Any, **__: Any) -> Any:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert "Read-only file system" in router.session().execute("write memory")
    assert router.nvram.read() == old


def test_a_startup_config_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    (tmp_path / STARTUP).mkdir()
    router = Router(tmp_path)
    session = router.session()
    with pytest.raises(NvramError):
        router.nvram.read()
    for line in (
        "show startup-config",
        "dir nvram:",
        "show archive config differences",
        "configure replace nvram:startup-config force",
    ):
        assert session.execute(line).startswith("% cannot read"), line
    session.execute("copy startup-config running-config")
    assert session.execute("").startswith("% cannot read")
    session.execute("write erase")
    assert session.execute("").startswith("% cannot erase")
    session.execute("reload")
    assert session.execute("").startswith("% cannot read")
    assert not session.closed


def test_what_is_saved_is_what_the_next_router_starts_with(tmp_path: Path) -> None:
    session = _saved(tmp_path).session()
    for line in ("configure terminal", "hostname Office", "do write memory"):
        session.execute(line)
    router = Router(tmp_path)
    router.restart(router.nvram.read())
    assert router.hostname == "Office"
