"""clear cdp and clear lldp."""

from __future__ import annotations

from iossim.exec.command import Line, exec_command


@exec_command
def clear_neighbours(line: Line) -> None:
    """Clears the neighbours, who announce themselves again at once."""
