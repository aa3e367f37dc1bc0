"""Replaces files so that a kill at any moment leaves the old or the new content, and makes folders that only their owner can read."""

from __future__ import annotations

import os
import re
from pathlib import Path

_SUFFIX = ".tmp"


def write_atomically(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Replaces a file: temporary file beside it, fsync, rename, fsync of the folder.

    Args:
        path: the file, in a folder that exists; a link to a file is followed.
        data: its new content.
        mode: its new permissions.

    Raises:
        OSError: it cannot be written; the old file is intact.
    """
    import tempfile

    path = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", suffix=_SUFFIX, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)  # after the rename there is none
    sync_folder(path.parent)


def remove_leftovers(folder: Path, name: str) -> None:
    """Removes the temporary files that killed writers of a file have left; no process may be writing the file now.

    Args:
        folder: the folder of the file.
        name: the name of the file.

    Raises:
        OSError: a temporary file cannot be removed.
    """
    for entry in list(os.scandir(folder)):
        if is_leftover(entry.name, name) and entry.is_file(follow_symlinks=False):
            Path(entry.path).unlink(missing_ok=True)


def is_leftover(entry: str, name: str | None = None) -> bool:
    """True if a file name is that of a temporary file of `write_atomically`.

    Args:
        entry: the name.
        name: the name of the file that was being written; None: any.
    """
    of = ".+" if name is None else re.escape(name)
    return re.fullmatch(rf"\.{of}-[a-z0-9_]{{8}}{re.escape(_SUFFIX)}", entry) is not None


def make_private_folder(folder: Path) -> None:
    """Makes a folder for its owner alone (mode 0700), and the folders above it; nothing happens if it exists.

    Args:
        folder: the folder.

    Raises:
        OSError: it cannot be made, or something else has its name.
    """
    if folder.is_dir():
        return
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for made in missing:
        sync_folder(made.parent)


def sync_folder(folder: Path) -> None:
    """Writes the names in a folder to the disk; nothing happens on systems that cannot open a folder (Windows).

    Raises:
        OSError: the folder cannot be opened or synchronised.
    """
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
