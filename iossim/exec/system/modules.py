"""Modules in the slots of the router, of which there is none, its boot program, and test aaa."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.errors import FlashError
from iossim.exec.command import Line, exec_command
from iossim.exec.files.places import failed, place, read

_NO_MODULE = "% There is no module in this slot"


@exec_command
def hw_module(line: Line) -> Iterator[str]:
    """Turns a module on or off; the slots are empty."""
    yield _NO_MODULE


@exec_command
def service_module(line: Line) -> Iterator[str]:
    """Works on the module behind an interface; there is none."""
    yield _NO_MODULE


@exec_command
def upgrade_rom_monitor(line: Line, url: str) -> Iterator[str]:
    """Replaces the boot program by a file; no file is one."""
    file = place(line, url)
    try:
        read(line, file)
    except FlashError as error:
        yield from failed(file, error)
        return
    yield file.problem("Invalid file", "verifying")


@exec_command
def test_aaa_group(line: Line, aaa_servers: str) -> Iterator[str]:
    """Asks a group of servers for a user; none of them answers."""
    is_radius = line.router.config.root.section("aaa_group_server", "radius", aaa_servers) is not None or aaa_servers == "radius"
    yield f"Attempting authentication test to server-group {aaa_servers} using {'radius' if is_radius else 'tacacs+'}"
    yield "No authoritative response from any server."
