"""delete, rename, format and squeeze: files of flash: go away, or get another name."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.errors import FlashError
from iossim.exec.command import Line, Question, Reply, ask, exec_command
from iossim.exec.files.directories import renamed
from iossim.exec.files.places import exists, is_quiet, place
from iossim.exec.text import is_confirmed
from iossim.router.flash_stores import MISSING, NO_FILE, REFUSED
from iossim.router.places import NO_DEVICE, Place

_FORMATTED = (
    "Writing Monlib sectors...",
    "Monlib write complete ",
    "Format: All system sectors written. OK...",
    "Format: Operation completed successfully.",
    "",
    "Format of flash0: complete",
)


@exec_command
def delete(line: Line, url: str, force: bool = False, recursive: bool = False) -> Reply:
    """Deletes a file, after questions; `/recursive` also deletes a directory with its files."""
    wanted = place(line, url)
    if force or is_quiet(line):
        return _delete(line, wanted, recursive)
    return ask(f"Delete filename [{wanted.name}]? ", lambda answer: _sure(line, renamed(wanted, answer), recursive))


def _sure(line: Line, wanted: Place, recursive: bool) -> Reply:
    question = f"Delete {wanted.full}? [confirm]"
    return ask(question, lambda answer: _delete(line, wanted, recursive) if is_confirmed(answer) else None)


def _delete(line: Line, wanted: Place, recursive: bool) -> Iterator[str]:
    try:
        if wanted.is_startup and exists(line, wanted):
            line.router.nvram.erase()
            return
        if not wanted.is_flash:
            raise FlashError(MISSING if wanted.device == "nvram" else NO_DEVICE)
        entry = line.router.flash.find(wanted.path)
        if entry is not None and entry.directory and not recursive and not line.router.flash.entries(wanted.path):
            raise FlashError(NO_FILE)
        line.router.flash.remove(wanted.path, recursive)
    except FlashError as error:
        yield wanted.problem(error.reason, "deleting")


@exec_command
def rename(line: Line, old: str, new: str) -> Reply:
    """Gives a file of flash: another name, after a question for it."""
    source, target = place(line, old), place(line, new)
    if is_quiet(line):
        return _rename(line, source, target)
    return ask(f"Destination filename [{target.name}]? ", lambda answer: _rename(line, source, renamed(target, answer)))


def _rename(line: Line, source: Place, target: Place) -> Iterator[str]:
    try:
        if not source.is_flash or not target.is_flash:
            raise FlashError(REFUSED)
        line.router.flash.rename(source.path, target.path)
    except FlashError as error:
        yield source.problem(error.reason, "renaming")


@exec_command
def format(line: Line, url: str) -> Reply:
    """Empties flash:, after two questions."""
    wanted = place(line, url)
    if not wanted.is_flash or wanted.path:
        return iter([wanted.problem(NO_DEVICE, "formatting")])
    return ask(
        "Format operation may take a while. Continue? [confirm]",
        lambda answer: _sure_to_format(line) if is_confirmed(answer) else None,
    )


def _sure_to_format(line: Line) -> Question:
    question = 'Format operation will destroy all data in "flash0:".  Continue? [confirm]'
    return ask(question, lambda answer: _format(line) if is_confirmed(answer) else None)


def _format(line: Line) -> Iterator[str]:
    try:
        line.router.flash.format()
    except FlashError as error:
        yield Place("flash0").problem(error.reason, "formatting")
    else:
        yield from _FORMATTED


@exec_command
def squeeze(line: Line, url: str) -> Iterator[str]:
    """Refuses: a flash of this class frees the bytes of a file when it is deleted."""
    yield place(line, url).problem("Operation not supported", "squeezing")
