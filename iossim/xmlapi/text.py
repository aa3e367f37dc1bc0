"""Bytes to text and text to XML: the encoding of a request, characters that XML forbids, escaping."""

from __future__ import annotations

import codecs
import re

#: Everything that XML 1.0 does not allow in a document.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile("[&<>\r]|[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(rb"\s*<\?xml\s[^<>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_-]{1,40})[\"']")
#: Encodings whose declaration can be read before they are known. Others are taken for UTF-8.
_HONOURED = re.compile(r"(?i)(iso-8859-|windows-125)\d+")
_MAC = re.compile("[0-9A-F]{12}")
_MAC_SIGNS = re.compile("[.:-]")
_BLANKS = " \t\r\n\0\ufeff"


def decode(body: bytes) -> str:
    """The text of a request without blanks at its ends: by its mark, else its declaration, else UTF-8, else Latin-1.

    A program on an old Windows sends `name Müller` in Latin-1 and declares nothing; one in C sends the final NUL.
    """
    for encoding in _candidates(body):
        try:
            return body.decode(encoding).strip(_BLANKS)
        except (UnicodeDecodeError, LookupError):
            continue
    return body.decode("latin-1").strip(_BLANKS)


def _candidates(body: bytes) -> list[str]:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return [encoding]
    declared = _DECLARED.match(body)
    name = declared[1].decode("ascii") if declared else ""
    return [name, "utf-8"] if _HONOURED.fullmatch(name) else ["utf-8"]


def escape(value: str) -> str:
    """A value as it may stand between two tags; what XML 1.0 forbids is dropped."""
    if _SPECIAL.search(value) is None:
        return value
    value = _FORBIDDEN.sub("", value)
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def quote(value: str) -> str:
    """A value as it may stand between two double quotes."""
    return escape(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def element(name: str, value: str) -> str:
    """One element on a line of its own, the empty one as `<name />`."""
    return f"<{name}>{escape(value)}</{name}>\n" if value else f"<{name} />\n"


def plain_mac(text: str) -> str:
    """A MAC address as twelve capital digits, from any spelling; any other text as it is."""
    digits = _MAC_SIGNS.sub("", text.strip().upper().removeprefix("SEP"))
    return digits if _MAC.fullmatch(digits) else text
