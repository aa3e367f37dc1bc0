"""clear ipv6 neighbors."""

from __future__ import annotations

from iossim.exec.command import Line, exec_command


@exec_command
def clear_ipv6_neighbors(line: Line) -> None:
    """Clears the table of IPv6 hosts, which is empty."""
