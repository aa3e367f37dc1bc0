"""HTTP on one port, by aiohttp: admission, body, answer, in the words of the router's web server.

A request is admitted by its head before its body is read. Every answer is made in slices of a few milliseconds, with
other requests served in between, and leaves in fragments of `response size`. A client that does not read stops its own
answer and no other.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing, closing
from http import HTTPStatus
from typing import TYPE_CHECKING, cast

from aiohttp import hdrs, web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http import StreamWriter
from multidict import CIMultiDict

from iossim.xmlapi import admission
from iossim.xmlapi import connection as limits
from iossim.xmlapi.admission import admit, basic
from iossim.xmlapi.connection import Connection, Refused
from iossim.xmlapi.faulty import Refusal, meet_faults
from iossim.xmlapi.outstanding import QueueFull
from iossim.xmlapi.pipeline import Answer, CutOffError
from iossim.xmlapi.users import User
from iossim.xmlapi.web_server import accepted, fragment_size, is_on, refuse, time_limit

if TYPE_CHECKING:
    from iossim.xmlapi.shared import Shared

_log = logging.getLogger("iossim.http")
#: A body of more bytes than this waits until few others of its size are held.
LARGE = 256 * 1024
#: Seconds that one request is worked on before others are served.
SLICE = 0.002
#: Bytes of a request line, and of one header.
_MAX_LINE = 64 * 1024
#: Bytes of an answer that are held back for a client of HTTP/1.0, which has to know its length.
_HELD = 64 * 1024


class Port(web.Server):
    """The requests that come to one port; a factory of protocols for `loop.create_server`.

    Args:
        shared: shared by all ports.
        rule: the command that opens the port: `ip_http_server` or `ip_http_secure_server`.
    """

    def __init__(self, shared: Shared, rule: str) -> None:
        super().__init__(self._serve)
        self._shared = shared
        self._rule = rule

    def __call__(self) -> Connection:
        """A new connection."""
        return Connection(
            self,
            self._shared,
            self._rule,
            logger=_log,
            access_log=None,
            keepalive_timeout=limits.IDLE,
            lingering_time=limits.LINGER,
            max_line_size=_MAX_LINE,
            max_field_size=_MAX_LINE,
            auto_decompress=False,
        )

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        connection = cast("Connection", request.protocol)
        if self._shared.router.is_down or not is_on(self._shared.router, self._rule):
            connection.abort()
            raise ConnectionResetError("the port is closed")
        response = await _Service(self._shared, connection, request).run()
        connection.last_used = asyncio.get_running_loop().time()
        return response


class Sent(web.StreamResponse):
    """An answer that was written already; aiohttp has nothing to write.

    Args:
        kept: the connection stays open.
    """

    def __init__(self, kept: bool) -> None:
        super().__init__()
        self._kept = kept

    @property
    def keep_alive(self) -> bool:
        """True if the connection stays open."""
        return self._kept

    async def prepare(self, request: web.BaseRequest) -> AbstractStreamWriter | None:  # noqa: ARG002
        """Nothing is left to write."""
        return None

    async def write_eof(self, data: bytes = b"") -> None:
        """Nothing is left to write."""


class _Service:
    """One request on its way from its head to the end of its answer.

    Args:
        shared: shared by all ports.
        connection: the connection that the request came on.
        request: the head of the request, and its body to be read.
    """

    def __init__(self, shared: Shared, connection: Connection, request: web.BaseRequest) -> None:
        self._shared = shared
        self._router = shared.router
        self._connection = connection
        self._request = request
        self._writer = cast("StreamWriter", request.writer)
        self._began = time.perf_counter()
        self._user = ""
        self._waited = 0.0
        self._has_slot = self._has_turn = self._has_place = self._begun = self._kept = False

    async def run(self) -> web.StreamResponse:
        """Serve the request; returns the response for aiohttp."""
        answer: Answer | None = None
        try:
            user = await self._admitted()
            self._user = user.name
            answer = Answer(self._router, user, self._connection.client, await self._body())
            sent = await self._send(answer)
            self._note(HTTPStatus.OK, sent, answer)
            return Sent(self._kept)
        except Refusal as refusal:
            if self._begun:
                raise self._cut_off() from None
            headless = self._request.method == "HEAD"
            self._note(refusal.response.status, 0 if headless else len(refusal.response.body), answer)
            return Refused(refusal.response, headless=headless)
        except CutOffError:
            raise self._cut_off() from None
        finally:
            self._leave()

    # -- before the answer ---------------------------------------------------------------------------------------------------------

    async def _admitted(self) -> User:
        request, client = self._request, self._connection.client
        await meet_faults(self._router)
        fault = _fault(request)
        if fault is not None:
            raise Refusal(refuse(self._router, fault))
        user = admit(self._router, request.method, request.raw_path, request.headers, client)
        if isinstance(user, User):
            return user
        if user.status == HTTPStatus.UNAUTHORIZED and hdrs.AUTHORIZATION in request.headers:
            given = basic(request.headers[hdrs.AUTHORIZATION])
            self._user = given.name if given is not None else ""
            await self._shared.failed_logins.wait(client)
        raise Refusal(user)

    async def _body(self) -> bytes:
        content = self._request.content
        try:
            body = content.read_nowait() if content.is_eof() else await self._slow_body()
        except TimeoutError:
            raise Refusal(refuse(self._router, HTTPStatus.REQUEST_TIMEOUT)) from None
        except (web.RequestPayloadError, ValueError):
            raise Refusal(refuse(self._router, HTTPStatus.BAD_REQUEST)) from None
        if len(body) > admission.MAX_BODY:
            raise Refusal(refuse(self._router, HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
        return body

    async def _slow_body(self) -> bytes:
        """The body as it arrives; a large one waits until few others are held."""
        if self._connection.ended:
            raise web.RequestPayloadError("the body is not complete")
        if hdrs.EXPECT in self._request.headers:
            await self._writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            self._writer.output_size = 0
        loop = asyncio.get_running_loop()
        body = bytearray()
        async with asyncio.timeout(limits.PATIENCE) as limit:
            while part := await self._request.content.readany():
                body += part
                if len(body) > admission.MAX_BODY:
                    break
                if len(body) > LARGE and not self._has_slot:
                    limit.reschedule(None)
                    await self._shared.large_bodies.acquire()
                    self._has_slot = True
                    limit.reschedule(loop.time() + limits.PATIENCE)
        return bytes(body)

    # -- the answer ----------------------------------------------------------------------------------------------------------------

    async def _send(self, answer: Answer) -> int:
        """Send the answer: whole, or in fragments of `response size`; returns its bytes."""
        if (cut := self._router.faults.hit("http cut")) is not None:
            return await self._send_beginning(answer, cut.value)
        chunked = self._request.version >= (1, 1)
        size = fragment_size(self._router) if chunked else max(fragment_size(self._router), _HELD)
        sent, rest = 0, b""
        async with aclosing(self._slices(answer)) as slices:
            async for text in slices:
                rest += text.encode()
                if len(rest) > size:
                    await self._begin(None if chunked else -1)
                    sent += len(rest)
                    rest = await self._write(rest, size)
                    sent -= len(rest)
        if not self._begun:
            await self._begin(len(rest))
        self._leave()
        try:
            async with asyncio.timeout(limits.PATIENCE):
                await self._writer.write_eof(rest)
        except TimeoutError:
            raise self._cut_off() from None
        return sent + len(rest)

    async def _send_beginning(self, answer: Answer, size: int) -> int:
        """Send the beginning of the answer, and close the connection (`simulate fault http cut`).

        Args:
            answer: the answer.
            size: bytes to send; at least one byte is missing.
        """
        async with aclosing(self._slices(answer)) as slices:
            whole = "".join([text async for text in slices]).encode()
        await self._begin(len(whole))
        await self._writer.write(whole[: min(size, len(whole) - 1)])
        if self._writer.transport is not None:
            self._writer.transport.close()
        raise ConnectionResetError("the answer is cut off")

    async def _slices(self, answer: Answer) -> AsyncGenerator[str]:
        """Yield the text that is ready whenever the time of a slice is over, and serve others in between."""
        limit = time_limit(self._router)
        started = time.monotonic()
        until = started + SLICE
        parts: list[str] = []
        with closing(iter(answer)) as pieces:
            for piece in pieces:
                if piece:
                    parts.append(piece)
                elif answer.method is not None and answer.method.in_turn and not self._has_turn:
                    await self._take_turn(None if limit is None else started + limit - time.monotonic())
                if time.monotonic() <= until:
                    continue
                if parts:
                    yield "".join(parts)
                    parts.clear()
                spent = time.monotonic() - started - self._waited
                timed_out = limit is not None and spent > limit
                if timed_out or (self._has_turn and self._shared.stopping):
                    raise self._too_late(timed_out)
                if self._has_turn or self._has_place:
                    await asyncio.sleep(0)
                else:
                    await self._take_place(None if limit is None else limit - spent)
                until = time.monotonic() + SLICE
        if parts:
            yield "".join(parts)

    async def _take_turn(self, seconds: float | None) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._shared.turn.acquire()
        except TimeoutError:
            raise self._too_late(True) from None
        self._has_turn = True

    async def _take_place(self, seconds: float | None) -> None:
        try:
            await self._shared.outstanding.take(self, seconds, begun=self._begun)
        except TimeoutError:
            raise self._too_late(True) from None
        except QueueFull:
            raise self._too_late(False) from None
        self._has_place = True

    def _too_late(self, timed_out: bool) -> Refusal:
        self._router.xml_statistics.timeouts += timed_out
        return Refusal(refuse(self._router, HTTPStatus.SERVICE_UNAVAILABLE))

    async def _begin(self, length: int | None) -> None:
        """Write the head, once; see `accepted` for the length."""
        if self._begun:
            return
        self._begun = True
        self._kept = self._request.keep_alive and length != -1 and not self._is_last()
        if length is None:
            self._writer.enable_chunking()
        await self._writer.write_headers("HTTP/1.1 200 OK", CIMultiDict(accepted(self._router, length, self._kept)))

    def _is_last(self) -> bool:
        """True if the connection closes after this request."""
        connection = self._connection
        return connection.retired or (connection.ended and not connection.waiting)

    async def _write(self, content: bytes, size: int) -> bytes:
        """Write whole fragments; returns the rest."""
        whole = len(content) - len(content) % size
        for at in range(0, whole, size):
            if self._connection.writing_paused:
                await self._room()
            await self._writer.write(content[at : at + size], drain=False)
        return content[whole:]

    async def _room(self) -> None:
        """Wait until the client has read enough; meanwhile another answer may have the place of this one."""
        since = time.monotonic()
        if self._has_place:
            self._shared.outstanding.leave(self)
        try:
            async with asyncio.timeout(limits.PATIENCE):
                await self._writer.drain()
        except TimeoutError:
            raise self._cut_off() from None
        if self._has_place:
            await self._shared.outstanding.take(self, begun=True)
        self._waited += time.monotonic() - since

    def _cut_off(self) -> ConnectionResetError:
        """Close the connection in the middle of an answer: the client sees that it is not whole."""
        self._connection.abort()
        return ConnectionResetError("the answer is cut off")

    def _leave(self) -> None:
        """Give back the slot of a large body, the turn, and the place."""
        if self._has_slot:
            self._shared.large_bodies.release()
        if self._has_turn:
            self._shared.turn.release()
        if self._has_place:
            self._shared.outstanding.leave(self)
        self._has_slot = self._has_turn = self._has_place = False

    def _note(self, status: int, sent: int, answer: Answer | None) -> None:
        request = f"{self._request.method} {self._request.raw_path.partition('?')[0]}"
        method = "" if answer is None else answer.method.name if answer.method is not None else "unknown request"
        took = time.perf_counter() - self._began
        client, now = self._connection.client, self._router.clock.now()
        self._shared.log.note(client, self._user, now, request, status, sent, method, took)
        if self._router.capture is not None:
            number = answer.exchange.number if answer is not None and answer.exchange is not None else None
            self._router.capture.note(now, client, self._user, request, status, method, took, number)


def _fault(request: web.BaseRequest) -> HTTPStatus | None:
    """The reason why no HTTP/1.x server can take a request, from its head; None where one can."""
    if request.version[0] != 1:
        return HTTPStatus.HTTP_VERSION_NOT_SUPPORTED
    coding = request.headers.get(hdrs.TRANSFER_ENCODING)
    if coding is not None and request.version == (1, 0):
        return HTTPStatus.BAD_REQUEST
    expected = request.headers.get(hdrs.EXPECT)
    if expected is not None and request.version > (1, 0) and expected.lower() != "100-continue":
        return HTTPStatus.EXPECTATION_FAILED
    return None
