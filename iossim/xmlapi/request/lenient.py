"""The lenient reading of a request that is not well-formed: a known method and its known parameters.

The documents themselves print requests whose end tags are missing, misspelt or of another method. A body that breaks
off is refused, since half of a list of commands must not be executed: the root has to be closed.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from xml.sax.saxutils import escape

from iossim.xmlapi.method import Catalogue, Request
from iossim.xmlapi.views.render import FORBIDDEN

# Possessive quantifiers: a million letters after one "<" must not take a million times a million steps.
_TAG = re.compile(r"<(/?)([A-Za-z_][\w.:-]*+)([^<>]*+)>")
_ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_LAST_CHARACTER = 0x10FFFF
#: Tags or comments that are read between two pauses.
_STEP = 2000


def scan(text: str, catalogue: Catalogue) -> Generator[str, None, Request | None]:
    """The request in a text that is no well-formed XML; None if there is none. A generator of pauses, see `read`."""
    text = (yield from _flat(text)).rstrip()
    first = _TAG.search(text)
    last = _TAG.match(text, text.rfind("<")) if first else None
    if first is None or last is None or last.end() != len(text) or not _closes(first, last, catalogue):
        return None
    try:
        return (yield from _find(text, catalogue))
    except _NoCharacter:
        return None


def _closes(first: re.Match[str], last: re.Match[str], catalogue: Catalogue) -> bool:
    """True if the last tag ends the root; a method may also end with its opening tag, or with the end tag of another method."""
    if last.start() == first.start():
        return False
    root, end = _local(first[2]), _local(last[2])
    same = root == end
    is_method = catalogue.names.get(root) is not None
    if not last[1]:
        return same and is_method
    return same or (is_method and catalogue.names.get(end) is not None)


def _find(text: str, catalogue: Catalogue) -> Generator[str, None, Request | None]:
    method = None
    parameters: list[tuple[str, str]] = []
    name, start = None, 0
    for count, tag in enumerate(_TAG.finditer(text), start=1):
        if count % _STEP == 0:
            yield ""
        if name is not None:
            parameters.append((name, _unescape(text[start : tag.start()]).strip()))
            name = None
        if tag[1]:
            continue
        if method is None:
            method = catalogue.names.get(_local(tag[2]))
        elif catalogue.names.get(_local(tag[2])) is not None:
            break
        else:
            name, start = method.names.get(_local(tag[2])), tag.end()
    return Request(method, tuple(parameters)) if method is not None else None


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _flat(text: str) -> Generator[str, None, str]:
    """The text without comments, and CDATA as ordinary text."""
    parts: list[str] = []
    at = 0
    while (start := text.find("<!", at)) >= 0:
        comment = text.startswith("<!--", start)
        data = text.startswith("<![CDATA[", start)
        end = text.find("-->" if comment else "]]>", start) if comment or data else start + 2
        if end < 0:
            break
        parts.append(text[at:start])
        if data:
            parts.append(escape(text[start + 9 : end]))
        elif not comment:
            parts.append(text[start:end])
        at = end + 3 if comment or data else end
        if len(parts) % _STEP == 0:
            yield ""
    return "".join([*parts, text[at:]])


def _unescape(value: str) -> str:
    """The text with its references replaced.

    Raises:
        _NoCharacter: a reference to something that is no character of XML.
    """
    return _ENTITY.sub(_character, value) if "&" in value else value


def _character(entity: re.Match[str]) -> str:
    if entity[1]:
        return _NAMED[entity[1]]
    code = int(entity[2]) if entity[2] else int(entity[3], 16)
    if code > _LAST_CHARACTER or FORBIDDEN.match(chr(code)):
        raise _NoCharacter
    return chr(code)


class _NoCharacter(Exception):  # noqa: N818 (it ends a reading; it is no error of ours)
    """A reference to something that is no character of XML."""
