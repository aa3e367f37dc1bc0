"""show flash: and show file systems: the file systems of the router and the files of flash:."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.files.dir import nvram_free
from iossim.exec.files.places import place
from iossim.router.nvram import SIZE
from iossim.router.places import NO_DEVICE, Place

#: The file systems without a size: type, flags and prefix; flash and nvram stand between them at their names.
_SYSTEMS = (
    ("opaque", "rw", "archive:"),
    ("opaque", "rw", "system:"),
    ("opaque", "rw", "tmpsys:"),
    ("opaque", "rw", "null:"),
    ("network", "rw", "tftp:"),
    ("disk", "rw", "flash0: flash:#"),
    ("disk", "rw", "flash1:"),
    ("nvram", "rw", "nvram:"),
    ("opaque", "wo", "syslog:"),
    ("opaque", "rw", "xmodem:"),
    ("opaque", "rw", "ymodem:"),
    ("network", "rw", "rcp:"),
    ("network", "rw", "pram:"),
    ("network", "rw", "http:"),
    ("network", "rw", "ftp:"),
    ("network", "rw", "scp:"),
    ("opaque", "ro", "tar:"),
    ("network", "rw", "https:"),
    ("opaque", "ro", "cns:"),
)


@exec_command
def show_flash(line: Line) -> Iterator[str]:
    """All files and directories of flash:, with the bytes that are free."""
    flash = line.router.flash
    yield "-#- --length-- -----date/time------ path"
    for number, (parts, entry) in enumerate(flash.walk(), start=1):
        moment = f"{entry.moment:%b %d %Y %H:%M:%S} +00:00"
        yield f"{number:<4}{entry.size:>10} {moment} {'/'.join(parts)}"
    yield ""
    yield f"{flash.free} bytes available ({flash.total - flash.free} bytes used)"


@exec_command
def show_other_device(line: Line, other_device: str) -> Iterator[str]:
    """A device for files that is not plugged in."""
    yield Place(other_device.rstrip(":")).problem(NO_DEVICE)


@exec_command
def show_file_systems(line: Line) -> Iterator[str]:
    """The file systems; `*` marks the one of the current directory."""
    current = place(line, line.terminal.directory)
    flash = line.router.flash
    sizes = {"flash0: flash:#": (flash.total, flash.free), "nvram:": (SIZE, nvram_free(line))}
    yield "File Systems:"
    yield ""
    yield "       Size(b)       Free(b)      Type  Flags  Prefixes"
    for kind, flags, prefixes in _SYSTEMS:
        size, free = sizes.get(prefixes, ("-", "-"))
        mark = "*" if f"{current.device}:" in prefixes.replace("#", "").split() else " "
        yield f"{mark}{size:>13}{free:>14}{kind:>10}{flags:>7}   {prefixes}"
    yield ""
