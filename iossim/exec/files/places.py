"""The names of files as they are typed (`flash:a.cfg`, `nvram:startup-config`), and reading and writing the files that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config import Configuration
from iossim.errors import FlashError
from iossim.exec.command import Line
from iossim.files.decoding import decode
from iossim.files.load import read_lines
from iossim.router.flash_stores import MISSING, REFUSED, Parts

FLASH = ("flash", "flash0")
NETWORK = ("tftp", "ftp", "http", "https", "scp", "rcp", "sftp", "pram")
RUNNING = "running-config"
STARTUP = "startup-config"
PRIVATE = "private-config"
TIMED_OUT = "Timed out"
NO_DEVICE = "No such device"
_NOT_TEXT = "not a text file, it holds NUL bytes"
#: The devices that keep files of the router itself.
_LOCAL = (*FLASH, "nvram", "system", "null")
_TYPED = re.compile(r"([A-Za-z][A-Za-z0-9-]*):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """A file, a directory or a device, by the name that was typed.

    Attributes:
        device: the device as typed, without its colon: `flash`, `nvram`, `tftp`.
        path: the names from the root of the device; `()` is the device itself.
        host: the host of a place in the network; "" if none was typed.
    """

    device: str
    path: Parts = ()
    host: str = ""

    @property
    def is_flash(self) -> bool:
        """True for a place in flash."""
        return self.device in FLASH

    @property
    def is_network(self) -> bool:
        """True for a place that only the network reaches; nothing is ever sent."""
        return self.device in NETWORK

    @property
    def is_running(self) -> bool:
        """True for the running-config."""
        return (self.device, self.path) == ("system", (RUNNING,))

    @property
    def is_startup(self) -> bool:
        """True for the startup-config."""
        return (self.device, self.path) == ("nvram", (STARTUP,))

    @property
    def name(self) -> str:
        """The last name of the path; "" for a device."""
        return self.path[-1] if self.path else ""

    @property
    def shown(self) -> str:
        """The name in messages, with the device as typed: `flash:/a.cfg`."""
        if self.is_network:
            return f"{self.device}://{self.host}/{'/'.join(self.path)}"
        return f"{self.device}:/{'/'.join(self.path)}"

    @property
    def full(self) -> str:
        """The name with the device as the router calls it: `flash0:/a.cfg`."""
        return f"{'flash0' if self.is_flash else self.device}:/{'/'.join(self.path)}"

    def problem(self, reason: str, verb: str = "opening") -> str:
        """The message for a fault of this file."""
        return f"%Error {verb} {self.shown} ({reason})"


def place(line: Line, typed: str) -> Place:
    """Return the place that a name means; a name without a device is below the current directory of the line.

    Args:
        line: the line that it was typed on.
        typed: the name; `running-config` and `startup-config` alone are the configurations.
    """
    if typed in (RUNNING, STARTUP):
        return Place("system" if typed == RUNNING else "nvram", (typed,))
    match = _TYPED.fullmatch(typed)
    if match is None:
        current = place(line, line.terminal.directory)
        device = "flash" if current.is_flash else current.device
        return Place(device, _resolved(() if typed.startswith("/") else current.path, typed))
    device, rest = match[1].lower(), match[2]
    if device in NETWORK:
        host, _, path = rest.lstrip("/").partition("/")
        return Place(device, tuple(name for name in path.split("/") if name), host)
    return Place(device, _resolved((), rest))


def _resolved(start: Parts, typed: str) -> Parts:
    """The names of a path; `..` above the root stays, and names nothing."""
    names = list(start)
    for name in typed.split("/"):
        if name == ".." and names and names[-1] != "..":
            names.pop()
        elif name not in ("", "."):
            names.append(name)
    return tuple(names)


def read(line: Line, file: Place) -> bytes:
    """Return the content of a file.

    Raises:
        FlashError: there is no such file, or it cannot be read.
        NvramError: the startup-config cannot be read.
    """
    if file.is_flash:
        return line.router.flash.read(file.path)
    if file.is_running:
        return line.router.running_config.encode()
    if file.is_startup:
        text = line.router.nvram.read()
        if text is not None:
            return text.encode()
    _check_device(file)
    raise FlashError(REFUSED if file.path == (PRIVATE,) else MISSING)


def write(line: Line, file: Place, data: bytes) -> None:
    """Replaces or makes a file of flash, nvram: or null:.

    Raises:
        FlashError: it cannot be written; an old file is intact.
        NvramError: the startup-config cannot be written.
    """
    if file.is_flash:
        line.router.flash.write(file.path, data)
    elif file.is_startup:
        line.router.nvram.write(_text(data))
    elif file.device != "null":
        _check_device(file)
        raise FlashError(f"only {STARTUP} is kept there" if file.device == "nvram" else REFUSED)


def exists(line: Line, file: Place) -> bool:
    """True if there is a file or directory of this name in flash or nvram:."""
    if file.is_startup:
        return line.router.nvram.read() is not None
    return file.is_flash and line.router.flash.find(file.path) is not None


def read_text(line: Line, file: Place) -> str:
    """Return the text of a file.

    Raises:
        FlashError: there is no such file, or it is no text.
        NvramError: the startup-config cannot be read.
    """
    return _text(read(line, file))


def _text(data: bytes) -> str:
    decoded = decode(data)
    if decoded is None:
        raise FlashError(_NOT_TEXT)
    return decoded.text


def _check_device(file: Place) -> None:
    """Raises the fault of a device that has no files of the router."""
    if file.is_network:
        raise FlashError(TIMED_OUT)
    if file.device not in _LOCAL:
        raise FlashError(NO_DEVICE)


def parsed(line: Line, text: str) -> Configuration:
    """Return the configuration tree of a text."""
    configuration = Configuration(line.router.config.language)
    read_lines(configuration, text.split("\n"))
    return configuration


def is_quiet(line: Line) -> bool:
    """True with `file prompt quiet`: commands for files ask nothing that they can decide."""
    entry = line.router.config.root.get("file_prompt")
    return entry is not None and not entry.negative and entry.words[-1] == "quiet"


def failed(file: Place, error: FlashError, verb: str = "opening") -> Iterator[str]:
    """The output of a command that stopped at a file."""
    yield file.problem(error.reason, verb)
