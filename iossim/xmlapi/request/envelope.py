"""Reading a request: programs seldom send well-formed XML, and nearly always mean it clearly.

A body is read (1) as XML without namespaces, because most requests use prefixes that they never declare; (2) the same
with its typographic quotes made plain; (3) by looking for the first known method and its parameters (lenient.py). If
all three fail, it is no XML. A long body is read piece by piece, so that others are served in between.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Generator
from functools import lru_cache
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from iossim.xmlapi.iserror import Problem, not_xml, too_many, unknown_request
from iossim.xmlapi.method import Catalogue, Method, Namespaces, Request
from iossim.xmlapi.request.lenient import scan

#: The elements that a method may stand in.
_WRAPPERS = frozenset({"envelope", "body", "axl", "request"})
#: Depth of the elements that may declare a namespace which the answer has to repeat: the root, its children, theirs.
_TOP = 3
_DEEPEST = 256
#: The method has ended: the rest of the body is ignored.
_DONE = _DEEPEST + 1
#: The most elements that a request may have.
MOST_ELEMENTS = 20_000
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
_BLANKS = " \t\r\n\0\ufeff"
_DOCTYPE = re.compile(r"(?i)<!\s*(?:DOCTYPE|ENTITY)\b")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})  # noqa: RUF001 (the point of it)
#: Characters that are read at a time.
_PIECE = 64 * 1024
#: Bytes that a name, a tag or a comment may have. The parser begins anew with an unfinished one whenever more of it arrives.
_LONGEST_MARKUP = 256 * 1024
#: Malformed text that is longer than this was not typed by hand, and is not read leniently.
_LONGEST_LENIENT = 1024 * 1024
#: Characters of the longest namespace that is repeated in the answer.
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
    parsed = _Parsed(catalogue)
    request = yield from _parse(text, parsed)
    if request is None and len(text) <= _LONGEST_LENIENT:
        if _DOCTYPE.search(text):
            return not_xml(), Namespaces()
        plain = text.translate(_QUOTES)
        if plain != text:
            parsed = _Parsed(catalogue)
            request = yield from _parse(plain, parsed)
        if request is None:
            lenient = yield from scan(plain, catalogue)
            return _checked(lenient), Namespaces()
    if request is None:
        return not_xml(), Namespaces()
    return request, Namespaces(*map(_declared, (parsed.default, parsed.envelope, parsed.axl)))


def decode(body: bytes) -> str:
    """The text of a request without blanks at its ends: by its mark, else its declaration, else UTF-8, else Latin-1.

    A program on an old Windows sends `name Müller` in Latin-1 and declares nothing; one in C sends the final NUL.
    """
    for encoding in _encodings(body):
        try:
            return body.decode(encoding).strip(_BLANKS)
        except (UnicodeDecodeError, LookupError):
            continue
    return body.decode("latin-1").strip(_BLANKS)


def _encodings(body: bytes) -> list[str]:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return [encoding]
    declared = _DECLARED.match(body)
    name = declared[1].decode("ascii") if declared else ""
    return [name, "utf-8"] if _HONOURED.fullmatch(name) else ["utf-8"]


def _parse(text: str, parsed: _Parsed) -> Generator[str, None, Request | Problem | None]:
    """The request in a text, or the problem with it; None if the text is not well-formed."""
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = parsed.start
    parser.EndElementHandler = parsed.end
    parser.CharacterDataHandler = parsed.data
    parser.StartDoctypeDeclHandler = parsed.doctype
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
    except _Refused as refused:
        return refused.problem
    return parsed.request()


def _checked(request: Request | None) -> Request | Problem:
    if request is None:
        return not_xml()
    rest = request.parameters[MOST_ELEMENTS:]
    return too_many(rest[0][0], MOST_ELEMENTS) if rest else request


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


class _Refused(Exception):  # noqa: N818 (it ends a parse; it is no error of ours)
    """Ends the reading of a request that is not served.

    Attributes:
        problem: the problem with the request.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Parsed:
    """The request that the events of the XML parser make; no tree is built.

    Args:
        catalogue: the methods of the router.

    Attributes:
        default: the default namespace of the root; "" for none.
        envelope: the namespace that the prefix of an Envelope at the root is bound to; "" for none.
        axl: the default namespace in force on axl; "" for none.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.default = self.envelope = self.axl = ""
        self._methods = catalogue.names
        self._depth = 0
        self._elements = 0
        self._wrappers = 0
        self._has_axl = False
        self._defaults: list[str] = [""]
        self._method: Method | None = None
        self._unknown = ""
        self._method_depth = 0
        self._name: str | None = None
        self._text: list[str] = []
        self._parameters: list[tuple[str, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        depth = self._depth
        self._depth = depth + 1
        self._elements += 1
        if self._elements > MOST_ELEMENTS or depth >= _DEEPEST:
            raise _Refused(self._too_many() if depth < _DEEPEST else not_xml())
        if depth < _TOP:
            self._declarations(depth, tag, attributes)
        if self._method_depth:
            if depth == self._method_depth and self._method is not None:
                self._name = self._method.names.get(_local(tag))
        elif depth == self._wrappers:
            self._descend(depth, tag)

    def end(self, tag: str) -> None:  # noqa: ARG002 (the parser checks that it is the right one)
        """An element ends."""
        self._depth -= 1
        if self._depth == self._method_depth and self._name is not None:
            self._parameters.append((self._name, "".join(self._text).strip()))
            self._name = None
            self._text.clear()
        elif self._depth < (self._method_depth or self._wrappers):
            # The method ends, or the innermost wrapper without a method in it.
            self._method_depth = _DONE

    def data(self, text: str) -> None:
        """Text of a parameter; markup inside it does not count."""
        if self._name is not None:
            self._text.append(text)

    def doctype(self, *_: object) -> None:
        """A document type: entities could be declared in it, and no client sends one."""
        raise _Refused(not_xml())

    def request(self) -> Request | Problem:
        """The request, or the problem with it."""
        if self._method is None:
            return unknown_request(self._unknown)
        return Request(self._method, tuple(self._parameters))

    def _too_many(self) -> Problem:
        return too_many(self._parameters[0][0] if self._parameters else "", MOST_ELEMENTS)

    def _descend(self, depth: int, tag: str) -> None:
        name = _local(tag)
        if name in _WRAPPERS:
            self._wrappers = depth + 1
        elif name != "header" or depth == 0:
            self._method = self._methods.get(name)
            self._unknown = tag.rpartition(":")[2]
            self._method_depth = depth + 1

    def _declarations(self, depth: int, tag: str, attributes: dict[str, str]) -> None:
        default = attributes.get("xmlns", self._defaults[depth])
        self._defaults[depth + 1 :] = [default]
        if depth == 0:
            self.default = default
            prefix, colon, name = tag.partition(":")
            if colon and name.lower() == "envelope":
                self.envelope = attributes.get(f"xmlns:{prefix}", "")
        if not self._has_axl and _local(tag) == "axl":
            self._has_axl = True
            self.axl = default


def _local(tag: str) -> str:
    """An element's name in small letters, without its prefix."""
    return tag.rpartition(":")[2].lower()
