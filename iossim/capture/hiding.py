"""Hides passwords in the lines of a session and in the XML of requests and answers."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, unescape

from iossim.files.masking import HIDDEN, masked
from iossim.language import Language, Mode

#: An element of one line whose value is, or may be, a password: `<ISpassword>1234</ISpassword>`.
_SECRET = re.compile(
    rb"(<([\w:.-]*(?:password|passwd|secret|pin|community)[\w:.-]*)(?:\s[^<>]*)?>)([^<>]+)(</\2\s*>)", re.IGNORECASE
)
#: A line of a router, in an element of its own or as one of the lines of an element.
_TEXT = re.compile(rb"(?<=>)([^<>]*[^<>\s][^<>]*)(?=<)")
#: Values of such elements that say something about a password: that there is one, or the number of its encryption.
_FLAGS = re.compile(rb"\s*(?:true|false|-?[0-9])\s*", re.IGNORECASE)
#: Entities of XML beside those that `unescape` knows.
_ENTITIES = {"&quot;": '"', "&apos;": "'"}


def hide_in_line(line: str, mode: Mode, language: Language) -> str:
    """A line of a session without its passwords.

    Args:
        line: the line, as it was typed or printed.
        mode: the mode in which it was typed.
        language: its other modes are searched, too, since a line may belong to any of them.
    """
    return masked((mode,), line, language)


def hide_in_xml(document: bytes, language: Language) -> bytes:
    """A request or an answer without its passwords; the rest stays as it is, also where it is not XML.

    Args:
        document: the bytes, in UTF-8 or not.
        language: the modes that know which words of a line are passwords.
    """
    mode = language.mode("global")

    def element(match: re.Match[bytes]) -> bytes:
        opening, _, value, closing = match.groups()
        return match[0] if _FLAGS.fullmatch(value) else opening + HIDDEN.encode() + closing

    def text(match: re.Match[bytes]) -> bytes:
        lines = unescape(match[1].decode("utf-8", "surrogateescape"), _ENTITIES).split("\n")
        hidden = [hide_in_line(line, mode, language) for line in lines]
        return match[1] if hidden == lines else escape("\n".join(hidden)).encode("utf-8", "surrogateescape")

    return _TEXT.sub(text, _SECRET.sub(element, document))
