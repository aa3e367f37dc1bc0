"""The API on a socket: an aiohttp server that owns the event loop and asks application.py for every answer.

The router is asked by one request at a time, in the order in which the bodies are complete: at most one is ever
outstanding, and none is refused, whatever `request outstanding` says.
"""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import sys
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

from iossim.errors import IossimError
from iossim.xmlapi.application import MAX_BODY, PATH, Response, admit, answer, ixi_is_up, refuse, setting
from iossim.xmlapi.users import User, known_user

if TYPE_CHECKING:
    from iossim.router import RouterCore

_log = logging.getLogger(__name__)

DEFAULT_PORT = 80
#: A client that stops in the middle of its body is given up after so many seconds.
_PATIENCE = 60.0
#: Requests in progress when the server is told to stop have twice so many seconds, all in all within ten.
_GRACE = 4.0
_FRAGMENT_KB = 4


class ListenError(IossimError):
    """A port that cannot be listened on."""


def run(router: RouterCore, host: str = "127.0.0.1", port: int | None = None) -> int:
    """Serves until a signal ends it, and tells on standard output when requests are accepted; the exit status.

    Args:
        router: the router that is asked.
        host: the address to listen on.
        port: the port; by default that of `ip http port`.

    Raises:
        ListenError: the port is taken, or not allowed.
    """

    def ready(address: str, number: int) -> None:
        shown = f"[{address}]" if ":" in address else address
        sys.stdout.write(f"XML API on http://{shown}:{number}{PATH}\n")
        sys.stdout.writelines(f"  but {reason}\n" for reason in missing(router))
        sys.stdout.flush()

    asyncio.run(serve(router, host, port, ready=ready))
    return 0


def missing(router: RouterCore) -> Iterator[str]:
    """What the configuration lacks before a request can be served."""
    if not _has_http_server(router):
        yield "there is no `ip http server`: every connection is closed"
    if not ixi_is_up(router):
        yield "`ixi transport http` and `ixi application cme` need `no shutdown`: every request is answered 404"
    if known_user(router) is None:
        yield "there is no `xml user` in telephony-service: every request is answered 401"


async def serve(
    router: RouterCore,
    host: str = "127.0.0.1",
    port: int | None = None,
    *,
    ready: Callable[[str, int], None] | None = None,
    stop: asyncio.Event | None = None,
) -> None:
    """Serves a router's XML API until it is told to stop.

    Args:
        router: the router that is asked.
        host: the address to listen on.
        port: the port; by default that of `ip http port`, 0 for any free one.
        ready: called with address and port once requests are accepted.
        stop: ends the server when set; without it SIGTERM and SIGINT do.

    Raises:
        ListenError: the port is taken, or not allowed.
    """
    stop = stop or _stop_at_signals()
    port = setting(router.config.root, "ip_http_port", DEFAULT_PORT) if port is None else port
    connections = _Server(router)
    listener = await _listen(connections, host, port)
    if ready is not None:
        ready(*listener.sockets[0].getsockname()[:2])
    try:
        await stop.wait()
    finally:
        listener.close()
        connections.pre_shutdown()
        await connections.shutdown(_GRACE)


async def _listen(connections: _Server, host: str, port: int) -> asyncio.Server:
    try:
        return await asyncio.get_running_loop().create_server(connections, host, port)
    except OSError as error:
        raise ListenError(_reason(error, host, port)) from error


def _reason(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} on {host} is in use; choose another one with --http-port"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"port {port} needs privileges that this process does not have; choose one from 1024 up with --http-port"
    return f"cannot listen on {host} port {port}: {error.strerror or error}"


def _stop_at_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stop.set)
    return stop


class _Server(web.Server):
    """Makes a connection's protocol, and knows the router behind all of them."""

    def __init__(self, router: RouterCore) -> None:
        super().__init__(self._serve)
        self.router = router

    def __call__(self) -> web.RequestHandler:
        return _Connection(self, loop=asyncio.get_running_loop())

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        if not _has_http_server(self.router):
            raise ConnectionResetError
        headers = {name.lower(): value for name, value in request.headers.items()}
        user = admit(self.router, request.method, request.path, headers)
        if isinstance(user, Response):
            return await self._send(request, user)
        if headers.get("expect", "").lower() == "100-continue":
            await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            request.writer.output_size = 0
        body = await _body(request)
        if isinstance(body, HTTPStatus):
            return await self._send(request, refuse(self.router, body))
        return await self._send(request, self._answer(request, user, headers, body))

    def _answer(self, request: web.BaseRequest, user: User, headers: dict[str, str], body: bytes) -> Response:
        return answer(self.router, user, headers, body, request.remote or "0.0.0.0")

    async def _send(self, request: web.BaseRequest, response: Response) -> web.StreamResponse:
        size = setting(self.router.config.section("ixi_transport_http"), "response_size", _FRAGMENT_KB) * 1024
        if len(response.body) <= size or request.version < (1, 1):
            plain = web.Response(status=response.status, headers=response.headers, body=response.body)
            plain.headers.setdefault("Content-Type", "text/plain")
            return _closing(plain, response)
        stream = _closing(web.StreamResponse(status=response.status, headers=_chunked(response.headers)), response)
        stream.enable_chunked_encoding()
        await stream.prepare(request)
        for fragment in _fragments(response.body, size):
            await stream.write(fragment)
        await stream.write_eof()
        return stream


class _Connection(web.RequestHandler):
    """One client's connection; what is no HTTP is answered as the router's web server does."""

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002 (what it would say is for aiohttp's own page)
    ) -> web.StreamResponse:
        """The answer to a request that broke; none where the router has its port closed or the client is gone."""
        if isinstance(exc, ConnectionError):
            raise exc
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            _log.error("request from %s failed", request.remote, exc_info=exc)
        server = self._manager
        assert isinstance(server, _Server)
        response = refuse(server.router, HTTPStatus(status))
        return _closing(web.Response(status=status, headers=response.headers, body=response.body), response)


def _has_http_server(router: RouterCore) -> bool:
    """Without `ip http server` a router has its port closed; ours can only hang up."""
    entry = router.config.root.effective("ip_http_server")
    return entry is not None and not entry.negative


async def _body(request: web.BaseRequest) -> bytes | HTTPStatus:
    """A request's body, or the status that refuses it."""
    parts: list[bytes] = []
    total = 0
    try:
        async with asyncio.timeout(_PATIENCE):
            async for part in request.content.iter_any():
                parts.append(part)
                total += len(part)
                if total > MAX_BODY:
                    return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    except TimeoutError:
        return HTTPStatus.REQUEST_TIMEOUT
    except web.RequestPayloadError:
        return HTTPStatus.BAD_REQUEST
    return b"".join(parts)


def _closing(made: web.Response | web.StreamResponse, response: Response) -> web.StreamResponse:
    if response.headers.get("Connection") == "close":
        made.force_close()
    return made


def _chunked(headers: dict[str, str]) -> dict[str, str]:
    """The headers of an answer in fragments: the encoding stands where the length stood."""
    return {
        "Transfer-Encoding" if name == "Content-Length" else name: "chunked" if name == "Content-Length" else value
        for name, value in headers.items()
    }


def _fragments(body: bytes, size: int) -> Iterator[bytes]:
    return (body[at : at + size] for at in range(0, len(body), size))
