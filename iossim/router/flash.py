"""The file system flash0: of the router, with the image of its software."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from iossim.atomic import is_leftover
from iossim.errors import FlashError
from iossim.escape import forbidden
from iossim.router.clock import Clock
from iossim.router.facts.chassis import FLASH_SIZE, IMAGE, IMAGE_SIZE
from iossim.router.flash_stores import (
    EXISTS,
    MISSING,
    NO_DIRECTORY,
    NO_FILE,
    NO_NAME,
    NOT_EMPTY,
    REFUSED,
    Entry,
    FolderStore,
    MemoryStore,
    Parts,
    Store,
)

#: The reason for a flash that is full, as the host says it of a disk.
FULL = "No space left on device"
_TOO_LONG = "File name too long"
#: The longest name of a file, in bytes of UTF-8.
LONGEST_NAME = 127
#: The deepest directory.
_DEEPEST = 16
#: Characters that a FAT file system has in no name.
_NOT_IN_NAMES = frozenset('/\\:"<>|?*\0\x03')
_ROOT = Entry("", 0, datetime(2026, 1, 1, tzinfo=UTC), True)
_IMAGE = Entry(IMAGE, IMAGE_SIZE, datetime(2026, 1, 1, tzinfo=UTC))


class Flash:
    """The files of flash. Upper and lower case are one name, as in a FAT file system; a name keeps the spelling that it was made with.

    The image is an entry without content. It can be removed, and is there again when the router starts.

    Args:
        folder: the folder of the host that holds the files; None keeps them in memory.
        clock: the router's clock, for the time of a file.

    Attributes:
        total: the size in bytes.
    """

    def __init__(self, folder: Path | None, clock: Clock) -> None:
        self.total = FLASH_SIZE
        self._store: Store = MemoryStore() if folder is None else FolderStore(folder)
        self._clock = clock
        self._has_image = True

    def start(self) -> None:
        """The router starts: its image is there again."""
        self._has_image = True

    def remove_leftovers(self) -> None:
        """Removes the temporary files of killed writers; no other process may use the folder."""
        if isinstance(self._store, FolderStore):
            self._store.remove_leftovers()

    @property
    def free(self) -> int:
        """The bytes that are free."""
        return max(0, self.total - sum(entry.size for _, entry in self.walk()))

    def walk(self, folder: Parts = ()) -> Iterator[tuple[Parts, Entry]]:
        """All entries below a directory with their names from the root; a directory stands before its own entries."""
        for entry in self.entries(folder):
            yield (*folder, entry.name), entry
            if entry.directory and len(folder) < _DEEPEST:
                yield from self.walk((*folder, entry.name))

    def entries(self, folder: Parts) -> list[Entry]:
        """The entries of a directory, the image first, then oldest first.

        Raises:
            FlashError: there is no such directory.
        """
        actual, entry = self._find(folder)
        if not entry.directory:
            raise FlashError(NO_DIRECTORY)
        return self._entries(actual)

    def find(self, parts: Parts) -> Entry | None:
        """The entry of a name; None if there is none. The root is a directory."""
        try:
            return self._find(parts)[1]
        except FlashError:
            return None

    def is_image(self, parts: Parts) -> bool:
        """True if a name is that of the image."""
        return self.find(parts) is _IMAGE

    def read(self, file: Parts) -> bytes:
        """The content of a file.

        Raises:
            FlashError: there is no such file; the image has no content.
        """
        actual, entry = self._find(file)
        if entry.directory:
            raise FlashError(NO_FILE)
        if entry is _IMAGE:
            raise FlashError(REFUSED)
        return self._store.read(actual)

    def write(self, file: Parts, data: bytes) -> None:
        """Replaces or makes a file, in one piece.

        Raises:
            FlashError: it cannot be written; the old file is intact.
        """
        actual, old = self._place_for(file)
        if old is not None and old.directory:
            raise FlashError(NO_FILE)
        if len(data) - (old.size if old is not None else 0) > self.free:
            raise FlashError(FULL)
        self._store.write(actual, data, self._clock.now())
        if old is _IMAGE:
            self._has_image = False

    def make_directory(self, folder: Parts) -> None:
        """Makes a directory.

        Raises:
            FlashError: it cannot be made, or the name is in use.
        """
        actual, old = self._place_for(folder)
        if old is not None:
            raise FlashError(EXISTS)
        if len(actual) > _DEEPEST:
            raise FlashError(_TOO_LONG)
        self._store.make_directory(actual, self._clock.now())

    def remove(self, parts: Parts, recursive: bool = False) -> None:
        """Removes a file or a directory.

        Args:
            parts: its name.
            recursive: with everything in it.

        Raises:
            FlashError: there is none, or it is a directory with files in it.
        """
        actual, entry = self._find(parts)
        if not actual:
            raise FlashError(NO_NAME)
        if entry is _IMAGE:
            self._has_image = False
            return
        below = list(self.walk(actual)) if entry.directory else []
        if below and not recursive:
            raise FlashError(NOT_EMPTY)
        for name, _ in reversed(below):
            self._store.remove(name)
        self._store.remove(actual)

    def rename(self, old: Parts, new: Parts) -> None:
        """Gives a file or directory another name.

        Raises:
            FlashError: there is no such file, or the new name is in use.
        """
        actual, entry = self._find(old)
        if entry is _IMAGE or not actual:
            raise FlashError(REFUSED)
        target, taken = self._place_for(new)
        if taken is not None and target != actual:
            raise FlashError(EXISTS)
        if target[: len(actual)] == actual and target != actual:
            raise FlashError(NO_NAME)  # a directory into itself
        self._store.rename(actual, (*target[:-1], new[-1]))

    def format(self) -> None:
        """Removes everything, the image too.

        Raises:
            FlashError: the folder cannot be emptied.
        """
        self._store.clear()
        self._has_image = False

    # -- inside ---------------------------------------------------------------------------------------------------------------

    def _entries(self, actual: Parts) -> list[Entry]:
        """The entries of a directory whose name has the right spelling."""
        entries = self._store.entries(actual)
        if not actual and self._has_image and not any(entry.name == IMAGE for entry in entries):
            return [_IMAGE, *entries]
        return entries

    def _named(self, actual: Parts, name: str) -> Entry | None:
        """The entry of a directory with a name, in any case; the very spelling goes first."""
        entries = [entry for entry in self._entries(actual) if entry.name.casefold() == name.casefold()]
        return next((entry for entry in entries if entry.name == name), entries[0] if entries else None)

    def _find(self, parts: Parts) -> tuple[Parts, Entry]:
        """A name in the spelling that its entries have, and its entry."""
        actual: Parts = ()
        entry = _ROOT
        for name in parts:
            if not entry.directory:
                raise FlashError(NO_DIRECTORY)
            named = self._named(actual, name)
            if named is None:
                raise FlashError(MISSING)
            actual, entry = (*actual, named.name), named
        return actual, entry

    def _place_for(self, parts: Parts) -> tuple[Parts, Entry | None]:
        """The name that a file gets, and the entry that has it now; the spelling of an entry stays."""
        name = parts[-1] if parts else ""
        if name in ("", ".", "..") or is_leftover(name) or forbidden(name) >= 0 or set(name) & _NOT_IN_NAMES:
            raise FlashError(NO_NAME)
        if len(name.encode(errors="replace")) > LONGEST_NAME:
            raise FlashError(_TOO_LONG)
        folder, above = self._find(parts[:-1])
        if not above.directory:
            raise FlashError(NO_DIRECTORY)
        entry = self._named(folder, name)
        return (*folder, entry.name if entry is not None else name), entry
