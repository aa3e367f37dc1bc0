"""The option `--watch`: checks again whenever a file changes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

#: Clears a terminal and puts the cursor into its first line (ECMA-48).
_CLEAR = "\x1b[2J\x1b[H"


def watch(paths: Iterable[str], check: Callable[[], int], changes: Iterable[object] | None = None) -> int:
    """Checks at once, and after every change, until Ctrl-C; returns the status of the last check.

    Args:
        paths: files and folders.
        check: checks them and writes the diagnostics; returns the exit status.
        changes: yields after every change; None: the changes of the file system.
    """
    # An editor that replaces a file makes a new one, so the folder of a file is watched and not the file.
    folders = {path if path.is_dir() else path.parent for path in map(Path, paths)}
    if changes is None:
        from watchfiles import watch as changes_of

        changes = changes_of(*folders)
    status = check()
    _wait()
    with suppress(KeyboardInterrupt):
        for _ in changes:
            if sys.stdout.isatty():
                sys.stdout.write(_CLEAR)
            status = check()
            _wait()
    return status


def _wait() -> None:
    sys.stdout.flush()
    sys.stderr.write("Waiting for a change; Ctrl-C ends.\n")
    sys.stderr.flush()
