"""show running-config and show startup-config."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.render import section_lines
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
def show_running_config_interface(line: Line, name: str) -> Iterator[str]:
    """The section of one interface."""
    section = line.router.config.section("interface", name)
    assert section is not None
    text = "\n".join(["!", f"interface {name}", *section_lines(section), "end", ""])
    yield "Building configuration..."
    yield ""
    yield f"Current configuration : {len(text.encode()) + 1} bytes"  # captures count the empty line after `end`
    yield from text.split("\n")


@exec_command
def show_running_config_form(line: Line, brief: bool = False, linenum: bool = False) -> Iterator[str]:
    """The running-config without certificates, with the numbers of its lines, or as `show running-config` has it."""
    shown = list(show_running_config(line))
    if brief:
        shown = list(_without_certificates(shown))
    if linenum:
        head, text = shown[:3], shown[3:]
        shown = [*head, *(f"{number:5} : {one}" for number, one in enumerate(text[:-1], 1)), *text[-1:]]
    yield from shown


def _without_certificates(lines: list[str]) -> Iterator[str]:
    """The lines, without certificates and the `quit` at their end."""
    inside = False
    for one in lines:
        inside = inside or one.startswith(" certificate ")
        if not inside or one.startswith(" certificate "):
            yield one
        inside = inside and one.strip() != "quit"


@exec_command
def show_startup_config(line: Line) -> Iterator[str]:
    """The saved configuration."""
    text = line.router.nvram.shown()
    if text is None:
        yield "startup-config is not present"
        return
    yield f"Using {len(text.encode())} out of {SIZE} bytes"
    yield from text.split("\n")
