"""SCP: files that clients copy to and from the router. asyncssh speaks the protocol; the files are those that `copy` knows."""

from __future__ import annotations

import stat
import sys
from dataclasses import dataclass, field

import asyncssh

from iossim.errors import FlashError, NvramError
from iossim.exec.files.places import exists, place, read, write
from iossim.session import Session

_FILE = stat.S_IFREG | 0o644
_DIRECTORY = stat.S_IFDIR | 0o755


@dataclass(slots=True)
class _Open:
    """A file that a client reads or writes: its path, its bytes, and True if they are to be written."""

    path: str
    data: bytearray = field(default_factory=bytearray)
    changed: bool = False


class RouterFiles(asyncssh.SFTPServer):
    """The files of a router, as asyncssh's SCP reads and writes them. A file is written in one piece, when its client has sent all of it.

    Args:
        channel: the channel of the client.
        line: the session of the user, whose privilege level is 15.
    """

    def __init__(self, channel: asyncssh.SSHServerChannel[bytes], line: Session) -> None:
        super().__init__(channel)
        self._line = line

    def stat(self, path: bytes) -> asyncssh.SFTPAttrs:
        """Size and kind of a file."""
        name = path.decode("utf-8", "replace")
        where = place(self._line, name)
        entry = self._line.router.flash.find(where.path) if where.is_flash else None
        if entry is not None and entry.directory:
            return asyncssh.SFTPAttrs(type=asyncssh.FILEXFER_TYPE_DIRECTORY, permissions=_DIRECTORY, size=0)
        if not where.is_running and not exists(self._line, where):
            raise asyncssh.SFTPNoSuchFile(f"No such file: {name}")
        return asyncssh.SFTPAttrs(type=asyncssh.FILEXFER_TYPE_REGULAR, permissions=_FILE, size=len(self._content(name)))

    lstat = stat

    def open(self, path: bytes, pflags: int, attrs: asyncssh.SFTPAttrs) -> object:
        """Opens a file."""
        name = path.decode("utf-8", "replace")
        if pflags & asyncssh.FXF_WRITE:
            return _Open(name, changed=True)
        return _Open(name, bytearray(self._content(name)))

    def read(self, file_obj: object, offset: int, size: int) -> bytes:
        """Bytes of a file."""
        assert isinstance(file_obj, _Open)
        return bytes(file_obj.data[offset : offset + size])

    def write(self, file_obj: object, offset: int, data: bytes) -> int:
        """Takes bytes of a file."""
        assert isinstance(file_obj, _Open)
        if offset + len(data) > self._line.router.flash.free:
            file_obj.changed = False  # what has arrived of it is dropped
            raise asyncssh.SFTPNoSpaceOnFilesystem("No space left on device")
        file_obj.data[offset : offset + len(data)] = data
        return len(data)

    def close(self, file_obj: object) -> None:
        """Writes a file that was sent; one whose client has gone or ended it in between is dropped."""
        assert isinstance(file_obj, _Open)
        cut_short = sys.exc_info()[0] is not None  # asyncssh closes the file in any case
        if file_obj.changed and not cut_short and not self._line.closed:
            try:
                write(self._line, place(self._line, file_obj.path), bytes(file_obj.data))
            except (FlashError, NvramError) as error:
                raise asyncssh.SFTPFailure(str(error)) from error

    def fsetstat(self, file_obj: object, attrs: asyncssh.SFTPAttrs) -> None:
        """Files of the router have neither permissions nor times that a client sets."""

    def setstat(self, path: bytes, attrs: asyncssh.SFTPAttrs) -> None:
        """Files of the router have neither permissions nor times that a client sets."""

    def _content(self, name: str) -> bytes:
        try:
            return read(self._line, place(self._line, name))
        except (FlashError, NvramError) as error:
            raise asyncssh.SFTPFailure(str(error)) from error
