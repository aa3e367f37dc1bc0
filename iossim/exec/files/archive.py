"""archive config: a copy of the running-config."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command


@exec_command
def archive_config(line: Line) -> Iterator[str]:
    """Copies the running-config to the path of the archive."""
    if message := line.router.archive.save():
        yield message
