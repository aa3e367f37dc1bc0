"""Reading a request: what programs really send is seldom well-formed, and nearly always meant clearly.

A body is read (1) as XML without namespaces, because most requests use prefixes that they never declare; (2) the same
with its typographic quotes made plain; (3) by looking for the first known method and its parameters (scan.py). What none
of them understands is no XML. A long body is read piece by piece, so that others are served in between.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from functools import lru_cache
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from iossim.xmlapi.iserror import Problem, not_xml, too_many
from iossim.xmlapi.method import Catalogue, Namespaces, Request
from iossim.xmlapi.request.lenient import scan
from iossim.xmlapi.request.parser import MOST_ELEMENTS, Collector, Refused
from iossim.xmlapi.text import decode

_DOCTYPE = re.compile(r"(?i)<!\s*(?:DOCTYPE|ENTITY)\b")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})  # noqa: RUF001 (the point of it)
#: Characters that are read at a time.
_PIECE = 64 * 1024
#: Bytes that a name, a tag or a comment may have. The parser begins anew with an unfinished one whenever more of it arrives.
_LONGEST_MARKUP = 256 * 1024
#: What is malformed and longer than this was not typed by hand: nobody looks for what it might mean.
_LONGEST_LENIENT = 1024 * 1024
#: Names of namespaces longer than this are not repeated in the answer.
_LONGEST_NAME = 1000

Read = tuple[Request | Problem, Namespaces]


def read(body: bytes, catalogue: Catalogue) -> Generator[str, None, Read]:
    """Read a body; a generator that yields "" between steps of a few milliseconds.

    Args:
        body: the bytes of the body.
        catalogue: the methods of the router.

    Returns:
        The request, or the problem with it, and the namespaces that it declares.
    """
    text = decode(body)
    if not text:
        return not_xml(), Namespaces()
    collector = Collector(catalogue)
    well_formed = yield from _parse(text, collector)
    if well_formed is None and len(text) <= _LONGEST_LENIENT:
        if _DOCTYPE.search(text):
            return not_xml(), Namespaces()
        plain = text.translate(_QUOTES)
        if plain != text:
            collector = Collector(catalogue)
            well_formed = yield from _parse(plain, collector)
        if well_formed is None:
            found = yield from scan(plain, catalogue)
            return _checked(found), Namespaces()
    if well_formed is None:
        return not_xml(), Namespaces()
    return well_formed, _namespaces(collector)


def _parse(text: str, collector: Collector) -> Generator[str, None, Request | Problem | None]:
    """What a text asks for; None where it is not well-formed."""
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = collector.start
    parser.EndElementHandler = collector.end
    parser.CharacterDataHandler = collector.data
    parser.StartDoctypeDeclHandler = collector.doctype
    given = 0
    try:
        for at in range(0, len(text), _PIECE):
            if at:
                yield ""
            piece = text[at : at + _PIECE].encode("utf-8", "replace")
            parser.Parse(piece, False)
            given += len(piece)
            if given - parser.CurrentByteIndex > _LONGEST_MARKUP:
                return not_xml()
        parser.Parse(b"", True)
    except expat.ExpatError:
        return None
    except Refused as refused:
        return refused.problem
    return collector.request()


def _checked(found: Request | None) -> Request | Problem:
    if found is None:
        return not_xml()
    most = found.parameters[MOST_ELEMENTS:]
    return too_many(most[0][0], MOST_ELEMENTS) if most else found


def _namespaces(collector: Collector) -> Namespaces:
    return Namespaces(*map(_declared, (collector.default, collector.envelope, collector.axl)))


def _declared(uri: str) -> str:
    return uri if uri and len(uri) <= _LONGEST_NAME and _can_be_declared(uri) else ""


@lru_cache
def _can_be_declared(uri: str) -> bool:
    """True if readers of an answer accept the name of a namespace; lxml, the strictest of them, is the judge."""
    from lxml import etree  # 4 MB that most clients never need

    try:
        etree.fromstring(f"<a xmlns={quoteattr(uri)}/>")
    except etree.XMLSyntaxError:
        return False
    return True
