"""The settings of a terminal line, and its history of commands."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class TerminalSettings:
    """Settings of a terminal line, which `terminal …` changes.

    Attributes:
        length: rows of the screen; 0: output never stops.
        length_typed: the length was set in this session, so that output stops after a page in a pipe, too.
        width: columns of the screen.
        history_size: number of commands that are kept.
        monitor: log messages are shown.
        escape: the escape character as the router shows it: `^^x`, `none`.
        kind: type of the terminal; "": unknown.
        switches: what `terminal [no] …` turned on or off, by its words.
        directory: the current directory, for names of files without a device.
    """

    length: int = 24
    length_typed: bool = False
    width: int = 80
    history_size: int = 10
    monitor: bool = False
    escape: str = "^^x"
    kind: str = ""
    switches: dict[str, bool] = field(default_factory=dict)
    directory: str = "flash0:"


@dataclass(slots=True)
class History:
    """The history of commands; EXEC and configuration have one each."""

    lines: list[str] = field(default_factory=list)

    def add(self, line: str, size: int) -> None:
        """Adds a line, unless it repeats the last one.

        Args:
            line: the line.
            size: number of lines that are kept.
        """
        line = line.rstrip()
        if line.strip() and (not self.lines or self.lines[-1] != line):
            self.lines.append(line)
        del self.lines[: max(0, len(self.lines) - size)]
