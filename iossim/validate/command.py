"""The command `iossim validate`: output, exit status, and our own failures."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from traceback import extract_tb
from typing import TextIO

from iossim.errors import IossimError
from iossim.validate import Counts, Target, run
from iossim.validate.output import write_json, write_text

#: Exit statuses: no errors in the files, errors in the files, files could not be checked.
SOUND, FAULTY, FAILED = 0, 1, 2


def run_command(paths: Iterable[str | Path], target: Target, *, as_json: bool = False, verbose: bool = False) -> int:
    """Validates files and writes the result to standard output.

    A failure of iossim itself, or of the output, is one line on standard error and the status 2: the status 1 means that
    the files have errors.

    Args:
        paths: files, or folders with files; `-` is standard input.
        target: the router that the files are meant for.
        as_json: write JSON in place of text.
        verbose: in text, also write the diagnostics of severity "info".

    Returns:
        The exit status.
    """
    try:
        return _validated(paths, target, sys.stdout, as_json, verbose)
    except IossimError:
        raise
    except BrokenPipeError:
        _discard(sys.stdout)
    except OSError as error:
        _discard(sys.stdout)
        print(f"iossim: validate cannot write its result: {error.strerror or error}", file=sys.stderr)
    except Exception as error:  # noqa: BLE001 (none of them is a fault of the files)
        print(f"iossim: validate failed{_place(error)}: {_described(error)}", file=sys.stderr)
    return FAILED


def _validated(paths: Iterable[str | Path], target: Target, out: TextIO, as_json: bool, verbose: bool) -> int:
    if isinstance(out, io.TextIOWrapper):
        # Characters that the encoding lacks, such as the bytes of a file name that is not UTF-8, are written as escapes.
        out.reconfigure(errors="backslashreplace")
    counts = Counts()
    diagnostics = list(run(paths, counts, target))
    if as_json:
        write_json(diagnostics, counts, out)
    else:
        write_text(diagnostics, counts, out, verbose)
    out.flush()
    if any(diagnostic.code == "unreadable" for diagnostic in diagnostics):
        return FAILED
    return FAULTY if counts.errors else SOUND


def _discard(out: TextIO) -> None:
    """Discards what is still to be written, which Python would try to write once more at its end."""
    with suppress(OSError):  # a stream without a file has nothing to discard
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def _place(error: Exception) -> str:
    """The place in iossim where an exception was raised."""
    frames = extract_tb(error.__traceback__)
    return f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


def _described(error: Exception) -> str:
    """An exception on one line."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
