"""The settings of one line, and the history of what was typed."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class TerminalSettings:
    """Settings of a terminal line, as `terminal …` changes them."""

    length: int = 24
    width: int = 80
    history_size: int = 10
    monitor: bool = False


@dataclass(slots=True)
class History:
    """The lines typed in EXEC, or in configuration."""

    lines: list[str] = field(default_factory=list)

    def add(self, line: str, size: int) -> None:
        """Adds a line, unless it repeats the last one.

        Args:
            line: as typed.
            size: number of lines that are kept.
        """
        line = line.rstrip()
        if line.strip() and (not self.lines or self.lines[-1] != line):
            self.lines.append(line)
        del self.lines[: max(0, len(self.lines) - size)]
