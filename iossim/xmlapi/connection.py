"""One client's connection: requests are taken and answered one after the other, in their order.

What takes no time is done where the last byte arrives. Long bodies are read, and long answers written, in slices of a few
milliseconds, so that other connections are served in between. Nothing piles up: a client that does not read is not
served further, and one that sends faster than it is served is not read further.
"""

from __future__ import annotations

import asyncio
import logging
import math
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, cast

from iossim.xmlapi.answering import answer_slowly, send
from iossim.xmlapi.application import MAX_BODY, Response, admit, is_on, refuse
from iossim.xmlapi.catalogue import TimedOut
from iossim.xmlapi.envelope import read
from iossim.xmlapi.exchange import Exchange
from iossim.xmlapi.http1 import MAX_HEAD, Body, Head, HttpError, body_of, find_end, head_of, parse_head
from iossim.xmlapi.methods import catalogue
from iossim.xmlapi.users import User

if TYPE_CHECKING:
    from iossim.xmlapi.server import WebServer

_log = logging.getLogger(__name__)

#: Seconds for a request to arrive, once it has begun, and for a client to read on.
PATIENCE = 60.0
#: Seconds that a connection may wait for its next request.
IDLE = 75.0
#: Seconds for a client to take note that it was refused.
LINGER = 2.0
#: A body up to so many bytes is read in one piece.
SHORT = 64 * 1024
#: A body of more bytes than this waits until few others of its kind are held.
LARGE = 256 * 1024
#: Bytes of further requests that are taken while one is served.
_AHEAD = 64 * 1024
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


