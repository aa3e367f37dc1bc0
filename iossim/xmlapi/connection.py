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
from iossim.xmlapi.application import MAX_BODY, Response, admit, head_of, is_on, refuse
from iossim.xmlapi.exchange import Exchange
from iossim.xmlapi.method import TimedOut
from iossim.xmlapi.methods.query import catalogue
from iossim.xmlapi.reading import Head, Incoming, RequestReader
from iossim.xmlapi.request.envelope import read
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
#: Bytes that are taken of what comes behind the request that is being served.
_AHEAD = 64 * 1024
#: Bytes that are read in one piece: all the requests in them are held.
_PIECE = 16 * 1024
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
        self._reader = RequestReader()
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
        self._forget()
        self._leave_slot()
        if self._room is not None and not self._room.done():
            self._room.set_exception(error or ConnectionResetError("the client is gone"))
        if self._task is not None:
            self._task.cancel()

    def data_received(self, data: bytes) -> None:
        """Bytes of a request, or of several."""
        if self._closing or self._ended:
            return
        if not self._busy and not self._has_more:
            self.expires = self._loop.time() + PATIENCE
        self._data += data
        self._advance()

    def eof_received(self) -> bool:
        """The client sends no more; what it sent is still answered."""
        self._ended = True
        self._advance()
        return not self._secure and not self._closing

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
        if not self._busy and not self._has_more:
            self._hang_up()

    def expire(self) -> None:
        """The time is over: for the body, the next request, or to read the answer."""
        if self.head is not None and not self._busy and not self._closing:
            self._refuse(refuse(self.server.router, HTTPStatus.REQUEST_TIMEOUT))
        elif self._closing or self._busy or self.stalled:
            self.transport.abort()
        else:
            self._hang_up()

    def go_on(self) -> None:
        """There is room for a large body."""
        self._waits_for_slot, self._has_slot = False, True
        self.expires = self._loop.time() + PATIENCE
        self._flow()
        self._advance()

    # -- reading -------------------------------------------------------------------------------------------------------------------

    @property
    def _has_more(self) -> bool:
        """True if a request has begun to arrive that is not being served."""
        return bool(self._data) or not self._reader.idle

    def _advance(self) -> None:
        """Goes on with the requests that are arriving, as far as they have arrived."""
        self._scheduled = False
        try:
            while not (self._busy or self._closing or self.stalled or self._waits_for_slot) and self._take():
                self._reader.feed(bytes(self._data[:_PIECE]))
                del self._data[:_PIECE]
        except Exception:  # noqa: BLE001 (a mistake of ours must not end the server)
            _log.exception("request from %s failed", self.client)
            self._refuse(refuse(self.server.router, HTTPStatus.INTERNAL_SERVER_ERROR))
        if self._ended and not (self._busy or self.stalled or self._scheduled or self._closing):
            self._hang_up()
        self._flow()

    def _take(self) -> bool:
        """Goes on with the oldest request; whether more has to be read for that, and is there."""
        reader = self._reader
        if reader.requests:
            request = reader.requests[0]
            if self.head is None and not self._begin(request):
                return False
            if len(request.body) > MAX_BODY:
                self._refuse(refuse(self.server.router, HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
                return False
            if request.complete:
                reader.requests.popleft()
                self._serve(bytes(request.body))
                return False
            if len(request.body) > LARGE and not self._has_slot and not self._take_slot():
                return False
        if reader.broken:
            self._refuse(refuse(self.server.router, HTTPStatus.BAD_REQUEST))
            return False
        return bool(self._data)

    def _begin(self, request: Incoming) -> bool:
        """Admits a request by its head; whether it may go on."""
        router, head = self.server.router, request.head
        self._began = time.perf_counter()
        if not is_on(router, self.rule):
            self._hang_up()
            return False
        self.head = head
        user = refuse(router, head.fault) if head.fault else admit(router, head.method, head.target, head.headers, self.client)
        if isinstance(user, Response):
            self._refuse(user)
            return False
        self.user = user
        if head.waits and not (request.complete or request.body or self._data):
            self.transport.write(_CONTINUE)
        return True

    def _take_slot(self) -> bool:
        """Whether there is room for a large body; where there is none, it is waited for."""
        self._has_slot = self.server.large.take(self)
        self._waits_for_slot = not self._has_slot
        if self._waits_for_slot:
            self.expires = math.inf
        return self._has_slot

    def _flow(self) -> None:
        """Reads from the client only what there is room for."""
        stop = self._waits_for_slot or len(self._data) > _AHEAD
        if stop != self._reading_paused and not self.transport.is_closing():
            self._reading_paused = stop
            (self.transport.pause_reading if stop else self.transport.resume_reading)()

    def _forget(self) -> None:
        self._data.clear()
        self._reader.requests.clear()

    # -- serving -------------------------------------------------------------------------------------------------------------------

    def _serve(self, body: bytes) -> None:
        assert self.user is not None
        self._busy = True
        self.expires = math.inf
        if len(body) > SHORT:
            self._task = self._loop.create_task(answer_slowly(self, body, None))
            return
        exchange = Exchange(self.server.router, self.user, self.client, len(body))
        try:
            exchange.run(*read(body, catalogue()), self.server.deadline())
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
        self.head = self.user = self._task = None
        self._busy = False
        self._leave_slot()
        self.server.served()
        more = self._has_more
        if not kept or self._retired or (self._ended and not more):
            self._hang_up()
        else:
            self.expires = self._loop.time() + (PATIENCE if more else IDLE)
            if more or self._reading_paused:
                self._scheduled = True
                self._loop.call_soon(self._advance)

    @property
    def keeps_alive(self) -> bool:
        """True if the connection stays open behind this answer."""
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
        self._forget()
        self.transport.write(head_of(response.status, response.headers) + body)
        if self.transport.can_write_eof() and not self._ended:
            # The client may still be sending: to hang up now could cost it the answer.
            self.transport.write_eof()
            self.expires = self._loop.time() + LINGER
        else:
            self._hang_up()

    def _hang_up(self) -> None:
        """Closes the connection when the client has read what was sent; for one that does not, its time is over sooner or later."""
        self._closing = True
        self.expires = self._loop.time() + PATIENCE
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
