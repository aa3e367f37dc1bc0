"""The web server of a router: its ports and its periodic work, in one event loop.

Four times a second, and after every change of the configuration, it does the periodic work: ports that the configuration
moves, timers of phones, a delayed save.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iossim.errors import ListenError
from iossim.xmlapi.access_log import AccessLog, RequestLog
from iossim.xmlapi.admission import is_encrypted, known_user
from iossim.xmlapi.listeners import Listener, Listeners, Listening
from iossim.xmlapi.methods.save import save_if_free
from iossim.xmlapi.scenario_player import play
from iossim.xmlapi.shared import Shared
from iossim.xmlapi.web_server import is_on, ixi_is_up

if TYPE_CHECKING:
    from iossim.config import Configuration
    from iossim.router import RouterCore
    from iossim.router.scenario import Step

_log = logging.getLogger(__name__)
__all__ = ["ListenError", "Listening", "Ports", "WebServer", "has_port", "missing", "serve", "stop_at_signals"]

#: Seconds between two rounds of the periodic work.
_TICK = 0.25
#: Seconds for the requests in progress when the server ends.
_GRACE = 4.0
_CLOSED = "there is no `ip http server`: the port is closed"


@dataclass(frozen=True, slots=True)
class Ports:
    """Addresses to listen on.

    Attributes:
        host: the address.
        http: the port in place of `ip http port`; 0: any free one; None: the configured one.
        https: the port in place of `ip http secure-port`; 0 and None likewise.
        closed: no port is opened, whatever the configuration has.
    """

    host: str = "127.0.0.1"
    http: int | None = None
    https: int | None = None
    closed: bool = False


def missing(router: RouterCore) -> Iterator[str]:
    """The reasons why the configuration lets no request be served."""
    if not has_port(router):
        yield _CLOSED
    if not ixi_is_up(router):
        yield "`ixi transport http` and `ixi application cme` need `no shutdown`: every request is answered 404"
    user = known_user(router)
    if user is None:
        yield "there is no `xml user` in telephony-service: every request is answered 401"
    elif is_encrypted(user):
        yield "the password of the `xml user` is encrypted, and there is no key to decrypt it: every request is answered 401"


def has_port(router: RouterCore) -> bool:
    """True if the configuration opens a port of the web server."""
    return is_on(router, "ip_http_server") or is_on(router, "ip_http_secure_server")


class WebServer:
    """The web server of one router.

    Life: `start`, then a round of `work` again and again, then `close`.

    Args:
        router: the router.
        ports: the addresses to listen on.
        log: the log of requests.
        opened: called with every port that is opened, now and later.
    """

    def __init__(
        self, router: RouterCore, ports: Ports, log: RequestLog, opened: Callable[[Listening], None] = lambda _: None
    ) -> None:
        self._router = router
        self._shared = Shared(router, log)
        ways = [(False, ports.http), (True, ports.https)] if not ports.closed else []
        self._listeners = Listeners([Listener(self._shared, ports.host, port, secure=secure) for secure, port in ways], opened)

    async def start(self) -> None:
        """Open the configured ports.

        Raises:
            ListenError: a port is taken, or not allowed.
        """
        await self._listeners.start(self._router)

    async def work(self) -> None:
        """One round of the periodic work: timers, a delayed save, ports that the configuration moves."""
        try:
            self._router.advance()
            save_if_free(self._router)
        except Exception:  # noqa: BLE001 (a mistake of ours must not end the server)
            _log.exception("periodic work failed")
        await self._listeners.update(self._router)

    async def close(self) -> None:
        """Close the ports, and let the requests in progress come to their end, for a few seconds."""
        self._listeners.close()
        self._shared.stopping = True
        connections = self._shared.connections
        connections.retire()
        until = time.monotonic() + _GRACE
        while connections and time.monotonic() < until:
            await asyncio.sleep(0.01)
        for connection in connections:
            connection.abort()
        await asyncio.sleep(0)


async def serve(
    router: RouterCore,
    ports: Ports | None = None,
    *,
    opened: Callable[[Listening], None] | None = None,
    started: asyncio.Event | None = None,
    stop: asyncio.Event | None = None,
    log: RequestLog | None = None,
    steps: Iterable[Step] = (),
) -> None:
    """Serve a router's XML API until it is stopped.

    Args:
        router: the router.
        ports: the addresses to listen on.
        opened: called with every port that is opened, now and later.
        started: set when the ports are open that the configuration opens at the start.
        stop: ends the server when set; without it SIGTERM and SIGINT do.
        log: the log of requests; None: on standard error.
        steps: a scenario, played from when the ports are open.

    Raises:
        ListenError: a port is taken, or not allowed.
    """
    stop = stop or stop_at_signals()
    own = AccessLog() if log is None else None
    used = log or own or AccessLog(quiet=True)
    server = WebServer(router, ports or Ports(), used, opened or (lambda _: None))
    try:
        await server.start()
        if started is not None:
            started.set()
        playing = asyncio.ensure_future(play(router, steps, used.say))
        try:
            await _work(router, server, stop)
        finally:
            playing.cancel()
    finally:
        await server.close()
        if own is not None:
            own.close()


async def _work(router: RouterCore, server: WebServer, stop: asyncio.Event) -> None:
    """The periodic work, until the server is stopped."""
    wake = asyncio.Event()
    stopping = asyncio.ensure_future(stop.wait())
    stopping.add_done_callback(lambda _: wake.set())
    watched: Configuration | None = None
    try:
        while not stop.is_set():
            if router.config is not watched:
                watched = router.config
                watched.watchers.append(lambda *_: wake.set())
            await server.work()
            await _pause(wake)
    finally:
        stopping.cancel()


async def _pause(wake: asyncio.Event) -> None:
    """Wait a quarter of a second, or until the configuration changes."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_TICK):
            await wake.wait()
    wake.clear()


def stop_at_signals() -> asyncio.Event:
    """An event that SIGTERM and SIGINT set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop
