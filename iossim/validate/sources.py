"""The files to validate: finds them and reads them."""

from __future__ import annotations

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
    """Reads files: a file itself, the configuration files in a folder and its subfolders, or standard input for `-`."""
    for path in paths:
        if str(path) == STDIN:
            yield _decoded("<stdin>", sys.stdin.buffer.read())
        elif Path(path).is_dir():
            for file in sorted(entry for entry in Path(path).rglob("*") if entry.suffix in SUFFIXES and entry.is_file()):
                yield read(file)
        else:
            yield read(Path(path))


def read(path: Path) -> ConfigurationFile:
    """Reads one file."""
    try:
        return _decoded(str(path), path.read_bytes())
    except OSError as error:
        return ConfigurationFile(str(path), None, f"cannot be read: {error.strerror}")


def _decoded(path: str, data: bytes) -> ConfigurationFile:
    text = decode(data)
    return ConfigurationFile(path, text, "" if text is not None else "is not a text file: it holds NUL bytes")
