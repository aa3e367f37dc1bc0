"""clear counters and clear interface."""

from __future__ import annotations

from iossim.exec.command import Line, Question, ask, exec_command
from iossim.exec.interfaces.named import shown
from iossim.exec.text import is_confirmed


@exec_command
def clear_counters(line: Line, name: str = "") -> Question:
    """Sets the counters of all interfaces, or of one, to 0."""
    which = "on this interface" if name else "on all interfaces"

    def answer(typed: str) -> None:
        if is_confirmed(typed):
            for port in shown(line.router, name):
                line.router.network.clear_counters(port.name)
            target = f"on interface {name}" if name else "on all interfaces"
            line.router.log("CLEAR", 5, "COUNTERS", f"Clear counter {target} by {_who(line)}")

    return ask(f'Clear "show interface" counters {which} [confirm]', answer)


@exec_command
def clear_interface(line: Line) -> None:
    """Resets the hardware of an interface; its link is up again at once."""


def _who(line: Line) -> str:
    return "console" if line.name == "console" else f"{line.user or 'unknown'} on vty0"
