"""Bytes to text: files, streams, and text from terminals."""

from __future__ import annotations

import codecs
import io

import pytest

from iossim.files.decoding import DecodedLines, decode, without_surrogates


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a\n" * 4096 + b"\x00", "a\n" * 4096 + "\x00"),
        (b"hostname a\r\nend\r\n", "hostname a\r\nend\r\n"),
        (b"hostname a\rend\r", "hostname a\nend\n"),
        (b"hostname a\rb\nend\n", "hostname a\rb\nend\n"),
        ("name Jürgen".encode(), "name Jürgen"),
        (codecs.BOM_UTF8 + b"hostname a", "hostname a"),
        (codecs.BOM_UTF16_LE + "name Jürgen\r\nend".encode("utf-16-le"), "name Jürgen\nend"),
        (codecs.BOM_UTF16_BE + "name Jürgen".encode("utf-16-be"), "name Jürgen"),
    ],
)
def test_the_usual_encodings_are_recognised(data: bytes, text: str) -> None:
    found = decode(data)
    assert found is not None
    assert (found.text, found.bad_line) == (text, 0)


@pytest.mark.parametrize("data", ["hostname a\nname Jürgen\nend".encode("latin-1"), b"hostname a\nname J\xfcrgen\nend"])
def test_other_bytes_are_read_as_latin_1_and_told_with_their_line(data: bytes) -> None:
    found = decode(data)
    assert found is not None
    assert (found.text, found.encoding, found.bad_line) == ("hostname a\nname Jürgen\nend", "latin-1", 2)


@pytest.mark.parametrize(
    "data",
    [b"\x00", b"\x7fELF\x02\x01\x01\x00", b"hostname a\n\x00end", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"a\n" * 4095 + b"a\x00"],
)
def test_a_binary_file_has_no_text(data: bytes) -> None:
    assert decode(data) is None


@pytest.mark.parametrize(
    "data", [codecs.BOM_UTF16_LE + b"a", codecs.BOM_UTF16_BE + b"\xd8\x00", codecs.BOM_UTF16_LE, codecs.BOM_UTF8]
)
def test_a_text_that_is_cut_off_is_still_read(data: bytes) -> None:
    assert decode(data) is not None


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", []),
        (b"one\ntwo\n", ["one", "two"]),
        (b"one\r\ntwo", ["one", "two"]),
        (b"\xef\xbb\xbfone\n", ["one"]),
        ("Zürich\n".encode(), ["Zürich"]),
        ("Zürich\nZürich\n".encode("latin-1"), ["Zürich", "Zürich"]),
        (b"one\n\n\ntwo\n", ["one", "", "", "two"]),
        (b" one \t\n", [" one \t"]),
        (codecs.BOM_UTF16_LE + b"a", ["\ufffd"]),
        ("Zürich\n".encode() + b"Z\xfcrich\n" + "Zürich".encode(), ["Zürich"] * 3),
        (codecs.BOM_UTF16_LE + "one\r\n\nZürich\n".encode("utf-16-le"), ["one", "", "Zürich"]),
        (codecs.BOM_UTF16_BE + "one\nZürich".encode("utf-16-be"), ["one", "Zürich"]),
        (b"one\n\xff\xfe\n", ["one", "ÿþ"]),
        (b"a" * 1_000_000 + b"\n", ["a" * 1_000_000]),
    ],
)
def test_bytes_become_lines(data: bytes, lines: list[str]) -> None:
    assert list(DecodedLines(io.BytesIO(data))) == lines


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("hostname Müller", "hostname Müller"),
        ("hostname M\udcfcller", "hostname Müller"),
        ("a\ud800b\udc7f", "a\ufffdb\ufffd"),
        ("€ \udcff", "€ ÿ"),
        ("\udc80\udfff", "\x80\ufffd"),
    ],
)
def test_a_text_that_can_be_written(text: str, clean: str) -> None:
    assert without_surrogates(text) == clean
    assert clean.encode()
