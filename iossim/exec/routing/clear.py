"""clear ip route."""

from __future__ import annotations

from iossim.exec.command import Line, exec_command


@exec_command
def clear_ip_route(line: Line) -> None:
    """Computes the routes again; the table is the same after it."""
