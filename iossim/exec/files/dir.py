"""dir: the files of flash: and nvram:."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.errors import FlashError
from iossim.exec.command import Line, exec_command
from iossim.exec.files.places import PRIVATE, place
from iossim.router.flash_stores import MISSING, Entry
from iossim.router.nvram import SIZE
from iossim.router.places import NO_DEVICE, STARTUP, TIMED_OUT, Place

#: The size of private-config in bytes; it keeps what the startup-config must not show.
PRIVATE_SIZE = 24
#: The number of the startup-config in `dir nvram:`.
_FIRST_NUMBER = 250
_NO_DATE = "<no date>"
_OTHERS = ("archive", "null", "tmpsys")


@exec_command
def dir(line: Line, url: str = "", recursive: bool = False, all_filesystems: bool = False) -> Iterator[str]:
    """Lists the files of a directory; `/all` makes no difference, since no deleted file is kept."""
    if all_filesystems:
        yield from _everything(line)
        return
    listed = place(line, url or line.terminal.directory)
    try:
        if listed.is_flash:
            yield from _flash(line, listed, recursive)
        elif listed.device == "nvram":
            yield from _nvram(line, listed)
        elif listed.device == "system":
            yield from _system(line)
        elif listed.device in _OTHERS and not listed.path:
            yield from (f"Directory of {listed.device}:/", "", "No files in directory", "")
            yield "No space information available"
        else:
            yield listed.problem(TIMED_OUT if listed.is_network else NO_DEVICE)
    except FlashError as error:
        yield listed.problem(error.reason)


def _everything(line: Line) -> Iterator[str]:
    yield from _system(line)
    yield ""
    yield from _nvram(line, Place("nvram"))
    yield ""
    yield from _flash(line, Place("flash0"), False)


def _flash(line: Line, listed: Place, recursive: bool) -> Iterator[str]:
    flash = line.router.flash
    entry = flash.find(listed.path)
    if entry is None:
        raise FlashError(MISSING)
    if not entry.directory:
        yield from _head(listed, [_row(1, entry)])
    elif recursive:
        yield from _tree(line, listed)
    else:
        yield from _head(listed, [_row(number, item) for number, item in enumerate(flash.entries(listed.path), start=1)])
    yield ""
    yield f"{flash.total} bytes total ({flash.free} bytes free)"


def _tree(line: Line, top: Place) -> Iterator[str]:
    """A directory and all directories below it; the files are numbered through."""
    flash = line.router.flash
    folders = [top.path, *(parts for parts, entry in flash.walk(top.path) if entry.directory)]
    number = 0
    for folder in folders:
        entries = flash.entries(folder)
        if folder != top.path:
            yield ""
        yield from _head(Place(top.device, folder), [_row(number + at, entry) for at, entry in enumerate(entries, start=1)])
        number += len(entries)


def _head(listed: Place, rows: list[str]) -> Iterator[str]:
    yield f"Directory of {listed.full}"
    yield ""
    yield from rows or ["No files in directory"]


def _row(number: int, entry: Entry) -> str:
    moment = f"{entry.moment:%b} {entry.moment.day} {entry.moment:%Y %H:%M:%S} +00:00"
    return f"{number:5}  {'drw-' if entry.directory else '-rw-'}  {entry.size:10}  {moment:>27}  {entry.name}"


def nvram_files(line: Line) -> list[tuple[str, str, int]]:
    """The mode, name and size in bytes of the files of nvram:; none before the first `write memory`."""
    text = line.router.nvram.shown()
    if text is None:
        return []
    return [("-rw-", STARTUP, len(text.encode())), ("----", PRIVATE, PRIVATE_SIZE)]


def nvram_free(line: Line) -> int:
    """The bytes of nvram: that are free."""
    return max(0, SIZE - sum(size for _, _, size in nvram_files(line)))


def _nvram(line: Line, listed: Place) -> Iterator[str]:
    files = [file for file in nvram_files(line) if not listed.path or listed.path == (file[1],)]
    if listed.path and not files:
        raise FlashError(MISSING)
    rows = [f"{at:5}  {mode}  {size:10}  {_NO_DATE:>27}  {name}" for at, (mode, name, size) in enumerate(files, _FIRST_NUMBER)]
    yield from _head(listed, rows)
    yield ""
    yield f"{SIZE} bytes total ({nvram_free(line)} bytes free)"


def _system(line: Line) -> Iterator[str]:
    size = len(line.router.running_config.encode())
    yield from _head(Place("system"), [f"    3  -rw-  {size:10}  {_NO_DATE:>27}  running-config"])
    yield ""
    yield "No space information available"
