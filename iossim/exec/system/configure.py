"""configure terminal, and configure, which asks for the source."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, Reply, ask, exec_command
from iossim.exec.files.copy import configure_memory, configure_network


@exec_command
def configure_terminal(line: Line, terminal: bool = False) -> Reply:
    """Goes to global configuration; without `terminal`, after a question for the source."""
    if terminal:
        return _enter(line)
    return ask("Configuring from terminal, memory, or network [terminal]? ", lambda answer: _choose(line, answer))


def _choose(line: Line, answer: str) -> Reply:
    source = answer.strip().lower()
    if "terminal".startswith(source):
        return _enter(line)
    if "memory".startswith(source):
        return configure_memory(line)
    return configure_network(line) if "network".startswith(source) else iter(['?Must be "terminal", "memory" or "network"'])


def _enter(line: Line) -> Iterator[str]:
    line.enter_configuration()
    yield "Enter configuration commands, one per line.  End with CNTL/Z."
