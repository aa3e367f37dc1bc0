"""configure replace, configure revert, configure confirm and configure terminal revert: changes that can be taken back."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.errors import FlashError
from iossim.exec.command import Line, Reply, ask, exec_command
from iossim.exec.files.places import failed, is_quiet, place, read_text
from iossim.exec.text import is_yes
from iossim.router.replacing import Replacement, replace
from iossim.router.rollback import NOTHING

_EXPLAINED = (
    "This will apply all necessary additions and deletions",
    "to replace the current running configuration with the",
    "contents of the specified configuration file, which is",
    "assumed to be a complete configuration, not a partial",
)
_SURE = "configuration. Enter Y if you are sure you want to proceed. ? [no]: "
_FRAME = "********"
_BACKUP = "Rollback Confirmed Change: Backing up current running config to "
_ROLLING = "Rollback Confirmed Change: rolling to:"


@exec_command
def configure_replace(
    line: Line,
    url: str,
    force: bool = False,
    list: bool = False,
    minutes: str | tuple[str, ...] = "",
) -> Reply:
    """Replaces the running-config by another configuration, in one piece; with a time, it must be confirmed."""
    if locked := line.router.configuration_lock.refusal(line):
        return iter([locked])
    file = place(line, url)
    try:
        text = read_text(line, file)
    except FlashError as error:
        return failed(file, error)
    wait = int(minutes if isinstance(minutes, str) else minutes[-1]) if minutes else 0
    if force or is_quiet(line):
        return _replace(line, text, list, wait)
    return ask(_SURE, lambda answer: _replace(line, text, list, wait) if is_yes(answer) else None, says=_EXPLAINED, default="yes")


def _replace(line: Line, text: str, listed: bool, minutes: int) -> Iterator[str]:
    if minutes:
        file, message = line.router.rollback.start(minutes, False, line.user or "")
        if message:
            yield message
            return
        yield f"{_BACKUP}{file}"
        yield ""
    yield from _report(replace(line.router, text, line.user or ""), listed)


def _report(done: Replacement, listed: bool = False) -> Iterator[str]:
    for number, lines in enumerate(done.passes if listed else (), start=1):
        yield from (f"!Pass {number}", "", "!List of Rollback Commands:", *lines, "end", "", "")
    if not done.left:
        yield f"Total number of passes: {len(done.passes)}"
        yield "Rollback Done"
        yield ""
        return
    yield f"Rollback aborted after {len(done.passes)} passes"
    yield "The rollback configlet from the last pass is listed below:"
    yield from (_FRAME, "", "!List of Rollback Commands:", *done.left, "end", "", _FRAME, "")


@exec_command
def configure_revert(line: Line, now: bool = False, idle: bool = False, minutes: str = "") -> Iterator[str]:
    """Goes back to the copy of a change that is not confirmed, or sets its timer anew."""
    rollback = line.router.rollback
    if not now:
        if not rollback.set_timer(int(minutes), idle):
            yield NOTHING
        return
    done = rollback.revert()
    if done is None:
        yield NOTHING
        return
    yield f"{_ROLLING}{done[0]}"
    yield ""
    yield from _report(done[1])


@exec_command
def configure_confirm(line: Line) -> Iterator[str]:
    """Confirms a change."""
    if not line.router.rollback.confirm(line.user or ""):
        yield NOTHING


@exec_command
def configure_terminal_revert(line: Line, minutes: str, idle: bool = False) -> Iterator[str]:
    """Goes to global configuration; the changes are taken back unless they are confirmed in time."""
    if locked := line.router.configuration_lock.refusal(line):
        yield locked
        return
    file, message = line.router.rollback.start(int(minutes), idle, line.user or "")
    if message:
        yield message
        return
    yield f"{_BACKUP}{file}"
    yield ""
    line.enter_configuration()
    yield "Enter configuration commands, one per line.  End with CNTL/Z."
