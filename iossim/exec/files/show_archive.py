"""show archive: the copies of the configuration, and the differences between two configurations."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.diff import contextual
from iossim.errors import FlashError
from iossim.exec.command import Line, exec_command
from iossim.exec.files.increments import increments
from iossim.exec.files.places import failed, place, read_text
from iossim.router.archive import OFF
from iossim.router.places import Place
from iossim.router.replacing import parsed
from iossim.router.rollback import NOTHING

_NO_CHANGES = "!No changes were found"


def _name(file: Place) -> str:
    """The name of a copy: `flash0:arch-…`."""
    return file.full.replace(":/", ":", 1)


@exec_command
def show_archive(line: Line) -> Iterator[str]:
    """The copies of the configuration, as many lines as are kept."""
    archive = line.router.archive
    if not archive.enabled:
        yield OFF
        return
    yield f"The maximum archive configurations allowed is {archive.maximum}."
    yield f"There are currently {len(archive.copies)} archive configurations saved."
    yield f"The next archive file will be named {_name(archive.next_place())}"
    yield " Archive #  Name"
    names = [_name(file) for file in archive.copies]
    if names:
        names[-1] += " <- Most Recent"
    for number in range(1, archive.maximum + 1):
        yield f"   {number:<9}{names[number - 1] if number <= len(names) else ''}"


@exec_command
def show_archive_config_differences(
    line: Line, first: str = "nvram:startup-config", second: str = "system:running-config"
) -> Iterator[str]:
    """The lines that only one of two configurations has, with + and - under their section."""
    texts: list[str] = []
    for name in (first, second):
        file = place(line, name)
        try:
            texts.append(read_text(line, file))
        except FlashError as error:
            yield from failed(file, error)
            return
    old, new = (parsed(text, line.router.config) for text in texts)
    yield "!Contextual Config Diffs:"
    yield from list(contextual(old.root, new.root)) or [_NO_CHANGES]


@exec_command
def show_archive_config_incremental_diffs(line: Line, first: str, ignorecase: bool = False) -> Iterator[str]:
    """The lines of a file that would change the running-config if it were copied there."""
    file = place(line, first)
    try:
        lines = increments(read_text(line, file), line.router.running_config, ignorecase)
    except FlashError as error:
        yield from failed(file, error)
        return
    if lines:
        yield from ("!List of Commands:", *lines, "end")
    else:
        yield _NO_CHANGES


@exec_command
def show_archive_config_rollback_timer(line: Line) -> Iterator[str]:
    """The timer of a change that is not confirmed."""
    pending = line.router.rollback.pending
    if pending is None:
        yield NOTHING
        return
    yield f"Time configured(or reconfigured): {line.router.clock.stamp(pending.set_at)}"
    yield f"Timer type: {'idle' if pending.idle else 'absolute'} timer"
    yield f"Timer value: {pending.minutes} min"
    yield f"User: {pending.user or 'console'}"
