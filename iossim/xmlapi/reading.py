"""HTTP/1.x requests out of the bytes of one connection, as llhttp reads them; no sockets."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from httptools import HttpParserError, HttpParserUpgrade, HttpRequestParser

#: A head of so many bytes that is still not complete is refused.
MAX_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Head:
    """Request line and headers.

    Attributes:
        method: `POST`.
        target: path and query.
        version: `1.1`; of one digit on either side, so that they compare as text.
        headers: by name in small letters; those sent several times are joined by commas.
        keeps_alive: the client wants to go on with this connection.
    """

    method: str
    target: str
    version: str
    headers: Mapping[str, str]
    keeps_alive: bool

    @property
    def waits(self) -> bool:
        """True if the client waits for `100 Continue` before it sends the body."""
        return self.version > "1.0" and self.headers.get("expect", "").lower() == "100-continue"

    @property
    def fault(self) -> HTTPStatus | None:
        """Why this is nothing that an HTTP/1.x server can take, whatever it asks for; None where it can."""
        if not self.version.startswith("1."):
            return HTTPStatus.HTTP_VERSION_NOT_SUPPORTED
        coding = self.headers.get("transfer-encoding")
        if coding is not None and self.version == "1.0":
            return HTTPStatus.BAD_REQUEST
        if coding is not None and coding.lower() != "chunked":
            return HTTPStatus.NOT_IMPLEMENTED
        if "expect" in self.headers and self.version > "1.0" and not self.waits:
            return HTTPStatus.EXPECTATION_FAILED
        return None


@dataclass(slots=True, eq=False)
class Incoming:
    """A request as far as it has arrived.

    Attributes:
        head: all of its head.
        body: its body so far.
        complete: nothing of it is missing.
    """

    head: Head
    body: bytearray = field(default_factory=bytearray)
    complete: bool = False


class RequestReader:
    """Reads the requests of one connection, one behind the other.

    Attributes:
        requests: those whose heads are complete, in order of arrival; the reader's owner takes them away.
        broken: what comes behind them is no HTTP.
    """

    def __init__(self) -> None:
        self.requests: deque[Incoming] = deque()
        self.broken = False
        self._in_head = False
        self._head_size = 0
        self._target = b""
        self._headers: dict[str, str] = {}
        self._declined: Head | None = None
        self._begin()

    @property
    def idle(self) -> bool:
        """Whether no request has begun to arrive, and none is left to be taken away."""
        return not self.requests and not self._in_head

    def feed(self, data: bytes) -> None:
        """Takes the next bytes of the connection.

        Args:
            data: not many at a time: every request in them is kept in `requests`.
        """
        if self._in_head:
            self._head_size += len(data)
        while not self.broken:
            try:
                self._parser.feed_data(data)
                break
            except HttpParserUpgrade as offer:
                data = self._decline() + data[offer.args[0] :]
            except HttpParserError:
                self.broken = True
        self.broken = self.broken or (self._in_head and self._head_size > MAX_HEAD)

    # -- what the parser tells -----------------------------------------------------------------------------------------------------

    def on_message_begin(self) -> None:
        """The first byte of a request."""
        self._in_head = True
        self._head_size = 0
        self._target = b""
        self._headers = {}

    def on_url(self, part: bytes) -> None:
        """The target, or a piece of it."""
        self._target += part

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header, or a trailer: those say nothing here."""
        if self._in_head:
            key, text = name.decode("latin-1").lower(), value.decode("latin-1").rstrip(" \t")
            self._headers[key] = f"{self._headers[key]}, {text}" if key in self._headers else text

    def on_headers_complete(self) -> None:
        """The end of a head."""
        self._in_head = False
        parser = self._parser
        head = self._declined or Head(
            parser.get_method().decode("ascii"),
            self._target.decode("latin-1"),
            parser.get_http_version(),
            self._headers,
            parser.should_keep_alive(),
        )
        self._declined = head if parser.should_upgrade() else None
        if self._declined is None:
            self.requests.append(Incoming(head))

    def on_body(self, part: bytes) -> None:
        """A piece of a body."""
        self.requests[-1].body += part

    def on_message_complete(self) -> None:
        """The end of a request."""
        if self._declined is None:
            self.requests[-1].complete = True

    def _begin(self) -> None:
        self._parser = HttpRequestParser(self)
        # Other versions get an answer of their own, see `Head.fault`.
        self._parser.set_dangerous_leniencies(lenient_version=True)

    def _decline(self) -> bytes:
        """A head in place of one that offers to go on in another protocol (`Upgrade: h2c`, as Java's client does with every request).

        The parser takes the offer for accepted and leaves out the body; but a server that ignores it has to read that.
        """
        assert self._declined is not None
        self._begin()
        headers = self._declined.headers
        framing = (f"{name}: {headers[name]}\r\n" for name in ("content-length", "transfer-encoding") if name in headers)
        return f"POST / HTTP/1.1\r\n{''.join(framing)}\r\n".encode("latin-1")
