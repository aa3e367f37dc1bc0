"""copy running-config startup-config and copy startup-config running-config."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, Question, ask, exec_command
from iossim.exec.files.write import write_memory


@exec_command
def copy_running_startup(line: Line) -> Question:
    """Saves the running-config, after a question for the name."""
    return ask("Destination filename [startup-config]? ", lambda answer: _save(line, answer))


def _save(line: Line, answer: str) -> Iterator[str]:
    if answer.strip() not in ("", "startup-config"):
        return iter([f"%Error opening nvram:{answer.strip()} (only startup-config is kept there)"])
    return write_memory(line)


@exec_command
def copy_startup_running(line: Line) -> Question:
    """Adds the startup-config to the running-config, after a question for the name."""
    return ask("Destination filename [running-config]? ", lambda _: _merge(line))


def _merge(line: Line) -> Iterator[str]:
    text = line.router.nvram.read()
    if text is None:
        yield "%% Non-volatile configuration memory is not present"
        return
    line.router.load(text)
    line.router.changed_by(line.user or "")
    yield f"{len(text)} bytes copied in 0.100 secs"
