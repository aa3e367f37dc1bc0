"""The files of flash, in memory and in a folder: names, sizes, free bytes, faults, and the border of the folder."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from iossim.errors import FlashError
from iossim.router import Clock, flash_stores
from iossim.router.facts.chassis import IMAGE, IMAGE_SIZE
from iossim.router.flash import LONGEST_NAME, Flash
from iossim.router.flash_stores import MemoryStore
from tests.router.support import Time

TIME = Time()


@pytest.fixture(params=["memory", "folder"])
def flash(request: pytest.FixtureRequest, tmp_path: Path) -> Flash:
    """A new flash of each kind."""
    return Flash(None if request.param == "memory" else tmp_path / "flash", Clock(TIME))


def names(flash: Flash, *folder: str) -> list[str]:
    """The names in a directory, without the image."""
    return [entry.name for entry in flash.entries(folder) if entry.name != IMAGE]


def reason(call: Callable[[], object]) -> str:
    """The reason why a call fails."""
    with pytest.raises(FlashError) as caught:
        call()
    return caught.value.reason


def test_a_new_flash_holds_the_image(flash: Flash) -> None:
    assert [(entry.name, entry.size) for entry in flash.entries(())] == [(IMAGE, IMAGE_SIZE)]
    assert flash.free == flash.total - IMAGE_SIZE


def test_a_file_and_its_size(flash: Flash) -> None:
    flash.write(("a.cfg",), b"12345")
    assert flash.read(("a.cfg",)) == b"12345"
    entry = flash.find(("a.cfg",))
    assert entry is not None
    assert (entry.size, entry.moment, entry.directory) == (5, TIME.now, False)
    assert flash.free == flash.total - IMAGE_SIZE - 5
    flash.write(("a.cfg",), b"1")
    assert flash.free == flash.total - IMAGE_SIZE - 1
    flash.remove(("a.cfg",))
    assert names(flash) == []
    assert flash.free == flash.total - IMAGE_SIZE


def test_upper_and_lower_case_are_one_name(flash: Flash) -> None:
    flash.make_directory(("Phone",))
    flash.write(("phone", "Load.bin"), b"1")
    flash.write(("PHONE", "LOAD.BIN"), b"22")
    assert names(flash, "Phone") == ["Load.bin"]
    assert flash.read(("phone", "load.bin")) == b"22"
    assert reason(lambda: flash.make_directory(("PHONE",))) == "File exists"
    flash.rename(("phone", "load.bin"), ("phone", "LOAD.bin"))
    assert names(flash, "Phone") == ["LOAD.bin"]


def test_directories(flash: Flash) -> None:
    flash.make_directory(("a",))
    flash.make_directory(("a", "b"))
    flash.write(("a", "b", "c"), b"123")
    assert flash.free == flash.total - IMAGE_SIZE - 3
    assert reason(lambda: flash.remove(("a",))) == "Can't delete a directory that has files in it"
    assert reason(lambda: flash.read(("a",))) == "Is a directory"
    assert reason(lambda: flash.write(("a",), b"")) == "Is a directory"
    assert reason(lambda: flash.write(("a", "b", "c", "d"), b"")) == "Not a directory"
    assert reason(lambda: flash.read(("a", "b", "c", "d"))) == "Not a directory"
    assert reason(lambda: flash.entries(("a", "b", "c"))) == "Not a directory"
    flash.remove(("a",), recursive=True)
    assert names(flash) == []


def test_rename(flash: Flash) -> None:
    flash.make_directory(("a",))
    flash.write(("a", "x"), b"1")
    flash.write(("y",), b"2")
    assert reason(lambda: flash.rename(("y",), ("a", "x"))) == "File exists"
    assert reason(lambda: flash.rename(("a",), ("a", "z"))) == "Invalid argument"
    assert reason(lambda: flash.rename(("none",), ("z",))) == "No such file or directory"
    flash.rename(("a",), ("b",))
    flash.rename(("y",), ("b", "y"))
    assert (names(flash), names(flash, "b")) == (["b"], ["x", "y"])
    assert flash.read(("b", "x")) == b"1"


@pytest.mark.parametrize("call", ["read", "remove", "entries"])
def test_what_is_not_there(flash: Flash, call: str) -> None:
    for name in (("none",), ("none", "x"), ("..",), ("..", "secret"), (".",), ("a\0b",), ("x" * 5000,)):
        assert reason(lambda name=name: getattr(flash, call)(name)) == "No such file or directory"  # type: ignore[misc]


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\\b", "a\0b", "a:b", "a*", "a\nb", "\x1b[2J", ".x-abcdefgh.tmp"])
def test_names_that_no_file_can_have(flash: Flash, name: str) -> None:
    assert reason(lambda: flash.write((name,), b"")) == "Invalid argument"
    assert reason(lambda: flash.make_directory((name,))) == "Invalid argument"
    assert names(flash) == []


def _fits_the_host(flash: Flash, letter: str) -> bool:
    """True if the names of the host can have a letter; in memory every name can."""
    return isinstance(flash._store, MemoryStore) or letter.isascii() or sys.getfilesystemencoding() != "ascii"


@pytest.mark.parametrize("letter", ["x", "ü"])
def test_the_longest_name(flash: Flash, letter: str) -> None:
    longest = letter * (LONGEST_NAME // len(letter.encode()))
    if not _fits_the_host(flash, letter):
        assert reason(lambda: flash.write((longest,), b"1")) == "Invalid argument"
        return
    flash.write((longest,), b"1")
    assert names(flash) == [longest]
    assert reason(lambda: flash.write((longest + letter,), b"")) == "File name too long"


def test_the_root_cannot_be_removed_or_written(flash: Flash) -> None:
    flash.write(("x",), b"1")
    assert reason(lambda: flash.remove((), recursive=True)) == "Invalid argument"
    assert reason(lambda: flash.write((), b"")) == "Invalid argument"
    assert reason(lambda: flash.rename((), ("y",))) == "Permission denied"
    assert names(flash) == ["x"]


def test_a_full_flash_loses_nothing(flash: Flash) -> None:
    flash.total = IMAGE_SIZE + 10
    flash.write(("a",), b"1234567890")
    assert flash.free == 0
    assert reason(lambda: flash.write(("b",), b"1")) == "No space left on device"
    assert reason(lambda: flash.write(("a",), b"12345678901")) == "No space left on device"
    assert flash.read(("a",)) == b"1234567890"
    flash.write(("a",), b"0987654321")
    flash.write(("b",), b"")
    assert names(flash) == ["a", "b"]


def test_the_image_has_no_content_and_comes_back_with_the_next_start(flash: Flash) -> None:
    assert reason(lambda: flash.read((IMAGE,))) == "Permission denied"
    assert reason(lambda: flash.rename((IMAGE,), ("x",))) == "Permission denied"
    flash.remove((IMAGE,))
    assert flash.free == flash.total
    flash.start()
    assert flash.free == flash.total - IMAGE_SIZE


def test_format(flash: Flash) -> None:
    flash.make_directory(("a",))
    flash.write(("a", "b"), b"1")
    flash.format()
    assert flash.entries(()) == []
    assert flash.free == flash.total
    flash.write(("c",), b"1")
    assert [entry.name for entry in flash.entries(())] == ["c"]


# -- the folder of the host ------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with links to a secret beside it, a circle of links, and a FIFO."""
    folder = tmp_path / "flash"
    folder.mkdir()
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "file").write_text("secret")
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "way").symlink_to(tmp_path / "elsewhere")
    (folder / "circle").symlink_to(folder / "circle")
    os.mkfifo(folder / "fifo")
    return folder


