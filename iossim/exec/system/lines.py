"""show users and clear line: the lines in use."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.platforms import USUAL, platform
from iossim.exec.command import Line, Question, ask, exec_command
from iossim.exec.text import is_confirmed


@exec_command
def show_users(line: Line) -> Iterator[str]:
    """The lines in use."""
    yield "    Line       User       Host(s)              Idle       Location"
    first_vty = (line.router.platform or platform(USUAL)).first_vty
    used = 0
    for other in line.router.lines:
        mark = "*" if other is line else " "
        kind, number = ("con 0", 0) if other.name == "console" else (f"vty {used}", first_vty + used)
        used += other.name != "console"
        yield f"{mark}{number:3} {kind:10}{other.user or '':10} idle                 00:00:00   "
    yield ""
    yield "  Interface    User               Mode         Idle     Peer Address"
    yield ""


@exec_command
def clear_line(line: Line, number: str) -> Question:
    """Resets a terminal line; simulated sessions go on."""
    return ask("[confirm]", _clear)


def _clear(answer: str) -> Iterator[str]:
    if is_confirmed(answer):
        yield " [OK]"
