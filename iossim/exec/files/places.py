"""The files that commands name: finding, reading and writing them."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.errors import FlashError
from iossim.exec.command import Line
from iossim.files.decoding import decode
from iossim.router.flash_stores import MISSING, REFUSED
from iossim.router.places import FLASH, NO_DEVICE, STARTUP, TIMED_OUT, Place, place_of

PRIVATE = "private-config"
_NOT_TEXT = "not a text file, it holds NUL bytes"
#: The devices that keep files of the router itself.
_LOCAL = (*FLASH, "nvram", "system", "null")


def place(line: Line, typed: str) -> Place:
    """Return the place that a name means; a name without a device is below the current directory of the line."""
    return place_of(typed, line.terminal.directory)


def read(line: Line, file: Place) -> bytes:
    """Return the content of a file; null: is empty.

    Raises:
        FlashError: there is no such file, or it cannot be read.
        NvramError: the startup-config cannot be read.
    """
    if file.is_flash:
        return line.router.flash.read(file.path)
    if file.is_running:
        return line.router.running_config.encode()
    if file.is_startup:
        text = line.router.nvram.shown()
        if text is not None:
            return text.encode()
    if file.device == "null" and not file.path:
        return b""
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


def is_quiet(line: Line) -> bool:
    """True with `file prompt quiet`: commands for files ask nothing that they can decide."""
    entry = line.router.config.root.get("file_prompt")
    return entry is not None and not entry.negative and entry.words[-1] == "quiet"


def failed(file: Place, error: FlashError, verb: str = "opening") -> Iterator[str]:
    """The output of a command that stopped at a file."""
    yield file.problem(error.reason, verb)
