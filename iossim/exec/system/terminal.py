"""terminal … and show terminal: the settings of the line; show history."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command

_HISTORY_SIZE = 10


@exec_command
def terminal_length(line: Line, lines: str) -> None:
    """Sets the number of lines of a page; 0: no pages."""
    line.terminal.length, line.terminal.length_typed = int(lines), True


@exec_command
def terminal_width(line: Line, columns: str) -> None:
    """Sets the width of the terminal."""
    line.terminal.width = int(columns)


@exec_command
def terminal_history(line: Line, size: str | bool = True) -> None:
    """Sets the number of commands that are remembered."""
    line.terminal.history_size = _HISTORY_SIZE if size is True else int(size)


@exec_command
def terminal_monitor(line: Line, no: bool = False) -> None:
    """Copies log messages to this line, or no longer."""
    line.terminal.monitor = not no


@exec_command
def show_terminal(line: Line) -> Iterator[str]:
    """The settings of the line."""
    settings = line.terminal
    yield 'Line 0, Location: "", Type: ""'
    yield f"Length: {settings.length} lines, Width: {settings.width} columns"
    yield f"History is enabled, history size is {settings.history_size}."


@exec_command
def show_history(line: Line) -> Iterator[str]:
    """The commands typed before."""
    yield from (f"  {command}" for command in line.history())
