"""The two places that keep the files of flash: a folder of the host, and memory. Both know names and bytes, and no router."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from iossim.atomic import is_leftover, make_private_folder, sync_folder, write_atomically
from iossim.errors import FlashError

#: The names from the root of flash to a file or directory; `()` is the root.
Parts = tuple[str, ...]

MISSING = "No such file or directory"
EXISTS = "File exists"
NO_FILE = "Is a directory"
NO_DIRECTORY = "Not a directory"
NOT_EMPTY = "Can't delete a directory that has files in it"
REFUSED = "Permission denied"
NO_NAME = "Invalid argument"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or directory of flash.

    Attributes:
        name: its name, without directories.
        size: its size in bytes; 0 for a directory.
        moment: the time of its last change, in UTC.
        directory: it is a directory.
    """

    name: str
    size: int
    moment: datetime
    directory: bool = False


class Store(Protocol):
    """A place for files. The names that it gets have been checked; a parent directory may be missing. Faults are a `FlashError`."""

    def entries(self, folder: Parts) -> list[Entry]:
        """The entries of a directory, oldest first; none if it does not exist."""

    def read(self, file: Parts) -> bytes:
        """The content of a file."""

    def write(self, file: Parts, data: bytes, moment: datetime) -> None:
        """Replaces or makes a file, in one piece."""

    def make_directory(self, folder: Parts, moment: datetime) -> None:
        """Makes a directory."""

    def remove(self, parts: Parts) -> None:
        """Removes a file, or a directory that is empty."""

    def rename(self, old: Parts, new: Parts) -> None:
        """Gives a file or directory another name, which is free."""

    def clear(self) -> None:
        """Removes everything."""


class MemoryStore:
    """Files that are gone when the program ends."""

    def __init__(self) -> None:
        self._files: dict[Parts, tuple[bytes | None, datetime]] = {}  # None instead of content: a directory

    def entries(self, folder: Parts) -> list[Entry]:
        """The entries of a directory, oldest first."""
        below = [(parts, *value) for parts, value in self._files.items() if parts[:-1] == folder]
        return _sorted([Entry(parts[-1], len(data or b""), moment, data is None) for parts, data, moment in below])

    def read(self, file: Parts) -> bytes:
        """The content of a file."""
        return self._files[file][0] or b""

    def write(self, file: Parts, data: bytes, moment: datetime) -> None:
        """Replaces or makes a file."""
        self._files[file] = data, moment

    def make_directory(self, folder: Parts, moment: datetime) -> None:
        """Makes a directory."""
        self._files[folder] = None, moment

    def remove(self, parts: Parts) -> None:
        """Removes a file, or a directory that is empty."""
        if self.entries(parts):
            raise FlashError(NOT_EMPTY)
        del self._files[parts]

    def rename(self, old: Parts, new: Parts) -> None:
        """Gives a file or directory, with all below it, another name."""
        moved = {parts: value for parts, value in self._files.items() if parts[: len(old)] == old}
        for parts, value in moved.items():
            del self._files[parts]
            self._files[new + parts[len(old) :]] = value

    def clear(self) -> None:
        """Removes everything."""
        self._files.clear()


class FolderStore:
    """Files in a folder of the host.

    Links, FIFOs and devices do not exist for the router, so no name leads out of the folder.

    Args:
        folder: the folder; it is made with the first file.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def entries(self, folder: Parts) -> list[Entry]:
        """The entries of a directory, oldest first."""
        try:
            with os.scandir(self._path(folder)) as scan:
                return _sorted([entry for item in scan if (entry := _entry(item)) is not None])
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise _fault(error) from error

    def read(self, file: Parts) -> bytes:
        """The content of a file."""
        try:
            return self._path(file).read_bytes()
        except OSError as error:
            raise _fault(error) from error

    def write(self, file: Parts, data: bytes, moment: datetime) -> None:
        """Replaces or makes a file, in one piece."""
        path = self._path(file)
        try:
            make_private_folder(self._folder)
            if path.is_symlink() or (path.exists() and not path.is_file()):
                raise FlashError(REFUSED)
            with _same_time(path.parent):
                write_atomically(path, data)
                os.utime(path, (moment.timestamp(), moment.timestamp()))
        except OSError as error:
            raise _fault(error) from error

    def make_directory(self, folder: Parts, moment: datetime) -> None:
        """Makes a directory."""
        path = self._path(folder)
        try:
            make_private_folder(self._folder)
            with _same_time(path.parent):
                path.mkdir(mode=0o700)
                os.utime(path, (moment.timestamp(), moment.timestamp()))
                sync_folder(path.parent)
        except OSError as error:
            raise _fault(error) from error

    def remove(self, parts: Parts) -> None:
        """Removes a file, or a directory that is empty."""
        path = self._path(parts)
        try:
            if path.is_dir() and any(path.iterdir()):
                raise FlashError(NOT_EMPTY)
            with _same_time(path.parent):
                if path.is_dir():
                    path.rmdir()
                else:
                    path.unlink()
                sync_folder(path.parent)
        except OSError as error:
            raise _fault(error) from error

    def rename(self, old: Parts, new: Parts) -> None:
        """Gives a file or directory another name."""
        source, target = self._path(old), self._path(new)
        try:
            if os.path.lexists(target) and not target.samefile(source):  # another spelling, where the host ignores case
                raise FlashError(REFUSED)
            with _same_time(source.parent), _same_time(target.parent):
                source.rename(target)
                sync_folder(target.parent)
        except OSError as error:
            raise _fault(error) from error

    def clear(self) -> None:
        """Removes everything, links and temporary files too; the targets of links stay."""
        try:
            for item in list(os.scandir(self._folder)) if self._folder.is_dir() else []:
                if item.is_dir(follow_symlinks=False):
                    shutil.rmtree(item.path)
                else:
                    Path(item.path).unlink()
        except OSError as error:
            raise _fault(error) from error

    def remove_leftovers(self) -> None:
        """Removes the temporary files of killed writers; no other process may use the folder."""
        for top, _, names in os.walk(self._folder):
            for name in filter(is_leftover, names):
                Path(top, name).unlink(missing_ok=True)

    def _path(self, parts: Parts) -> Path:
        path = self._folder.joinpath(*parts)
        try:
            os.fsencode(path)
        except UnicodeEncodeError:  # the locale of the host has no such letter, as C has only those of ASCII
            raise FlashError(NO_NAME) from None
        return path


@contextmanager
def _same_time(folder: Path) -> Iterator[None]:
    """Keeps the time of a directory while its entries change: on the router it is the time when it was made."""
    before = folder.stat()
    yield
    os.utime(folder, ns=(before.st_atime_ns, before.st_mtime_ns))


def _entry(item: os.DirEntry[str]) -> Entry | None:
    """The entry of a file or directory; None for a link, a device, and a file that is being written."""
    directory = item.is_dir(follow_symlinks=False)
    if not directory and (not item.is_file(follow_symlinks=False) or is_leftover(item.name)):
        return None
    status = item.stat(follow_symlinks=False)
    moment = datetime.fromtimestamp(int(status.st_mtime), UTC)
    return Entry(item.name, 0 if directory else status.st_size, moment, directory)


def _sorted(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (entry.moment, entry.name))


def _fault(error: OSError) -> FlashError:
    """The fault of the host, without its paths."""
    return FlashError(error.strerror or "Unknown error")
