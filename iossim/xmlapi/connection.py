"""One client's connection: aiohttp's protocol handler, with the errors and the limits of this server."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

from aiohttp import web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.web_protocol import RequestHandler, RequestPayloadError
from multidict import CIMultiDict

from iossim.xmlapi.web_server import Response, phrase, refuse

if TYPE_CHECKING:
    from iossim.xmlapi.shared import Shared

#: Seconds for a body to arrive, and for a client to read on.
PATIENCE = 60.0
#: Seconds that a connection may wait for its next request, or for the rest of its head.
IDLE = 75.0
#: Seconds in which the rest of a refused request is read, so that the client sees the answer.
LINGER = 2.0


class Connection(RequestHandler):
    """The requests of one client, one after the other.

    Args:
        server: aiohttp's server of the port.
        shared: shared by all connections.
        rule: the command that opens the port: `ip_http_server` or `ip_http_secure_server`.
        settings: see `aiohttp.web.Server`.

    Attributes:
        rule: see above.
        client: the address of the client.
        waiting: the complete requests that wait for the request in progress.
        last_used: when its last request was answered, on the event loop's clock.
        ended: the client sends no more.
        retired: the connection closes after the request in progress.
    """

    def __init__(self, server: web.Server, shared: Shared, rule: str, **settings: Any) -> None:
        super().__init__(server, loop=asyncio.get_running_loop(), **settings)
        self.rule = rule
        self.client = "0.0.0.0"
        self.waiting = self._messages
        self.last_used = self._loop.time()
        self.ended = False
        self.retired = False
        self._shared = shared
        self._socket: asyncio.Transport | None = None

    @property
    def idle(self) -> bool:
        """True while no request is in progress or complete."""
        return self._waiter is not None and not self.waiting

    def retire(self) -> None:
        """Close the connection as soon as no request is in progress."""
        self.retired = True
        if self.idle:
            self.force_close()

    def abort(self) -> None:
        """Close the connection at once; the client sees that an answer is not whole."""
        if self._socket is not None:
            self._socket.abort()

    # -- called by asyncio and aiohttp ---------------------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The connection is open."""
        self._socket = cast("asyncio.Transport", transport)
        peer = transport.get_extra_info("peername")
        if peer:
            self.client = str(peer[0])
        if self._shared.connections.opened(self, self._loop.time()):
            super().connection_made(transport)
            if self._task_handler is not None:
                self._task_handler.add_done_callback(self._served)
        else:
            self._socket.abort()

    def connection_lost(self, exc: BaseException | None) -> None:
        """The connection is closed."""
        self._shared.connections.closed(self)
        super().connection_lost(exc)

    def eof_received(self) -> bool:  # type: ignore[override] # asyncio allows a result; aiohttp's method has none
        """The client sends no more; complete requests are still answered."""
        self.ended = True
        if self.idle:
            self.force_close()
        request = self._current_request
        if request is not None and not request.content.is_eof():
            request.content.set_exception(RequestPayloadError("the body is not complete"))
        return self.ssl_context is None

    def _served(self, task: asyncio.Task[None]) -> None:  # noqa: ARG002
        """All requests are served: close, and do not wait without end for a client that does not read the last answer."""
        socket = self._socket
        if socket is not None:
            # asyncio ends TLS by itself when the client does not answer.
            unread = self.rule == "ip_http_server" and socket.get_write_buffer_size()
            socket.close()
            if unread:
                self._loop.call_later(PATIENCE, socket.abort)

    def log_exception(self, *args: Any, **kw: Any) -> None:
        """Log a mistake of ours; a client that goes away is none."""
        if not isinstance(kw.get("exc_info"), ConnectionError | RequestPayloadError):
            super().log_exception(*args, **kw)

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002
    ) -> web.StreamResponse:
        """The answer to bytes that are no HTTP request (400), and to a mistake of ours (500)."""
        if isinstance(exc, ConnectionError):
            raise exc
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            self.log_exception("request from %s failed", self.client, exc_info=exc)
        if request.writer.output_size > 0:
            raise ConnectionResetError("the answer has begun")
        response = refuse(self._shared.router, HTTPStatus(status))
        now = self._shared.router.clock.now()
        self._shared.log.note(self.client, "", now, "-", response.status, len(response.body), "", 0.0)
        return Refused(response)


class Refused(web.StreamResponse):
    """The refusal of a request, after which the connection closes; aiohttp writes it.

    Args:
        response: the refusal.
        headless: the request's method is HEAD: no body.
    """

    def __init__(self, response: Response, *, headless: bool = False) -> None:
        super().__init__(status=response.status)
        self.force_close()
        self._response = response
        self._content = b"" if headless else response.body
        self._writer: AbstractStreamWriter | None = None

    async def prepare(self, request: web.BaseRequest) -> AbstractStreamWriter | None:
        """Write status line and headers."""
        self._writer = request.writer
        status = self._response.status
        await self._writer.write_headers(f"HTTP/1.1 {status} {phrase(status)}", CIMultiDict(self._response.headers))
        return self._writer

    async def write_eof(self, data: bytes = b"") -> None:  # noqa: ARG002
        """Write the body, once."""
        if self._writer is not None:
            writer, self._writer = self._writer, None
            try:
                async with asyncio.timeout(PATIENCE):
                    await writer.write_eof(self._content)
            except TimeoutError:
                raise ConnectionResetError("the client does not read") from None
