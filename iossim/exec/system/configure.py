"""configure terminal."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, Reply, ask, exec_command


@exec_command
def configure_terminal(line: Line, terminal: bool = False) -> Reply:
    """Goes to global configuration; without `terminal`, after a question for the source."""
    if terminal:
        return _enter(line)
    return ask("Configuring from terminal, memory, or network [terminal]? ", lambda answer: _choose(line, answer))


def _choose(line: Line, answer: str) -> Iterator[str]:
    if not "terminal".startswith(answer.strip().lower()):
        return iter(['?Must be "terminal", "memory" or "network"'])
    return _enter(line)


def _enter(line: Line) -> Iterator[str]:
    line.enter_configuration()
    yield "Enter configuration commands, one per line.  End with CNTL/Z."
