"""archive tar: tar files of flash: are written, listed and unpacked."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import replace

from iossim.errors import FlashError
from iossim.exec.command import Line, exec_command
from iossim.exec.files.places import failed, place, read, write
from iossim.router.flash import FULL
from iossim.router.flash_stores import EXISTS, MISSING, Entry, Parts
from iossim.router.places import Place

_NO_TAR = "Invalid tar file"
#: A tar file is made of blocks; two empty ones are its end.
_BLOCK = 512


@exec_command
def archive_tar_create(line: Line, tar: str, url: str, names: str | Sequence[str] = ()) -> Iterator[str]:
    """Writes the files below a directory, or the named ones of them, to a tar file."""
    target, source = place(line, tar), place(line, url)
    entry = line.router.flash.find(source.path) if source.is_flash else None
    if entry is None:
        yield source.problem(MISSING)
        return
    base = source.path if entry.directory else source.path[:-1]
    wanted = [base + tuple(part for part in name.split("/") if part) for name in _listed(names)]
    chosen = list(_below(line, source, entry, wanted))
    if _size(chosen) > line.router.flash.free:
        yield target.problem(FULL)
        return
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path, one in chosen:
            if path == target.path and target.is_flash:
                continue
            yield from _add(line, archive, replace(source, path=path), "/".join(path[len(base) :]), one)
    try:
        write(line, target, content.getvalue())
    except FlashError as error:
        yield from failed(target, error)


def _listed(names: str | Sequence[str]) -> Sequence[str]:
    return [names] if isinstance(names, str) else names


def _below(line: Line, source: Place, entry: Entry, wanted: Sequence[Parts]) -> Iterator[tuple[Parts, Entry]]:
    """The files and directories below a place, or the place itself if it is a file."""
    found = line.router.flash.walk(source.path) if entry.directory else iter([(source.path, entry)])
    for path, one in found:
        if not wanted or any(path[: len(parts)] == parts for parts in wanted):
            yield path, one


def _size(chosen: Sequence[tuple[Parts, Entry]]) -> int:
    """The size of a tar file, at least."""
    return sum(_BLOCK + -(-entry.size // _BLOCK) * _BLOCK for _, entry in chosen if not entry.directory)


def _add(line: Line, archive: tarfile.TarFile, file: Place, name: str, entry: Entry) -> Iterator[str]:
    member = tarfile.TarInfo(name)
    member.mtime = int(entry.moment.timestamp())
    try:
        if entry.directory:
            member.type, member.mode = tarfile.DIRTYPE, 0o755
            archive.addfile(member)
            yield f"archiving {name}/ (directory)"
            return
        data = read(line, file)
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    except FlashError as error:
        yield from failed(file, error)
    except ValueError:
        yield file.problem("File name too long", "archiving")
    else:
        yield f"archiving {name} ({len(data)} bytes)"


@exec_command
def archive_tar_table(line: Line, tar: str, names: str | Sequence[str] = ()) -> Iterator[str]:
    """Lists what a tar file holds."""
    file = place(line, tar)
    try:
        for _, member in _members(_opened(line, file), names):
            yield _row(member)
    except FlashError as error:
        yield from failed(file, error, "opening" if error.reason != _NO_TAR else "reading")


def _row(member: tarfile.TarInfo) -> str:
    return f"{member.name.rstrip('/')}/ (directory)" if member.isdir() else f"{member.name} ({member.size} bytes)"


@exec_command
def archive_tar_xtract(line: Line, tar: str, url: str, names: str | Sequence[str] = ()) -> Iterator[str]:
    """Unpacks a tar file, or the named files of it, into a directory. A file that is there already is replaced."""
    file, target = place(line, tar), place(line, url)
    try:
        archive = _opened(line, file)
        for parts, member in _members(archive, names):
            if member.isdir() or member.isfile():
                yield f"extracting {member.name} ({member.size} bytes)" if member.isfile() else _row(member)
                yield from _unpack(line, archive, member, replace(target, path=target.path + parts))
    except FlashError as error:
        yield from failed(file, error, "opening" if error.reason != _NO_TAR else "reading")


def _opened(line: Line, file: Place) -> tarfile.TarFile:
    """Opens a tar file; one that is packed is none.

    Raises:
        FlashError: there is no such file, or it is no tar file.
    """
    data = read(line, file)
    try:
        return tarfile.open(fileobj=io.BytesIO(data), mode="r:", errors="replace")
    except (tarfile.TarError, ValueError, OverflowError) as error:
        raise FlashError(_NO_TAR) from error


def _members(archive: tarfile.TarFile, names: str | Sequence[str]) -> Iterator[tuple[Parts, tarfile.TarInfo]]:
    """The entries of a tar file, or those that are named, with the parts of their names.

    Raises:
        FlashError: the file ends too early, or is spoilt.
    """
    wanted = [tuple(part for part in name.split("/") if part) for name in _listed(names)]
    try:
        for member in archive:
            parts = tuple(part for part in member.name.split("/") if part not in ("", "."))
            if parts and (not wanted or any(parts[: len(start)] == start for start in wanted)):
                yield parts, member
    except (tarfile.TarError, ValueError, OverflowError, EOFError) as error:
        raise FlashError(_NO_TAR) from error


def _unpack(line: Line, archive: tarfile.TarFile, member: tarfile.TarInfo, target: Place) -> Iterator[str]:
    """Writes one entry, and makes the directories above it."""
    flash = line.router.flash
    try:
        if target.is_flash:
            for depth in range(1, len(target.path) + member.isdir()):
                if flash.find(target.path[:depth]) is None:
                    flash.make_directory(target.path[:depth])
        if member.isfile():
            if member.size > flash.free:
                raise FlashError(FULL)
            write(line, target, _content(archive, member))
    except FlashError as error:
        if error.reason != EXISTS:
            yield from failed(target, error, "writing")


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    """The content of an entry.

    Raises:
        FlashError: the file ends too early.
    """
    try:
        content = archive.extractfile(member)
        return content.read() if content is not None else b""
    except (tarfile.TarError, ValueError, OverflowError) as error:
        raise FlashError(_NO_TAR) from error
