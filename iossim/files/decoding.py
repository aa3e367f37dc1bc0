"""Bytes to text, for everything that a configuration or a command is read from: files, pipes, terminals, the startup-config."""

from __future__ import annotations

import codecs
import re
from collections import deque
from dataclasses import dataclass
from typing import BinaryIO

#: Suffixes of the files that are configurations, in a folder.
SUFFIXES = (".cfg", ".conf", ".txt", ".ios")
#: A NUL in this many first bytes is the sign of a binary file.
_HEAD = 8192
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The text of a file.

    Attributes:
        text: the text.
        encoding: the encoding in which it was read.
        bad_line: number of the first line that is not UTF-8, if the file was read as Latin-1 for this reason; else 0.
    """

    text: str
    encoding: str
    bad_line: int = 0


def decode(data: bytes) -> DecodedText | None:
    """The text of a file; None if the file is binary.

    Args:
        data: its bytes: UTF-8 with or without a byte-order mark, UTF-16 with one, or else Latin-1.
    """
    if data.startswith(_UTF16):
        return DecodedText(data.decode("utf-16", errors="replace").replace("\r\n", "\n"), "utf-16")
    if b"\x00" in data[:_HEAD]:
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    try:
        return DecodedText(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return DecodedText(data.decode("latin-1"), "latin-1", data.count(b"\n", 0, error.start) + 1)


class DecodedLines:
    """The lines of a stream as they come, without their line ends.

    A line that is not UTF-8 is read as Latin-1, because the lines after it are not known yet. A stream that begins with the
    byte-order mark of UTF-16 is a file: it is read to its end at once. Not a generator: a generator ends for good
    when Ctrl-C interrupts it.

    Args:
        stream: bytes.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._ahead: deque[str] = deque()
        self._first = True

    def __iter__(self) -> DecodedLines:
        return self

    def __next__(self) -> str:
        if self._ahead:
            return self._ahead.popleft()
        raw = self._stream.readline()
        first, self._first = self._first, False
        if first and raw.startswith(_UTF16):
            text = (raw + self._stream.read()).decode("utf-16", errors="replace").removesuffix("\n")
            self._ahead.extend(line.rstrip("\r") for line in text.split("\n"))
            return next(self)
        if not raw:
            raise StopIteration
        raw = (raw.removeprefix(codecs.BOM_UTF8) if first else raw).rstrip(b"\r\n")
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("latin-1")


def without_surrogates(text: str) -> str:
    """A text without surrogates, which cannot be written.

    A surrogate that stands for an undecodable byte (`surrogateescape`, as terminals and file names have it) becomes the character
    that the byte is in Latin-1; any other surrogate becomes U+FFFD.
    """
    return text if text.isascii() else _SURROGATE.sub(lambda match: _replacement(ord(match[0])), text)


def _replacement(code: int) -> str:
    return chr(code - 0xDC00) if 0xDC80 <= code <= 0xDCFF else "\ufffd"
