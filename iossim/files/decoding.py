"""Bytes of a configuration file to text, whatever encoding they are in."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

#: Bytes looked at to tell a binary file.
_HEAD = 8192


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and the encoding it was read as where that was not plain UTF-8."""

    text: str
    encoding: str
    bad_line: int = 0


def decode(data: bytes) -> Decoded | None:
    """The text of a file; None where it is binary.

    Args:
        data: its bytes: UTF-8 with or without a byte-order mark, UTF-16 with one, or else Latin-1.
    """
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return Decoded(data.decode(encoding, errors="replace").replace("\r\n", "\n"), encoding)
    if b"\x00" in data[:_HEAD]:
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return Decoded(data.decode("latin-1"), "latin-1", data.count(b"\n", 0, error.start) + 1)
