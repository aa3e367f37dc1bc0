"""The answer to one request, from the bytes of its body to the last line of XML.

HTTP, the library and `iossim request` all use it. A mistake of ours becomes an ISError here and nowhere else.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from iossim.capture import Exchange
from iossim.xmlapi.iserror import Problem, internal, simulated, too_long
from iossim.xmlapi.method import Method, MethodCall, Namespaces, Reply, Request
from iossim.xmlapi.methods import catalogue
from iossim.xmlapi.methods.save import save_if_free
from iossim.xmlapi.request.envelope import read
from iossim.xmlapi.views.render import element, quote

if TYPE_CHECKING:
    from iossim.router import RouterCore
    from iossim.xmlapi.users import User

_log = logging.getLogger(__name__)
_SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
CLOSING = "</response>\n</axl>\n</SOAP-ENV:Body>\n</SOAP-ENV:Envelope>\n"
#: The end of an answer that is not well-formed (`simulate fault xml malformed`).
_MALFORMED = CLOSING.replace("</axl>", "</ax>")
#: Characters of an answer that are held back, so that a mistake of ours can still become an ISError.
_HELD = 64 * 1024


class CutOffError(Exception):
    """A mistake of ours in the middle of a long answer, whose beginning was given away already; the log has the traceback."""


def answer(router: RouterCore, user: User, client: str, body: bytes) -> Iterator[str]:
    """Answer one request; see `Answer`."""
    return iter(Answer(router, user, client, body))


class Answer:
    """The answer to one request; iterate it once.

    The iteration does all the work and yields the answer in pieces. An empty piece is a pause: the caller may serve
    others, or stop. A request that is stopped keeps the changes that it has made.

    Args:
        router: the router.
        user: the user who sends the request.
        client: the client's address.
        body: the body of the request.

    Attributes:
        method: the method of the request; None until the body is read, and where it names no method.
        exchange: records request and answer; None if nothing is recorded.
    """

    def __init__(self, router: RouterCore, user: User, client: str, body: bytes) -> None:
        self.method: Method | None = None
        self.exchange: Exchange | None = None
        self._router = router
        self._user = user
        self._client = client
        self._body = body

    def __iter__(self) -> Generator[str]:
        """Yield the answer piece by piece.

        Raises:
            CutOffError: a mistake of ours after the first 64 KiB of the answer.
        """
        statistics = self._router.xml_statistics
        if self._router.xml_options.save_pending:
            save_if_free(self._router)
        started = self._router.clock.now()
        size = len(self._body)
        request, namespaces = yield from read(self._body, catalogue())
        body, self._body = self._body if self._router.capture is not None else b"", b""
        self.method = request.method if isinstance(request, Request) else None
        name = self.method.name if self.method is not None else ""
        self._count = statistics.asked(name, self._client, size)
        self._debug(f"request {name or 'unknown'} from {self._client}, {size} bytes")
        yield ""
        sent = 0
        self.exchange = self._router.capture.exchange() if self._router.capture is not None else None
        with closing(self._document(request, namespaces)) as document:
            for piece in document:
                sent += _bytes(piece)
                if self.exchange is not None:
                    self.exchange.add(piece)
                yield piece
        if self.exchange is not None:
            self.exchange.end(name, body)
        statistics.bytes_out += sent
        took = (self._router.clock.now() - started).total_seconds() * 1000
        self._debug(f"response {name or 'unknown'}, {sent} bytes, {took:.0f} ms")

    def _document(self, request: Request | Problem, namespaces: Namespaces) -> Generator[str]:
        """Yield the whole document: the answer of the method, or an ISError.

        The beginning is held back, and with a limited buffer all of it, so that an ISError can still take its place.
        """
        limit = self._router.xml_options.buffer
        held: list[str] | None = []
        length = 0
        try:
            closing_lines = _MALFORMED if self._router.faults.hit("xml malformed") else CLOSING
            reply = self._ask(request, namespaces) if isinstance(request, Request) else request
            if isinstance(reply, Problem):
                yield self._failed(reply, namespaces)
                return
            with closing(_pieces(reply, namespaces, closing_lines)) as pieces:
                for piece in pieces:
                    if held is None:
                        yield piece
                        continue
                    held.append(piece)
                    length += _bytes(piece)
                    if limit and length > limit:
                        yield self._failed(too_long(), namespaces)
                        return
                    if length > _HELD and not limit:
                        yield "".join(held)
                        held = None
                    else:
                        yield ""
        except Exception as mistake:
            _log.exception("%s failed", self.method.name if self.method else "a request")
            if held is None:
                raise CutOffError from mistake
            yield self._failed(internal(), namespaces)
            return
        if held:
            yield "".join(held)

    def _ask(self, request: Request, namespaces: Namespaces) -> Reply | Problem:
        if self._router.faults.hit("xml error"):
            return simulated()
        return request.method.answer(MethodCall(self._router, self._user, self._client, request.parameters, namespaces))

    def _failed(self, problem: Problem, namespaces: Namespaces) -> str:
        self._count.errors += 1
        self._router.xml_statistics.errors += 1
        return error(problem, namespaces)

    def _debug(self, text: str) -> None:
        if self._router.debugging.is_on("cme-xml"):
            self._router.log.debug(f"cme_xml: {text}")


def _pieces(reply: Reply, namespaces: Namespaces, closing_lines: str) -> Generator[str]:
    yield opening(namespaces, reply.kind)
    yield from reply.payload
    yield closing_lines


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())


def opening(namespaces: Namespaces, kind: str = "") -> str:
    """The lines above the payload.

    No answer of a router with its namespaces is on record. A program that declares a default namespace can only read
    an answer in that namespace; one that binds the prefix of Envelope reads Envelope there and the payload in none;
    all others search by name.

    Args:
        namespaces: the namespaces of the request.
        kind: the `xsi:type` of `<response>`; "" for none.
    """
    uri = namespaces.default or namespaces.envelope or _SOAP
    default = f' xmlns="{quote(namespaces.default)}"' if namespaces.default else ""
    repeats_axl = bool(namespaces.envelope and namespaces.axl and not namespaces.default)
    axl = f' xmlns="{quote(namespaces.axl)}"' if repeats_axl else ""
    type_ = f' xsi:type="{kind}"' if kind else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<SOAP-ENV:Envelope xmlns:SOAP-ENV="{quote(uri)}"{default} xmlns:xsi="{_XSI}">\n'
        f"<SOAP-ENV:Body>\n<axl{axl}>\n<response{type_}>\n"
    )


def error(problem: Problem, namespaces: Namespaces) -> str:
    """The whole document that reports a problem."""
    lines = [
        opening(namespaces),
        "<ISError>\n",
        element("ISErrorCode", str(problem.code)),
        element("ISErrorMsg", problem.message),
        "</ISError>\n",
        CLOSING,
    ]
    return "".join(lines)
