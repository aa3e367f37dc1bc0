"""A small office for the tests of the XML API, and how to ask it."""

from __future__ import annotations

import base64
from copy import deepcopy
from functools import cache
from pathlib import Path

from lxml import etree

from iossim.router import Clock, RouterCore
from iossim.xmlapi import answer_as_owner
from iossim.xmlapi.method import Catalogue
from iossim.xmlapi.request import envelope

OFFICE = """\
hostname Office
ip http server
ixi transport http
 no shutdown
ixi application cme
 no shutdown
telephony-service
 max-ephones 5
 max-dn 10
 xml user cisco password s3cret 15
ephone-dn 1 dual-line
 number 6001 secondary 6111
 name Peter Lee
 call-forward busy 9000 secondary
 call-forward noan 9001 timeout 30 dialplan-pattern
ephone-dn 2
 number 6002
 no huntstop
ephone-dn 10 octo-line
 number 6010
 intercom A5001 barge-in
ephone 1
 mac-address 000D.BC80.EB51
 button 1:1 2:2
ephone 2
 mac-address 000D.BC80.EB52
 button 1o1,10
"""

CREDENTIALS = {"Authorization": "Basic " + base64.b64encode(b"cisco:s3cret").decode()}
URL = "/ios_xml_app/cme"
#: The headers of an answer, in the order of the router's web server.
HEADERS = [
    "Date",
    "Server",
    "Connection",
    "Content-Length",
    "Content-Type",
    "Expires",
    "Last-Modified",
    "Cache-Control",
    "Accept-Ranges",
]


def read(body: bytes, catalogue: Catalogue) -> envelope.Read:
    """Reads a body without a pause."""
    steps = envelope.read(body, catalogue)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            result: envelope.Read = done.value
            return result


def office(extra: str = "") -> RouterCore:
    """The office's router, with further configuration."""
    router = RouterCore()
    router.load(OFFICE + extra)
    return router


def frozen(router: RouterCore) -> RouterCore:
    """The same router with its clock stopped, so that two answers can be compared."""
    now = router.clock.now()
    router.clock = Clock(lambda: now)
    return router


def request(method: str, *parameters: tuple[str, str]) -> bytes:
    """A bare request."""
    root = etree.Element("request")
    node = etree.SubElement(root, method)
    for name, value in parameters:
        etree.SubElement(node, name).text = value
    return etree.tostring(root)


def commands(*lines: str) -> bytes:
    """An ISexecCLI request."""
    return request("ISexecCLI", *(("CLI", line) for line in lines))


def ask(router: RouterCore, method: str, *parameters: tuple[str, str]) -> etree._Element:
    """The `<response>` to a request of the router's owner."""
    return response(answer_as_owner(router, request(method, *parameters)))


def response(body: bytes) -> etree._Element:
    """The `<response>` in an answer, which has to be as the schema says."""
    found = etree.fromstring(body).find(".//{*}response")
    assert found is not None
    validate(found)
    return found


@cache
def relax_ng(name: str) -> etree.RelaxNG:
    """A RELAX NG schema of the XML API, by the name of its file."""
    return etree.RelaxNG(file=str(Path(__file__).parents[2] / "iossim" / "xmlapi" / "schemas" / name))


def validate(node: etree._Element) -> None:
    """Sees to it that a `<response>` is as the schema says, whatever namespace it is in."""
    plain = deepcopy(node)
    for each in plain.iter():
        each.tag = etree.QName(each).localname
    relax_ng("answers.rng").assertValid(plain)


def texts(node: etree._Element, path: str) -> list[str]:
    """The texts of the elements at a path."""
    return [found.text or "" for found in node.iterfind(path)]


def error(node: etree._Element) -> tuple[str, str]:
    """Code and message of an ISError."""
    return node.findtext("ISError/ISErrorCode", ""), node.findtext("ISError/ISErrorMsg", "")


def outcome(node: etree._Element) -> tuple[str, str]:
    """What ISexecCLI answered."""
    return node.findtext("ISexecCLIResponse", "none"), node.findtext("ISexecCLIError", "none") or ""
