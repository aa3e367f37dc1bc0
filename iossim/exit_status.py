"""The exit status of `iossim`, and the message of a command that failed.

Status 0 means success, and 1 that a command found errors in its input. A command that could not do its work ends with status 2 and
one line on standard error: a full disk, too little memory, a mistake in iossim itself.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from iossim.errors import IossimError
from iossim.escape import escaped
from iossim.failures import described, place

FAILED = 2
#: The status of a program that Ctrl-C has ended: 128 and the number of the signal.
INTERRUPTED = 130


def exit_status(command: Callable[[], int]) -> int:
    """Runs a command and returns its exit status, or that of its failure. The output has been written then.

    Args:
        command: the command; returns its exit status.

    Raises:
        SystemExit: the command line is wrong, or asks for help.
    """
    try:
        try:
            return command()
        finally:
            sys.stdout.flush()
    except IossimError as error:
        _report(str(error))
    except KeyboardInterrupt:
        _ignore_more()
        _discard(sys.stdout)
        return INTERRUPTED
    except BrokenPipeError:
        _discard(sys.stdout)  # the reader has left, and needs no message
    except MemoryError as error:
        error.__traceback__ = None  # it holds the variables that need the memory
        _report("out of memory")
    except OSError as error:
        _discard(sys.stdout)
        file = f"{error.filename}: " if error.filename is not None else ""
        _report(f"cannot read or write: {file}{error.strerror or error}")
    except Exception as error:  # noqa: BLE001 (none of them is an error in the input)
        _report(f"failed{place(error)}: {described(error)}")
    return FAILED


def _ignore_more() -> None:
    """Ignores Ctrl-C from now on: the program ends already, and a second one would print a traceback."""
    with suppress(ValueError):  # only the main thread of a process has signals
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _report(message: str) -> None:
    try:
        sys.stderr.write(f"iossim: {escaped(message)}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        _discard(sys.stderr)


def _discard(stream: TextIO) -> None:
    """Discards the output that is left in a stream; Python would try to write it at its end, and fail again."""
    with suppress(OSError, ValueError):  # a stream without a file has nothing to discard
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