def test_links_and_devices_do_not_exist(folder: Path) -> None:
    flash = Flash(folder, Clock(TIME))
    assert names(flash) == []
    for name in (("link",), ("way", "file"), ("circle",), ("fifo",), ("..", "secret")):
        assert reason(lambda name=name: flash.read(name)) == "No such file or directory"  # type: ignore[misc]
        assert reason(lambda name=name: flash.remove(name)) == "No such file or directory"  # type: ignore[misc]


def test_nothing_is_written_through_a_link(folder: Path) -> None:
    flash = Flash(folder, Clock(TIME))
    for name in ("link", "way", "circle", "fifo"):
        assert reason(lambda name=name: flash.write((name,), b"x")) == "Permission denied"  # type: ignore[misc]
        assert reason(lambda name=name: flash.make_directory((name,))) == "File exists"  # type: ignore[misc]
    assert reason(lambda: flash.write(("way", "new"), b"x")) == "No such file or directory"
    flash.write(("a",), b"1")
    assert reason(lambda: flash.rename(("a",), ("link",))) == "Permission denied"
    assert (folder.parent / "secret").read_text() == "secret"
    flash.format()
    assert (folder.parent / "secret").read_text() == "secret"
    assert (folder.parent / "elsewhere" / "file").read_text() == "secret"
    assert list(folder.iterdir()) == []


def test_a_full_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flash = Flash(tmp_path, Clock(TIME))
    flash.write(("a",), b"old")

    def full(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(flash_stores, "write_atomically", full)
    assert reason(lambda: flash.write(("a",), b"new")) == "No space left on device"
    assert flash.read(("a",)) == b"old"


def test_a_file_of_the_host_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "flash").write_text("no folder")
    flash = Flash(tmp_path / "flash", Clock(TIME))
    assert names(flash) == []
    assert reason(lambda: flash.write(("a",), b"")) == "File exists"


def test_temporary_files_are_not_shown_and_go_away(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    for path in (tmp_path / ".a-abcdefgh.tmp", tmp_path / "d" / ".b.cfg-01234_67.tmp"):
        path.write_text("half")
    (tmp_path / ".a.tmp").write_text("whole")
    flash = Flash(tmp_path, Clock(TIME))
    assert sorted(names(flash)) == [".a.tmp", "d"]
    assert names(flash, "d") == []
    flash.remove_leftovers()
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")) == [".a.tmp", "d"]


def test_another_router_of_the_process_sees_the_files(tmp_path: Path) -> None:
    first, second = Flash(tmp_path, Clock(TIME)), Flash(tmp_path, Clock(TIME))
    first.write(("a",), b"1")
    assert second.read(("a",)) == b"1"
