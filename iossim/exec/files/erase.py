"""write erase and erase nvram:: remove the startup-config."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, Question, ask, exec_command
from iossim.exec.text import is_confirmed

_ERASE = "Erasing the nvram filesystem will remove all configuration files! Continue? [confirm]"


@exec_command
def write_erase(line: Line) -> Question:
    """Erases the startup-config, after a question."""
    return ask(_ERASE, lambda answer: _erase(line, answer))


@exec_command
def erase_nvram(line: Line) -> Question:
    """Erases the startup-config, after a question."""
    return write_erase(line)


def _erase(line: Line, answer: str) -> Iterator[str]:
    if is_confirmed(answer):
        line.router.nvram.erase()
        line.router.log("SYS", 7, "NV_BLOCK_INIT", "Initialized the geometry of nvram")
        yield "[OK]"
        yield "Erase of nvram: complete"
