"""more and verify: the text of a file, and its MD5 digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from iossim.errors import FlashError
from iossim.exec.command import Line, exec_command
from iossim.exec.files.places import place, read
from iossim.exec.text import lines_of
from iossim.router.facts.chassis import IMAGE_MD5, IMAGE_SIZE
from iossim.router.places import Place

#: `verify /md5` prints one dot for this many bytes.
_BYTES_PER_DOT = 65_536


@exec_command
def more(line: Line, url: str) -> Iterator[str]:
    """Prints a file; bytes that are no text are shown as well as a terminal can."""
    wanted = place(line, url)
    try:
        yield from lines_of(read(line, wanted).decode(errors="replace").replace("\r\n", "\n"))
    except FlashError as error:
        yield wanted.problem(error.reason)


@exec_command
def verify(line: Line, url: str, md5: bool = False, digest: str = "") -> Iterator[str]:
    """Prints the MD5 digest of a file, or compares it; without `/md5`, looks for the signature that only an image has."""
    wanted = place(line, url)
    try:
        size, computed = _digest(line, wanted)
    except FlashError as error:
        yield wanted.problem(error.reason, "verifying")
        return
    if not md5:
        yield from _signature(line, wanted)
        return
    yield f"{'.' * (1 + size // _BYTES_PER_DOT)}MD5 of {url} Done!"
    if not digest:
        yield f"verify /md5 ({url}) = {computed}"
    elif digest.lower() == computed:
        yield f"Verified ({url}) = {computed}"
    else:
        yield f"%Error verifying {url}"
        yield f"Computed signature  = {computed}"
        yield f"Submitted signature = {digest}"


def _is_image(line: Line, wanted: Place) -> bool:
    return wanted.is_flash and line.router.flash.is_image(wanted.path)


def _digest(line: Line, wanted: Place) -> tuple[int, str]:
    """The size and the digest of a file."""
    if _is_image(line, wanted):
        return IMAGE_SIZE, IMAGE_MD5
    data = read(line, wanted)
    return len(data), hashlib.md5(data, usedforsecurity=False).hexdigest()


def _signature(line: Line, wanted: Place) -> Iterator[str]:
    if _is_image(line, wanted):
        yield "Starting image verification"
        yield "Hash Computation:    100%Done!"
        yield f"Digital signature successfully verified in file {wanted.full}"
    else:
        yield f"%ERROR: Signature not found in file {wanted.full}."
