"""show archive log config: the commands that changed the configuration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.config_log import LoggedCommand

_HEAD = " idx   sess           user@line      Logged command"
#: The bytes that an entry and a session take, as printed.
_ENTRY_BYTES, _SESSION_BYTES = 224, 3910


def _rows(commands: Iterable[LoggedCommand]) -> Iterator[str]:
    yield _HEAD
    for logged in commands:
        yield f"{logged.index:5}{logged.session:6}{logged.user:>23}  |{' ' * logged.depth}{logged.text}"


@exec_command
def show_archive_log_config_all(line: Line, provisioning: bool = False) -> Iterator[str]:
    """All commands that are kept; with `provisioning`, as lines that can be typed again."""
    commands = line.router.config_log.commands
    if not line.router.config_log.enabled and not commands:
        return iter(["% Config Logger disabled."])
    if provisioning:
        return (" " * logged.depth + logged.text for logged in commands)
    return _rows(commands)


@exec_command
def show_archive_log_config_user(line: Line, user: str) -> Iterator[str]:
    """The commands of one user."""
    return _rows(logged for logged in line.router.config_log.commands if logged.user.partition("@")[0] == user)


@exec_command
def show_archive_log_config(line: Line, index: str, last: str = "") -> Iterator[str]:
    """The commands from one number to another."""
    first, end = int(index), int(last or index)
    return _rows(logged for logged in line.router.config_log.commands if first <= logged.index <= end)


@exec_command
def show_archive_log_config_statistics(line: Line) -> Iterator[str]:
    """The number of entries, with an estimate of their memory."""
    commands = line.router.config_log.commands
    sessions = len({logged.session for logged in commands})
    held, queued = sessions * _SESSION_BYTES, len(commands) * _ENTRY_BYTES
    yield ""
    yield "Config Log Session Info:"
    yield f"        Number of sessions being tracked: {sessions}"
    yield f"        Memory being held: {held} bytes"
    yield f"        Total memory allocated for session tracking: {held} bytes"
    yield "        Total memory freed from session tracking: 0 bytes"
    yield ""
    yield "Config Log log-queue Info:"
    yield f"        Number of entries in the log-queue: {len(commands)}"
    yield f"        Memory being held in the log-queue: {queued} bytes"
    yield f"        Total memory allocated for log entries: {queued} bytes"
    yield "        Total memory freed from log entries: 0 bytes"
    yield ""
