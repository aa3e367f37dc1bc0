"""show ephone-hunt statistics and ephone-hunt statistics write-all; simulated phones answer no calls of hunt groups."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.hunt_groups import written_at, written_rows


@exec_command
def show_ephone_hunt_statistics(line: Line, hunt: str) -> None:
    """Statistics of an ephone-hunt group; a router prints nothing if there was no activity."""


@exec_command
def ephone_hunt_statistics_write_all(line: Line, location: str) -> Iterator[str]:
    """Writes the statistics of the ephone-hunt groups; the simulated router only prints them."""
    yield "Writing out all ephone hunt statistics to tftp now. "
    yield written_at(line.router)
    yield ","
    yield from written_rows(line.router, "ephone_hunt")
