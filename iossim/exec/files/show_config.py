"""show running-config and show startup-config."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.nvram import SIZE


@exec_command
def show_running_config(line: Line, all: bool = False) -> Iterator[str]:
    """The running-config, as far as the user may configure it."""
    router = line.router
    permits = None if line.level == 15 else line.may_see
    head = f"!\n{router.last_change}\n!\n" if router.last_change else "!\n"
    text = head + router.running_text(permits, defaults=all)
    yield "Building configuration..."
    yield ""
    yield f"Current configuration : {len(text.encode())} bytes"
    yield from text.split("\n")


@exec_command
def show_startup_config(line: Line) -> Iterator[str]:
    """The saved configuration."""
    text = line.router.nvram.read()
    if text is None:
        yield "startup-config is not present"
        return
    yield f"Using {len(text.encode())} out of {SIZE} bytes"
    yield from text.split("\n")
