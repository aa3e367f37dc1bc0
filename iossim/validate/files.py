"""Finds and reads the files to validate."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from iossim.files.decoding import Decoded, decode

#: Files taken from a folder.
SUFFIXES = (".cfg", ".conf", ".txt", ".ios")
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its name, and its text or the reason why there is none."""

    path: str
    decoded: Decoded | None
    problem: str = ""


def sources(paths: Iterable[str | Path]) -> Iterator[Source]:
    """The files behind paths: a file itself, the configurations in a folder, standard input for `-`."""
    for path in paths:
        if str(path) == STDIN:
            yield _source("<stdin>", sys.stdin.buffer.read())
        elif Path(path).is_dir():
            for file in sorted(each for each in Path(path).rglob("*") if each.suffix in SUFFIXES and each.is_file()):
                yield read(file)
        else:
            yield read(Path(path))


def read(path: Path) -> Source:
    """One file."""
    try:
        return _source(str(path), path.read_bytes())
    except OSError as error:
        return Source(str(path), None, f"cannot be read: {error.strerror}")


def _source(path: str, data: bytes) -> Source:
    decoded = decode(data)
    if decoded is None:
        return Source(path, None, "is not a text file: it holds NUL bytes")
    return Source(path, decoded)
