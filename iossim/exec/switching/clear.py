"""clear crypto."""

from __future__ import annotations

from iossim.exec.command import Line, exec_command


@exec_command
def clear_crypto(line: Line) -> None:
    """Removes security associations; there are none."""
