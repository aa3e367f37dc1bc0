"""The startup-config: in memory, or in a folder where a kill at any moment leaves the old or the new one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from iossim.errors import NvramError
from iossim.files.decoding import decode, without_surrogates

#: Bytes of nvram that `show startup-config` speaks of.
SIZE = 262136
STARTUP = "startup-config"


class Nvram:
    """Keeps the startup-config.

    Args:
        folder: where it is kept as a plain file; None: in memory only.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._text: str | None = None
        self.told = False

    @property
    def persistent(self) -> bool:
        """Whether what is saved outlives the program."""
        return self.folder is not None

    def read(self) -> str | None:
        """The startup-config; None where none is saved.

        Raises:
            NvramError: it cannot be read, or is no text.
        """
        if self.folder is None:
            return self._text
        try:
            data = (self.folder / STARTUP).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise NvramError(f"cannot read {self.folder / STARTUP}: {error.strerror}") from error
        decoded = decode(data)
        if decoded is None:
            raise NvramError(f"{self.folder / STARTUP} is not a text file (it holds NUL bytes)")
        return decoded.text

    def write(self, text: str) -> None:
        """Replaces the startup-config in one piece: temporary file, fsync, rename, fsync of the folder. The file is UTF-8.

        Raises:
            NvramError: it cannot be written; the old one is intact.
        """
        text = without_surrogates(text)
        if self.folder is None:
            self._text = text
            return
        temporary = None
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(prefix=".startup-config-", dir=self.folder)
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(self.folder / STARTUP)
            temporary = None
            self._sync_folder()
        except OSError as error:
            raise NvramError(f"cannot write {self.folder / STARTUP}: {error.strerror}") from error
        finally:
            if temporary is not None:
                with contextlib.suppress(OSError):
                    Path(temporary).unlink()

    def erase(self) -> None:
        """Removes the startup-config.

        Raises:
            NvramError: it cannot be removed.
        """
        self._text = None
        if self.folder is not None:
            try:
                (self.folder / STARTUP).unlink(missing_ok=True)
                self._sync_folder()
            except OSError as error:
                raise NvramError(f"cannot erase {self.folder / STARTUP}: {error.strerror}") from error

    def _sync_folder(self) -> None:
        if hasattr(os, "O_DIRECTORY"):
            handle = os.open(str(self.folder), os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
