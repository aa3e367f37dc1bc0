"""Reading a request: what programs really send is seldom well-formed, and nearly always meant clearly.

A body is read (1) as XML, where only faults of namespaces are forgiven; (2) the same with its typographic quotes made
plain; (3) by looking for the first known method and its parameters (scan.py). What none of them understands is no XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from lxml import etree

from iossim.xmlapi.answers import Namespaces
from iossim.xmlapi.catalogue import Catalogue, Method, Request
from iossim.xmlapi.problem import Problem, not_xml, unknown_request
from iossim.xmlapi.scan import scan
from iossim.xmlapi.text import decode

_DOCTYPE = re.compile(r"(?i)<!\s*(?:DOCTYPE|ENTITY)\b")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})  # noqa: RUF001 (the point of it)
_WRAPPERS = frozenset({"envelope", "body", "axl", "request"})
#: lxml keeps this many entries of an error log; behind a full one other faults may hide.
_FULL_LOG = 100
#: Names of namespaces longer than this are not repeated in the answer.
_LONGEST_NAME = 1000


def read(body: bytes, catalogue: Catalogue) -> tuple[Request | Problem, Namespaces]:
    """The request in a body, or why there is none, and what it says about namespaces."""
    text = decode(body)
    if not text or _DOCTYPE.search(text):
        return not_xml(), Namespaces()
    root = _parse(text)
    if root is None and (plain := text.translate(_QUOTES)) != text:
        text, root = plain, _parse(plain)
    if root is not None:
        return _request(root, catalogue), _namespaces(root)
    found = scan(text, catalogue)
    return (found, Namespaces()) if found is not None else (not_xml(), Namespaces())


def _parse(text: str) -> etree._Element | None:
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    log = parser.error_log
    forgiven = len(log) < _FULL_LOG and all(each.domain == etree.ErrorDomains.NAMESPACE for each in log)
    return root if forgiven else None


def local_name(node: etree._Element) -> str:
    """An element's name without namespace and prefix, bound or not."""
    return _local(str(node.tag))


@lru_cache
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2]


def _request(root: etree._Element, catalogue: Catalogue) -> Request | Problem:
    node = root
    while local_name(node).lower() in _WRAPPERS:
        inner = next((child for child in node if local_name(child).lower() != "header"), None)
        if inner is None:
            return unknown_request("")
        node = inner
    method = catalogue.method(local_name(node))
    if method is None:
        return unknown_request(local_name(node))
    return Request(method, tuple(_parameters(node, method)))


def _parameters(node: etree._Element, method: Method) -> Iterator[tuple[str, str]]:
    for child in node:
        name = method.parameter(local_name(child))
        if name is not None:
            text = "".join(child.itertext()) if len(child) else child.text
            yield name, text.strip() if text else ""


def _namespaces(root: etree._Element) -> Namespaces:
    is_envelope = local_name(root).lower() == "envelope"
    axl = next((node for node in _top(root) if local_name(node).lower() == "axl"), None)
    return Namespaces(
        default=_declared(root, None),
        envelope=_declared(root, root.prefix) if is_envelope and root.prefix else "",
        axl=_declared(axl, None) if axl is not None else "",
    )


def _declared(node: etree._Element, prefix: str | None) -> str:
    uri = node.nsmap.get(prefix) or ""
    return uri if uri and len(uri) <= _LONGEST_NAME and _can_be_declared(uri) else ""


@lru_cache
def _can_be_declared(uri: str) -> bool:
    """Whether the reader of an answer will take a name; a request with any other is answered without it."""
    try:
        etree.fromstring(f"<a xmlns={quoteattr(uri)}/>")
    except etree.XMLSyntaxError:
        return False
    return True


def _top(root: etree._Element) -> Iterator[etree._Element]:
    """The root, its children and theirs: the layers that may carry declarations."""
    yield root
    for child in root:
        yield child
        yield from child
