"""clear ip nat."""

from __future__ import annotations

from iossim.exec.command import Line, exec_command


@exec_command
def clear_ip_nat_translation(line: Line) -> None:
    """Removes dynamic translations; there are none."""


@exec_command
def clear_ip_nat_statistics(line: Line) -> None:
    """Sets hits and misses to 0; they always are."""
