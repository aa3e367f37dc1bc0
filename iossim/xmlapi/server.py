"""The API on sockets: the web server of a router, with everything that its connections share.

It runs in one event loop, beside whatever else runs there. From time to time it looks after what nobody asks for: ports that
the configuration moves, phones that come up again, a save that was put off, connections whose time is over, the access log.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iossim.xmlapi.access_log import AccessLog
from iossim.xmlapi.application import is_on, ixi_is_up, patience
from iossim.xmlapi.connection import Connection
from iossim.xmlapi.listeners import Listener, ListenError, Listeners, Listening
from iossim.xmlapi.methods.save import save_if_free
from iossim.xmlapi.outstanding import Gate
from iossim.xmlapi.playing import play
from iossim.xmlapi.users import known_user

if TYPE_CHECKING:
    from iossim.router import RouterCore
    from iossim.router.scenario import Step

_log = logging.getLogger(__name__)
__all__ = ["ListenError", "Listening", "Ports", "WebServer", "missing", "run", "serve"]

#: Seconds between two looks at what nobody asks for.
_TICK = 0.25
#: Requests in progress when the server is told to stop have so many seconds.
_GRACE = 4.0
#: Bodies of more than a few hundred kilobytes that are held at a time.
_LARGE_BODIES = 2
_CLOSED = "there is no `ip http server`: the port is closed"


@dataclass(frozen=True, slots=True)
class Ports:
    """Where to listen.

    Attributes:
        host: the address.
        http: the port in place of `ip http port`; 0: any free one; None: the configured one.
        https: the same in place of `ip http secure-port`.
    """

    host: str = "127.0.0.1"
    http: int | None = None
    https: int | None = None


class LargeBodies:
    """Who may hold a large body; the others wait in order."""

    def __init__(self) -> None:
        self._holders: set[Connection] = set()
        self._waiting: deque[Connection] = deque()

    def take(self, connection: Connection) -> bool:
        """Whether there is room; where there is none, the connection is told later to go on."""
        if len(self._holders) < _LARGE_BODIES:
            self._holders.add(connection)
            return True
        self._waiting.append(connection)
        return False

    def leave(self, connection: Connection) -> None:
        """The connection holds none any more, or does not wait any more."""
        self._holders.discard(connection)
        with contextlib.suppress(ValueError):
            self._waiting.remove(connection)
        while self._waiting and len(self._holders) < _LARGE_BODIES:
            following = self._waiting.popleft()
            self._holders.add(following)
            following.go_on()


class WebServer:
    """What the connections of one router share.

    Args:
        router: the router.
        log: where requests are noted.

    Attributes:
        connections: those that are open.
        gate: lets long answers through.
        large: who may hold a large body.
        wake: is set when there is something to look after.
    """

    def __init__(self, router: RouterCore, log: AccessLog) -> None:
        self.router = router
        self.log = log
        self.connections: set[Connection] = set()
        self.gate = Gate(router)
        self.large = LargeBodies()
        self.wake = asyncio.Event()
        self._seen = (router.config, router.config.changes)

    def deadline(self) -> float | None:
        """When a request that begins now must be done."""
        seconds = patience(self.router)
        return None if seconds is None else time.monotonic() + seconds

    def served(self) -> None:
        """A request was answered."""
        config = self.router.config
        if self._seen != (config, config.changes):
            self._seen = (config, config.changes)
            self.wake.set()

    def look_after(self) -> None:
        """Does what is due and nobody asked for."""
        try:
            self.router.phones.advance()
            save_if_free(self.router)
        except Exception:  # noqa: BLE001 (a mistake of ours must not end the server)
            _log.exception("what was due failed")
        now = asyncio.get_running_loop().time()
        for connection in [each for each in self.connections if each.expires <= now]:
            connection.expire()
        self.log.flush()


def run(router: RouterCore, ports: Ports | None = None, *, quiet: bool = False, steps: Iterable[Step] = ()) -> int:
    """Serves until a signal ends it, and tells on standard output when requests are accepted; the exit status.

    Args:
        router: the router that is asked.
        ports: where to listen.
        quiet: no access log, and none of the router's log messages.
        steps: a scenario: seconds after the start, and the EXEC line to type then.

    Raises:
        ListenError: a port is taken, or not allowed.
    """

    def opened(listening: Listening) -> None:
        sys.stdout.write(f"XML API on {listening.url}\n")
        sys.stdout.writelines(f"  but {reason}\n" for reason in missing(router))
        sys.stdout.flush()

    if not _is_wanted(router):
        sys.stdout.writelines(f"XML API: {reason}\n" for reason in missing(router))
        sys.stdout.flush()
    # The configuration stays: to look through it for garbage would cost a large router tens of milliseconds now and then.
    gc.collect()
    gc.freeze()
    log = AccessLog(quiet=quiet)
    router.log.listen(log.say)
    asyncio.run(serve(router, ports, opened=opened, log=log, steps=steps))
    return 0


def missing(router: RouterCore) -> Iterator[str]:
    """What the configuration lacks before a request can be served."""
    if not _is_wanted(router):
        yield _CLOSED
    if not ixi_is_up(router):
        yield "`ixi transport http` and `ixi application cme` need `no shutdown`: every request is answered 404"
    if known_user(router) is None:
        yield "there is no `xml user` in telephony-service: every request is answered 401"


def _is_wanted(router: RouterCore) -> bool:
    return is_on(router, "ip_http_server") or is_on(router, "ip_http_secure_server")


async def serve(
    router: RouterCore,
    ports: Ports | None = None,
    *,
    opened: Callable[[Listening], None] | None = None,
    stop: asyncio.Event | None = None,
    log: AccessLog | None = None,
    steps: Iterable[Step] = (),
) -> None:
    """Serves a router's XML API until it is told to stop.

    Args:
        router: the router that is asked.
        ports: where to listen.
        opened: told of every port that is opened, now and later.
        stop: ends the server when set; without it SIGTERM and SIGINT do.
        log: where requests are noted; None: on standard error.
        steps: a scenario, played from when the ports are open.

    Raises:
        ListenError: a port is taken, or not allowed.
    """
    stop = stop or _stop_at_signals()
    ports = ports or Ports()
    server = WebServer(router, log or AccessLog())
    listeners = Listeners(
        [Listener(server, ports.host, ports.http, secure=False), Listener(server, ports.host, ports.https, secure=True)],
        opened or (lambda _: None),
    )
    await listeners.start(router.config)
    stopping = asyncio.ensure_future(stop.wait())
    stopping.add_done_callback(lambda _: server.wake.set())
    playing = asyncio.ensure_future(play(router, steps, server.log.say))
    try:
        while not stop.is_set():
            server.look_after()
            await listeners.update(router.config)
            await _next_look(server.wake)
    finally:
        stopping.cancel()
        playing.cancel()
        listeners.close()
        await _end(server)


async def _next_look(wake: asyncio.Event) -> None:
    """Until the next look: soon, at once where a request has changed something or the server is to stop."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_TICK):
            await wake.wait()
    wake.clear()


async def _end(server: WebServer) -> None:
    """Lets the requests in progress come to their end, as long as that does not take too long."""
    for connection in list(server.connections):
        connection.retire()
    until = time.monotonic() + _GRACE
    while server.connections and time.monotonic() < until:
        await asyncio.sleep(0.01)
    for connection in list(server.connections):
        connection.transport.abort()
    await asyncio.sleep(0)
    server.log.flush()


def _stop_at_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stop.set)
    return stop
