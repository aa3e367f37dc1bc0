"""show logging, clear logging and send log: the log of the router."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, Question, ask, exec_command
from iossim.exec.text import is_confirmed


@exec_command
def show_logging(line: Line) -> Iterator[str]:
    """The last log messages."""
    buffer = line.router.log.buffer
    yield "Syslog logging: enabled"
    yield f"    Buffer logging:  level debugging, {len(buffer)} messages logged"
    yield ""
    yield f"Log Buffer ({buffer.maxlen} messages):"
    yield ""
    yield from buffer


@exec_command
def clear_logging(line: Line) -> Question:
    """Empties the log buffer, after a question."""
    return ask("Clear logging buffer [confirm]", lambda answer: _clear(line, answer))


def _clear(line: Line, answer: str) -> None:
    if is_confirmed(answer):
        line.router.log.buffer.clear()


@exec_command
def send_log(line: Line, text: str) -> None:
    """Logs a message."""
    line.router.log("SYS", 7, "USERLOG_DEBUG", f"Message from tty0(user id: {line.user or ''}): {text}")
