"""cd, pwd, mkdir and rmdir: the current directory of a line, and the directories of flash:."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.errors import FlashError
from iossim.exec.command import Line, Reply, ask, exec_command
from iossim.exec.files.places import is_quiet, place
from iossim.exec.text import is_confirmed
from iossim.router.flash_stores import MISSING, NO_DIRECTORY
from iossim.router.places import NO_DEVICE, Place

_ROOT = "flash0:"
_NAMED = ("nvram", "system", "null")


@exec_command
def cd(line: Line, url: str = _ROOT) -> Iterator[str]:
    """Goes to another directory; without a name, to the root of flash0:."""
    wanted = place(line, url)
    reason = _problem(line, wanted)
    if reason:
        yield wanted.problem(reason, "changing directory")
    else:
        line.terminal.directory = wanted.full if wanted.path else wanted.full.rstrip("/")


def _problem(line: Line, wanted: Place) -> str:
    """The reason why a place is no directory; "" if it is one."""
    if wanted.is_flash:
        entry = line.router.flash.find(wanted.path)
        return MISSING if entry is None else "" if entry.directory else NO_DIRECTORY
    if wanted.device not in _NAMED:
        return NO_DEVICE
    return MISSING if wanted.path else ""


@exec_command
def pwd(line: Line) -> Iterator[str]:
    """The current directory."""
    yield line.terminal.directory


@exec_command
def mkdir(line: Line, url: str) -> Reply:
    """Makes a directory, after a question for its name."""
    wanted = place(line, url)
    if is_quiet(line):
        return _make(line, wanted)
    return ask(f"Create directory filename [{wanted.name}]? ", lambda answer: _make(line, renamed(wanted, answer)))


def renamed(wanted: Place, answer: str) -> Place:
    """The place after the answer to a question for its name; RETURN keeps it."""
    names = tuple(name for name in answer.strip().partition(":")[2 if ":" in answer else 0].split("/") if name)
    return Place(wanted.device, (*wanted.path[:-1], *names), wanted.host) if names else wanted


def _make(line: Line, wanted: Place) -> Iterator[str]:
    if not wanted.is_flash:
        yield wanted.problem(NO_DEVICE, "Creating dir")
        return
    try:
        line.router.flash.make_directory(wanted.path)
    except FlashError as error:
        yield wanted.problem(error.reason, "Creating dir")
    else:
        yield f"Created dir {wanted.full}"


@exec_command
def rmdir(line: Line, url: str) -> Reply:
    """Removes a directory that is empty, after questions."""
    wanted = place(line, url)
    if is_quiet(line):
        return _remove(line, wanted)
    return ask(f"Remove directory filename [{wanted.name}]? ", lambda answer: _sure(line, renamed(wanted, answer)))


def _sure(line: Line, wanted: Place) -> Reply:
    return ask(f"Delete {wanted.full}? [confirm]", lambda answer: _remove(line, wanted) if is_confirmed(answer) else None)


def _remove(line: Line, wanted: Place) -> Iterator[str]:
    try:
        if not wanted.is_flash:
            raise FlashError(NO_DEVICE)
        entry = line.router.flash.find(wanted.path)
        if entry is not None and not entry.directory:
            raise FlashError(NO_DIRECTORY)
        line.router.flash.remove(wanted.path)
    except FlashError as error:
        yield wanted.problem(error.reason, "Removing dir")
    else:
        yield f"Removed dir {wanted.full}"
