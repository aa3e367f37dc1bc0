"""The startup-config on disk: whatever happens while it is written, the old one or the new one is there."""

from __future__ import annotations

import gc
import os
import random
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from iossim import NvramError, Router
from iossim.router import Nvram
from iossim.router.nvram import LOCK, STARTUP

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
    return sorted(path.name for path in nvram.folder.iterdir() if path.name != LOCK)


def test_in_memory_it_lasts_as_long_as_the_program() -> None:
    nvram = Nvram()
    assert nvram.read() is None
    assert not nvram.persistent
    nvram.write(OLD)
    assert nvram.read() == OLD
    nvram.erase()
    assert nvram.read() is None


def test_a_configuration_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="text="):
        Router("hostname Office\nend\n")
    assert list(tmp_path.iterdir()) == []


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
    with pytest.raises(NvramError, match="startup-config: not a text file"):
        Nvram(tmp_path).read()
    assert Router(tmp_path).session().execute("show startup-config") == (
        "%Error opening nvram:/startup-config (not a text file, it holds NUL bytes)\n"
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
        == "Building configuration...\n%Error opening nvram:/startup-config (No space left on device)\n"
    )
    monkeypatch.undo()
    assert router.nvram.read() == old
    assert router.modified
    assert "[OK]" in session.execute("do write memory")
    assert "hostname Changed" in str(router.nvram.read())
    assert not router.modified


def test_a_folder_that_cannot_be_made_is_refused_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "link").symlink_to(tmp_path / "missing")
    for name, reason in (
        ("file", "it is not a folder"),
        ("file/below", "Not a directory"),
        ("link", "it is a link to a folder that does not exist"),
    ):
        with pytest.raises(NvramError) as error:
            Router(tmp_path / name)
        assert str(error.value) == f"cannot use {tmp_path / name}: {reason}"
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_folder_that_is_removed_meanwhile_is_made_again_at_the_next_start(tmp_path: Path) -> None:
    router = _saved(tmp_path / "nvram")
    shutil.rmtree(tmp_path / "nvram")
    assert router.session().execute("show startup-config") == "startup-config is not present\n"
    assert router.session().execute("write memory").endswith("(No such file or directory)\n")
    assert "[OK]" in _saved(tmp_path / "nvram").session().execute("write memory")


def test_write_memory_into_a_read_only_folder_keeps_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    router = _saved(tmp_path)
    old = router.nvram.read()

    def refuse(*_: Any, **__: Any) -> Any:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert "Read-only file system" in router.session().execute("write memory")
    assert router.nvram.read() == old


_NO_FILE = "%Error opening nvram:/startup-config (it is not a file)\n"


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_a_startup_config_that_is_no_file_is_refused(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / STARTUP)
    router = Router(tmp_path)
    assert router.session().execute("write memory") == f"Building configuration...\n{_NO_FILE}"
    session = router.session()
    with pytest.raises(NvramError):
        router.nvram.read()
    for line in (
        "show startup-config",
        "dir nvram:",
        "show archive config differences",
        "configure replace nvram:startup-config force",
    ):
        assert session.execute(line) == _NO_FILE, line
    session.execute("copy startup-config running-config")
    assert session.execute("") == _NO_FILE
    session.execute("write erase")
    assert session.execute("") == _NO_FILE
    session.execute("reload")
    assert session.execute("") == _NO_FILE
    assert not session.closed


def test_what_is_saved_is_what_the_next_router_starts_with(tmp_path: Path) -> None:
    session = _saved(tmp_path).session()
    for line in ("configure terminal", "hostname Office", "do write memory"):
        session.execute(line)
    router = Router(tmp_path)
    router.restart(router.nvram.read())
    assert router.hostname == "Office"


def test_the_users_of_snmp_are_saved_and_not_shown(tmp_path: Path) -> None:
    user = "snmp-server user miller MILL v3 auth sha Stone-Wheel"
    session = _saved(tmp_path).session()
    for line in ("configure terminal", user, "do write memory"):
        session.execute(line)
    router = Router(tmp_path)
    router.restart(router.nvram.read())
    session = router.session()
    for line in ("show running-config", "show startup-config", "more nvram:startup-config"):
        assert "snmp-server user" not in session.execute(line), line
    assert "User name: miller" in session.execute("show snmp user")
    session.execute("configure replace nvram:startup-config force")
    assert "User name: miller" in session.execute("show snmp user")


