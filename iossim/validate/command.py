"""The command `iossim validate`: output and exit status."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from iossim.validate import Counts, Diagnostic, Target, run
from iossim.validate.output import write_json, write_text

#: Exit statuses: no errors in the files, errors in the files, a file could not be read.
SOUND, FAULTY, UNREADABLE = 0, 1, 2


def run_command(paths: Iterable[str | Path], target: Target, *, as_json: bool = False, verbose: bool = False) -> int:
    """Validates files, and writes the diagnostics to standard output; returns the exit status.

    Args:
        paths: files, or folders with files; `-` is standard input.
        target: the router that the files are meant for.
        as_json: write JSON instead of text.
        verbose: in text, also write the diagnostics of severity "info".
    """
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper):
        # Characters that the encoding lacks, such as the bytes of a file name that is not UTF-8, are written as escapes.
        out.reconfigure(errors="backslashreplace")
    counts = Counts()
    codes: set[str] = set()
    diagnostics = _noting(codes, run(paths, counts, target))
    if as_json:
        write_json(diagnostics, counts, out)
    else:
        write_text(diagnostics, counts, out, verbose)
    if "unreadable" in codes:
        return UNREADABLE
    return FAULTY if counts.errors else SOUND


def _noting(codes: set[str], diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The same diagnostics; their codes are added to a set. They are written as they come, while other files are read."""
    for diagnostic in diagnostics:
        codes.add(diagnostic.code)
        yield diagnostic
