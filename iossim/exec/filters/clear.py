"""clear access-list counters."""

from __future__ import annotations

from iossim.exec.command import Line, exec_command


@exec_command
def clear_access_list_counters(line: Line) -> None:
    """Sets the numbers of matches to 0; no packet is filtered, so they always are."""
