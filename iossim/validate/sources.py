"""The files to validate: finds them and reads them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from iossim.files.decoding import DecodedText, decode

#: Suffixes of the files that are read from a folder.
SUFFIXES = (".cfg", ".conf", ".txt", ".ios")
STDIN = "-"


@dataclass(frozen=True, slots=True)
class ConfigurationFile:
    """A file that has been read, or could not be read.

    Attributes:
        path: its name.
        decoded: its text; None if there is none.
        problem: the reason why there is no text.
    """

    path: str
    decoded: DecodedText | None
    problem: str = ""


def configuration_files(paths: Iterable[str | Path]) -> Iterator[ConfigurationFile]:
    """Reads files: a file itself, the configuration files in a folder and its subfolders, or standard input for `-`.

    A path that leads to no file gives a result without a text, so that a mistyped path does not pass as a clean one.
    """
    for path in paths:
        if str(path) == STDIN:
            yield _decoded("<stdin>", sys.stdin.buffer.read())
        elif not str(path):
            yield ConfigurationFile("", None, "is no name of a file")
        elif Path(path).is_dir():
            files = sorted(_in_folder(Path(path)))
            if not files:
                yield ConfigurationFile(str(path), None, f"holds no configuration file ({', '.join(SUFFIXES)})")
            yield from map(read, files)
        else:
            yield read(Path(path))


def _in_folder(folder: Path) -> Iterator[Path]:
    """The configuration files in a folder and its subfolders, except hidden folders and hidden files."""
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(parent, name)
            if path.suffix in SUFFIXES and not name.startswith(".") and path.is_file():
                yield path


def read(path: Path) -> ConfigurationFile:
    """Reads one file."""
    try:
        return _decoded(str(path), path.read_bytes())
    except OSError as error:
        return ConfigurationFile(str(path), None, f"cannot be read: {error.strerror}")


def _decoded(path: str, data: bytes) -> ConfigurationFile:
    text = decode(data)
    return ConfigurationFile(path, text, "" if text is not None else "is not a text file: it holds NUL bytes")
