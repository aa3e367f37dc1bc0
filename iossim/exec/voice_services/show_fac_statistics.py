"""show voice fac statistics: calls that failed because of a forced authorization code."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command


@exec_command
def show_voice_fac_statistics(line: Line) -> Iterator[str]:
    """The failed calls; simulated calls need no code."""
    yield "Voice FAC statistics for failure calls:"
    yield "  Total basic calls:             0"
    yield "  Total forward calls:           0"