class Connection(asyncio.Protocol):
    """Speaks HTTP with one client.

    Args:
        server: what all connections share.
        rule: the command of global configuration that must be in force for it: `ip_http_server`, `ip_http_secure_server`.

    Attributes:
        head: the request that is being read or served; None between two.
        user: who makes it.
        client: the address of the client.
        expires: when its time is over, on the event loop's clock.
        stalled: the client does not read what was sent.
    """

    def __init__(self, server: WebServer, rule: str) -> None:
        self.server = server
        self.rule = rule
        self.head: Head | None = None
        self.user: User | None = None
        self.client = "0.0.0.0"
        self.expires = math.inf
        self.stalled = False
        self._loop = asyncio.get_running_loop()
        self._data = bytearray()
        self._body: Body | None = None
        self._began = 0.0
        self._secure = rule == "ip_http_secure_server"
        self._busy = self._closing = self._retired = self._ended = self._scheduled = False
        self._has_slot = self._waits_for_slot = self._reading_paused = False
        self._task: asyncio.Task[None] | None = None
        self._room: asyncio.Future[None] | None = None

    # -- what the event loop tells -------------------------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The connection is there."""
        self.transport = cast("asyncio.Transport", transport)
        peer = transport.get_extra_info("peername")
        if peer:
            self.client = str(peer[0])
        self.expires = self._loop.time() + IDLE
        self.server.connections.add(self)

    def connection_lost(self, error: Exception | None) -> None:
        """The connection is gone."""
        self.server.connections.discard(self)
        self._closing = True
        self._data.clear()
        self._leave_slot()
        if self._room is not None and not self._room.done():
            self._room.set_exception(error or ConnectionResetError("the client is gone"))
        if self._task is not None:
            self._task.cancel()

    def data_received(self, data: bytes) -> None:
        """Bytes of a request, or of several."""
        if self._closing or self._ended:
            return
        if not self._data and self.head is None and not self._busy:
            self.expires = self._loop.time() + PATIENCE
        self._data += data
        self._advance()

    def eof_received(self) -> bool:
        """The client sends no more; what it sent is still answered."""
        self._ended = True
        self._advance()
        return not self._secure

    def pause_writing(self) -> None:
        """The client does not read."""
        self.stalled = True

    def resume_writing(self) -> None:
        """The client reads on."""
        self.stalled = False
        if self._room is not None and not self._room.done():
            self._room.set_result(None)
        self._advance()

    # -- what the server tells -----------------------------------------------------------------------------------------------------

    def retire(self) -> None:
        """Ends the connection as soon as no request is being served."""
        self._retired = True
        if not self._busy and self.head is None and not self._data:
            self.transport.close()

    def expire(self) -> None:
        """The time is over: for the body, the next request, or to read the answer."""
        if self.head is not None and not self._busy and not self._closing:
            self._refuse(refuse(self.server.router, HTTPStatus.REQUEST_TIMEOUT))
        elif self._closing or self._busy or self.stalled:
            self.transport.abort()
        else:
            self.transport.close()

    def go_on(self) -> None:
        """There is room for a large body."""
        self._waits_for_slot, self._has_slot = False, True
        self.expires = self._loop.time() + PATIENCE
        self._flow()
        self._advance()

    # -- reading -------------------------------------------------------------------------------------------------------------------

    def _advance(self) -> None:
        """Goes on with the request that is arriving, as far as it has arrived."""
        self._scheduled = False
        if not (self._busy or self._closing or self.stalled or self._waits_for_slot):
            try:
                if (self.head is not None or self._begin()) and self._body is not None:
                    self._take_body(self._body)
            except HttpError as error:
                self._refuse(refuse(self.server.router, error.status))
            except Exception:  # noqa: BLE001 (a mistake of ours must not end the server)
                _log.exception("request from %s failed", self.client)
                self._refuse(refuse(self.server.router, HTTPStatus.INTERNAL_SERVER_ERROR))
        if self._ended and not (self._busy or self.stalled or self._scheduled or self._closing):
            self._closing = True
            self.transport.close()
        self._flow()

    def _begin(self) -> bool:
        """Reads the head; whether it is complete, and the request may go on."""
        while self._data[:1] == b"\r" or self._data[:1] == b"\n":
            del self._data[:1]
        end = find_end(self._data)
        if end is None or end[0] > MAX_HEAD:
            if len(self._data) > MAX_HEAD:
                raise HttpError(HTTPStatus.BAD_REQUEST)
            return False
        router = self.server.router
        self._began = time.perf_counter()
        if not is_on(router, self.rule):
            self._closing = True
            self.transport.close()
            return False
        head = self.head = parse_head(bytes(self._data[: end[0]]))
        del self._data[: end[1]]
        user = admit(router, head.method, head.target, head.headers, self.client)
        if isinstance(user, Response):
            self._refuse(user)
            return False
        self.user = user
        body = self._body = body_of(head, MAX_BODY)
        if "expect" in head.headers and not head.waits and head.version >= (1, 1):
            raise HttpError(HTTPStatus.EXPECTATION_FAILED)
        if head.waits and not body.done and not self._data:
            self.transport.write(_CONTINUE)
        return True

    def _take_body(self, body: Body) -> None:
        body.feed(self._data)
        if body.size > MAX_BODY:
            raise HttpError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if body.done:
            self._serve(body)
        elif body.size > LARGE and not self._has_slot:
            self._waits_for_slot = not self.server.large.take(self)
            self._has_slot = not self._waits_for_slot
            if self._waits_for_slot:
                self.expires = math.inf

    def _flow(self) -> None:
        """Reads from the client only what there is room for."""
        stop = self._waits_for_slot or ((self._busy or self.stalled) and len(self._data) > _AHEAD)
        if stop != self._reading_paused and not self.transport.is_closing():
            self._reading_paused = stop
            (self.transport.pause_reading if stop else self.transport.resume_reading)()

    # -- serving -------------------------------------------------------------------------------------------------------------------

    def _serve(self, body: Body) -> None:
        assert self.user is not None
        self._busy = True
        self.expires = math.inf
        if body.size > SHORT:
            self._task = self._loop.create_task(answer_slowly(self, body.whole(), None))
            return
        exchange = Exchange(self.server.router, self.user, self.client, body.size)
        try:
            exchange.run(*read(body.whole(), catalogue()), self.server.deadline())
        except TimedOut:
            self.give_up(exchange)
            return
        if exchange.is_long:
            self._task = self._loop.create_task(answer_slowly(self, b"", exchange))
        else:
            send(self, exchange)

    def give_up(self, exchange: Exchange) -> None:
        """Answers that a request took too long, or that too many wait."""
        self._refuse(refuse(self.server.router, HTTPStatus.SERVICE_UNAVAILABLE), exchange.method)

    async def room(self) -> None:
        """Waits until the client has read enough of what was sent.

        Raises:
            ConnectionError: it is gone.
        """
        if self.stalled:
            self._room = self._loop.create_future()
            self.expires = self._loop.time() + PATIENCE
            try:
                await self._room
            finally:
                self._room = None
                self.expires = math.inf

    def finished(self, exchange: Exchange, sent: int, kept: bool) -> None:
        """The request is answered; the next one may come."""
        exchange.finish(sent)
        self._note(HTTPStatus.OK, sent, exchange.method or "unknown request")
        self.head = self._body = self.user = self._task = None
        self._busy = False
        self._leave_slot()
        self.server.served()
        if not kept or self._retired or (self._ended and not self._data):
            self._closing = True
            self.transport.close()
        else:
            self.expires = self._loop.time() + (PATIENCE if self._data else IDLE)
            if self._data or self._reading_paused:
                self._scheduled = True
                self._loop.call_soon(self._advance)

    @property
    def keeps_alive(self) -> bool:
        """Whether the connection stays open behind this answer."""
        return self.head is not None and self.head.keeps_alive and not self._retired

    def break_off(self) -> None:
        """Ends the connection in the middle of an answer: what comes would not be the whole of it."""
        self._closing = True
        self.transport.abort()

    # -- refusing ------------------------------------------------------------------------------------------------------------------

    def _refuse(self, response: Response, what: str = "") -> None:
        """Sends an answer behind which nothing is read any more."""
        body = response.body if self.head is None or self.head.method != "HEAD" else b""
        self._closing = True
        self._busy = False
        self._leave_slot()
        self._note(response.status, len(body), what)
        self._data.clear()
        self.transport.write(head_of(response.status, response.headers) + body)
        if self.transport.can_write_eof() and not self._ended:
            # The client may still be sending: to hang up now could cost it the answer.
            self.transport.write_eof()
            self.expires = self._loop.time() + LINGER
        else:
            self.transport.close()

    def _note(self, status: int, sent: int, what: str) -> None:
        head, user = self.head, self.user
        request = f"{head.method} {head.target.partition('?')[0]}" if head is not None else "-"
        took = time.perf_counter() - self._began if self._began else 0.0
        when = self.server.router.clock.now()
        self.server.log.note(self.client, user.name if user else "", when, request, status, sent, what, took)

    def _leave_slot(self) -> None:
        if self._has_slot or self._waits_for_slot:
            self._has_slot = self._waits_for_slot = False
            self.server.large.leave(self)
