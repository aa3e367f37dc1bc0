"""The startup-config: in memory, or in a folder that one process uses at a time."""

from __future__ import annotations

import contextlib
import os
import stat
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from iossim.atomic import make_private_folder, remove_leftovers, sync_folder, write_atomically
from iossim.errors import NvramError
from iossim.files.decoding import decode, without_surrogates
from iossim.language import language

if TYPE_CHECKING:
    from filelock import BaseFileLock

#: The size of nvram in bytes, as `show startup-config` prints it.
SIZE = 262136
STARTUP = "startup-config"
#: The file that is locked while a process uses the folder; it holds the number of the process.
LOCK = ".iossim.lock"


class Nvram:
    """Keeps the startup-config.

    One process at a time uses a folder. Routers of the same process share it: each reads what any of them saved last.

    Args:
        folder: the folder that keeps it as a plain file; None keeps it in memory.

    Attributes:
        folder: the folder.
        original: the startup-config until one is saved; None: there is none.
        warned: the user has seen the warning that it is kept in memory only.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.warned = False
        self.original: str | None = None
        self._text: str | None = None
        self._lock: BaseFileLock | None = None

    @property
    def persistent(self) -> bool:
        """True if the startup-config is kept after the program ends."""
        return self.folder is not None

    @property
    def locked(self) -> bool:
        """True if this process holds the lock of the folder."""
        return self._lock is not None

    def open(self) -> None:
        """Makes the folder if it is missing, locks it for this process, and removes the temporary files of killed processes.

        The lock ends with the last `Nvram` of the folder in this process, or with the process. A folder that this process may
        not write is not locked.

        Raises:
            NvramError: the folder cannot be used, or another process uses it.
        """
        if self.folder is None or self._lock is not None:
            return
        try:
            if not self.folder.is_dir():
                self._make_folder(self.folder)
            if os.access(self.folder, os.W_OK):
                self._lock = _locked(self.folder)
                remove_leftovers(self.folder, STARTUP)
        except OSError as error:
            raise self._fault("use", error.strerror, self.folder) from error

    def read(self) -> str | None:
        """The startup-config; None if none is saved.

        Raises:
            NvramError: it cannot be read, or is no text.
        """
        if self.folder is None:
            return self._text if self._text is not None else self.original
        try:
            self._check_file()
            data = (self.folder / STARTUP).read_bytes()
        except FileNotFoundError:
            return self.original
        except OSError as error:
            raise self._fault("read", error.strerror) from error
        decoded = decode(data)
        if decoded is None:
            raise self._fault("read", "not a text file, it holds NUL bytes")
        return decoded.text

    def shown(self) -> str | None:
        """The startup-config as a user sees it: without the lines that a router keeps outside it (`//@ apart`)."""
        text = self.read()
        return None if text is None else "\n".join(line for line in text.split("\n") if not line.startswith(_apart()))

    def write(self, text: str) -> None:
        """Replaces the startup-config in one piece; the file is UTF-8. If it is a link, the file that it names is replaced.

        Args:
            text: the new startup-config.

        Raises:
            NvramError: it cannot be written; the old one is intact.
        """
        text = without_surrogates(text)
        if self.folder is None:
            self._text = text
            return
        self.open()
        try:
            self._check_file()
            write_atomically(self.folder / STARTUP, text.encode())
        except OSError as error:
            raise self._fault("write", error.strerror) from error

    def erase(self) -> None:
        """Removes the startup-config. If it is a link, the file that it names is removed.

        Raises:
            NvramError: it cannot be removed.
        """
        self._text = self.original = None
        if self.folder is None or not self.folder.is_dir():
            return
        try:
            self._check_file()
            file = (self.folder / STARTUP).resolve()
            file.unlink(missing_ok=True)
            sync_folder(file.parent)
        except OSError as error:
            raise self._fault("erase", error.strerror) from error

    # -- inside ---------------------------------------------------------------------------------------------------------------

    def _make_folder(self, folder: Path) -> None:
        if folder.is_symlink() and not folder.exists():
            raise self._fault("use", "it is a link to a folder that does not exist", folder)
        if folder.exists():
            raise self._fault("use", "it is not a folder", folder)
        make_private_folder(folder)

    def _check_file(self) -> None:
        """Refuses a startup-config that is a folder, a FIFO or a device, which could be read without end."""
        assert self.folder is not None
        try:
            mode = (self.folder / STARTUP).stat().st_mode
        except FileNotFoundError:
            return
        if not stat.S_ISREG(mode):
            raise self._fault("open", "it is not a file")

    def _fault(self, verb: str, reason: str | None, path: Path | None = None) -> NvramError:
        assert self.folder is not None
        reason = reason or "Unknown error"
        return NvramError(f"cannot {verb} {path or self.folder / STARTUP}: {reason}", reason)


def _locked(folder: Path) -> BaseFileLock:
    """The lock of a folder, held by this process until the last reference to it is gone.

    Raises:
        NvramError: another process holds it.
        OSError: the lock file cannot be written.
    """
    from filelock import FileLock, Timeout

    file = folder.resolve() / LOCK
    lock = FileLock(file, timeout=0, mode=0o600, thread_local=False, is_singleton=True)
    try:
        lock.acquire()
    except Timeout as error:
        process = _process(file)
        owner = f"process {process}" if process else "another process"
        raise NvramError(f"cannot use {folder}: {owner} of iossim uses it", "Device or resource busy") from error
    with contextlib.suppress(OSError):  # it is only for the message above; on Windows a locked file cannot be written
        file.write_text(f"{os.getpid()}\n", encoding="ascii")
    return lock


def _process(file: Path) -> str:
    """The number of the process that holds a lock; "" if the file does not say it."""
    try:
        text = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return text if text.isdecimal() else ""


@cache
def _apart() -> tuple[str, ...]:
    """The beginnings of lines of global configuration that a router keeps outside its configuration."""
    return tuple(f"{rule.leading_words} " for rule in language().mode("global").commands if rule.apart)