def test_a_startup_config_that_is_a_link_is_written_where_it_leads(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "nvram", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    (folder / STARTUP).symlink_to(elsewhere / "office.cfg")
    nvram = Nvram(folder)
    assert nvram.read() is None
    for text in (OLD, NEW):
        nvram.write(text)
        assert (folder / STARTUP).is_symlink()
        assert (elsewhere / "office.cfg").read_text() == text
        assert nvram.read() == text
    assert [path.name for path in elsewhere.iterdir()] == ["office.cfg"]
    nvram.erase()
    assert not list(elsewhere.iterdir())
    assert nvram.read() is None
    nvram.write(OLD)
    assert (elsewhere / "office.cfg").read_text() == OLD


def test_a_new_folder_and_its_files_are_for_their_owner_alone_and_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{handle}").readlink()))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    before = os.umask(0)
    try:
        Router(tmp_path / "a" / "nvram").session().execute("write memory")
    finally:
        os.umask(before)
    folder = tmp_path / "a" / "nvram"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE((folder / name).stat().st_mode) for name in (STARTUP, LOCK)] == [0o600, 0o600]
    assert {str(tmp_path), str(tmp_path / "a")} <= set(synced[:2])


def test_temporary_files_of_killed_processes_are_removed_at_the_start(tmp_path: Path) -> None:
    strangers = [
        ".startup-config-backup01",
        ".startup-config-abcd1234.tmp.old",
        "startup-config-abcd1234.tmp",
        ".other-abcd1234.tmp",
    ]
    for name in (*strangers, ".startup-config-abcd1234.tmp", ".startup-config-_z9_z9_z.tmp"):
        (tmp_path / name).write_text("x")
    (tmp_path / ".startup-config-folder00.tmp").mkdir()
    Router(tmp_path)
    assert sorted(_files(Nvram(tmp_path))) == sorted([*strangers, ".startup-config-folder00.tmp"])


_HOLDER = """
import sys
from iossim import Router
router = Router(sys.argv[1])
print("ready", flush=True)
sys.stdin.read()
"""


def _holder(folder: Path) -> subprocess.Popen[bytes]:
    """Another process whose router uses a folder."""
    process = subprocess.Popen([sys.executable, "-c", _HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


@pytest.mark.parametrize("killed", [True, False])
def test_one_process_at_a_time_uses_a_folder(tmp_path: Path, killed: bool) -> None:
    temporary = tmp_path / ".startup-config-abcd1234.tmp"
    other = _holder(tmp_path)
    temporary.write_text("being written by the other process")
    for _ in range(2):
        with pytest.raises(NvramError) as error:
            Router(tmp_path)
        assert str(error.value) == f"cannot use {tmp_path}: process {other.pid} of iossim uses it"
    assert temporary.exists()
    if killed:
        other.kill()
    other.communicate()
    Router(tmp_path)
    assert not temporary.exists()


def test_the_commands_refuse_a_folder_that_another_process_uses(tmp_path: Path) -> None:
    other = _holder(tmp_path)
    for command in ("shell", "serve"):
        ended = subprocess.run(
            [sys.executable, "-m", "iossim", command, "--nvram", str(tmp_path)], input="", capture_output=True, text=True
        )
        assert ended.returncode == 2
        assert ended.stderr == f"iossim: cannot use {tmp_path}: process {other.pid} of iossim uses it\n"
    other.communicate()


def test_routers_of_one_process_share_a_folder(tmp_path: Path) -> None:
    first, second = Router(tmp_path), Router(tmp_path)
    assert "[OK]" in first.session().execute("write memory")
    assert second.nvram.read() == first.nvram.read()
    assert "[OK]" in second.session().execute("write memory")
    del first
    gc.collect()
    with pytest.raises(subprocess.CalledProcessError):
        subprocess.run([sys.executable, "-c", _HOLDER, str(tmp_path)], input=b"", check=True, capture_output=True)
    del second
    gc.collect()
    subprocess.run([sys.executable, "-c", _HOLDER, str(tmp_path)], input=b"", check=True, capture_output=True)


def test_a_folder_that_may_only_be_read_is_read_without_a_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / STARTUP).write_text(OLD)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert Router(tmp_path).nvram.read() == OLD
    assert [path.name for path in tmp_path.iterdir()] == [STARTUP]


def test_a_startup_config_that_is_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / STARTUP).symlink_to(STARTUP)
    session = Router(tmp_path).session()
    for line in ("show startup-config", "write memory"):
        assert "%Error opening nvram:/startup-config (Too many levels of symbolic links)" in session.execute(line)
    assert (tmp_path / STARTUP).is_symlink()
