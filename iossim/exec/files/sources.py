"""The text of a configuration by the name that is typed for it."""

from __future__ import annotations

from pathlib import Path

from iossim.config import Configuration
from iossim.errors import ConfigurationError
from iossim.exec.command import Line
from iossim.files.load import read_lines
from iossim.router import read_configuration


def read_source(line: Line, name: str) -> str | None:
    """Return the text of a configuration; None if it does not exist.

    Args:
        line: the line that the command was typed on.
        name: `system:running-config`, `nvram:startup-config`, or a file in the folder `flash` beside nvram.

    Raises:
        NvramError: the startup-config cannot be read.
    """
    if name.endswith("running-config"):
        return line.router.running_config
    if name.endswith("startup-config"):
        return line.router.nvram.read()
    folder = line.router.nvram.folder
    path = _file_in(folder / "flash", name.split(":", 1)[-1].lstrip("/")) if folder is not None else None
    try:
        return read_configuration(path) if path is not None else None
    except ConfigurationError:
        return None


def _file_in(folder: Path, name: str) -> Path | None:
    """The file of a folder; None if it does not exist, or lies elsewhere (`..`, a link)."""
    try:
        path = (folder / name).resolve()
        return path if path.is_file() and path.is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError, ValueError):  # a circle of links; a NUL byte
        return None


def missing(name: str) -> str:
    """Return the message for a configuration that does not exist."""
    return f"%Error opening {name} (No such file or directory)"


def parsed(line: Line, text: str) -> Configuration:
    """Return the configuration tree of a text."""
    configuration = Configuration(line.router.config.language)
    read_lines(configuration, text.split("\n"))
    return configuration
