"""write memory and write terminal: save and print the running-config."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.files.show_config import show_running_config


@exec_command
def write_memory(line: Line) -> Iterator[str]:
    """Saves the running-config as startup-config."""
    router = line.router
    saved = router.save()
    yield "Building configuration..."
    if not saved.ok:
        yield saved.message
        return
    yield "[OK]"
    if saved.message:
        yield saved.message
    if not router.nvram.persistent and not router.nvram.warned:
        router.nvram.warned = True
        yield "! iossim: kept in memory until the program ends; --nvram DIR keeps it on disk"


@exec_command
def write_terminal(line: Line) -> Iterator[str]:
    """Prints the running-config."""
    return show_running_config(line)
