"""reload: restart the router from its startup-config."""

from __future__ import annotations

from collections.abc import Iterable

from iossim.exec.command import Line, Question, ask, exec_command
from iossim.exec.files.write import write_memory
from iossim.exec.text import is_confirmed, is_yes


@exec_command
def reload(line: Line) -> Question:
    """Restarts the router, after questions; the first question is asked if the configuration is not saved."""
    if not line.router.modified:
        return _proceed(line)
    question = "System configuration has been modified. Save? [yes/no]: "
    return ask(question, lambda answer: _proceed(line, write_memory(line) if is_yes(answer) else ()), default="no")


def _proceed(line: Line, says: Iterable[str] = ()) -> Question:
    return ask("Proceed with reload? [confirm]", lambda answer: _restart(line, answer), says=says)


def _restart(line: Line, answer: str) -> None:
    if is_confirmed(answer):
        line.router.restart(line.router.nvram.read())
        line.router.log("SYS", 5, "RELOAD", "Reload requested by console. Reload Reason: Reload Command.")
        line.close()
