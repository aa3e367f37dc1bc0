"""The web server of a router: its ports, what its connections share, and its periodic work.

It runs in one event loop. Four times a second it does the periodic work: ports that the configuration moves, timers of
phones, a delayed save.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from iossim.xmlapi.access_log import AccessLog
from iossim.xmlapi.connections import Connections
from iossim.xmlapi.failed_logins import FailedLogins
from iossim.xmlapi.listeners import Listener, ListenError, Listeners, Listening
from iossim.xmlapi.methods.save import save_if_free
from iossim.xmlapi.outstanding import Outstanding
from iossim.xmlapi.scenario_player import play
from iossim.xmlapi.settings import is_on, ixi_is_up
from iossim.xmlapi.users import known_user

if TYPE_CHECKING:
    from iossim.router import RouterCore
    from iossim.router.scenario import Step
    from iossim.xmlapi.connection import Connection

_log = logging.getLogger(__name__)
__all__ = ["ListenError", "Listening", "Ports", "WebServer", "missing", "run", "serve"]

#: Seconds between two rounds of the periodic work.
_TICK = 0.25
#: Seconds for the requests in progress when the server ends.
_GRACE = 4.0
#: Large bodies that are held at a time.
_LARGE_BODIES = 2
_MINUTE = 60.0
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


class WebServer:
    """What all connections of one router share.

    Args:
        router: the router.
        log: the log of requests.

    Attributes:
        connections: the open connections.
        outstanding: the places for long answers.
        large_bodies: the slots for large bodies.
        turn: held by the one ISexecCLI whose lines are being run.
        failed_logins: the failed logins of the last minute.
        stopping: the server ends.
        wake: set when the periodic work should be done at once.
    """

    def __init__(self, router: RouterCore, log: AccessLog) -> None:
        self.router = router
        self.log = log
        self.connections = Connections(router)
        self.outstanding = Outstanding(router)
        self.large_bodies = asyncio.Semaphore(_LARGE_BODIES)
        self.turn = asyncio.Lock()
        self.failed_logins = FailedLogins()
        self.stopping = False
        self.wake = asyncio.Event()
        self._changes = (router.config, router.config.changes)

    def note(self, client: str, user: str, request: str, status: int, sent: int, method: str, seconds: float) -> None:
        """Write the line of a request into the log; see `AccessLog.note`."""
        self.log.note(client, user, self.router.clock.now(), request, status, sent, method, seconds)

    def served(self, connection: Connection) -> None:
        """A request was answered; ports follow at once if it changed the configuration."""
        self.connections.served(connection)
        config = self.router.config
        if self._changes != (config, config.changes):
            self._changes = (config, config.changes)
            self.wake.set()

    def periodic(self) -> None:
        """Periodic work: timers of phones, a delayed save."""
        try:
            self.router.phones.advance()
            save_if_free(self.router)
        except Exception:  # noqa: BLE001 (a mistake of ours must not end the server)
            _log.exception("periodic work failed")

    async def end(self) -> None:
        """Let the requests in progress come to their end, for a few seconds."""
        self.stopping = True
        for connection in self.connections:
            connection.retire()
        until = time.monotonic() + _GRACE
        while self.connections and time.monotonic() < until:
            await asyncio.sleep(0.01)
        for connection in self.connections:
            connection.abort()
        await asyncio.sleep(0)


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
    loggers = logging.getLogger()
    loggers.addHandler(log.handler)
    try:
        asyncio.run(_serve_process(router, ports, opened, log, steps))
    finally:
        loggers.removeHandler(log.handler)
        log.close()
    return 0


async def _serve_process(
    router: RouterCore, ports: Ports | None, opened: Callable[[Listening], None], log: AccessLog, steps: Iterable[Step]
) -> None:
    asyncio.get_running_loop().set_exception_handler(LoopErrors())
    await serve(router, ports, opened=opened, log=log, steps=steps)


class LoopErrors:
    """Logs the errors of the event loop; the one that repeats itself, too many open files, once a minute."""

    def __init__(self) -> None:
        self._log_from = 0.0

    def __call__(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Log one error."""
        error = context.get("exception")
        if not isinstance(error, OSError):
            loop.default_exception_handler(context)
        elif loop.time() >= self._log_from:
            self._log_from = loop.time() + _MINUTE
            _log.error("%s: %s", context.get("message", "error"), error.strerror or error)


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
    own = AccessLog() if log is None else None
    log = log or own
    assert log is not None
    server = WebServer(router, log)
    listeners = Listeners(
        [Listener(server, ports.host, ports.http, secure=False), Listener(server, ports.host, ports.https, secure=True)],
        opened or (lambda _: None),
    )
    try:
        await listeners.start(router.config)
        await _work(server, listeners, stop, steps)
    finally:
        listeners.close()
        await server.end()
        if own is not None:
            own.close()


async def _work(server: WebServer, listeners: Listeners, stop: asyncio.Event, steps: Iterable[Step]) -> None:
    """The periodic work and the scenario, until the server is stopped."""
    stopping = asyncio.ensure_future(stop.wait())
    stopping.add_done_callback(lambda _: server.wake.set())
    playing = asyncio.ensure_future(play(server.router, steps, server.log.say))
    try:
        while not stop.is_set():
            server.periodic()
            await listeners.update(server.router.config)
            await _pause(server.wake)
    finally:
        stopping.cancel()
        playing.cancel()


async def _pause(wake: asyncio.Event) -> None:
    """Wait a quarter of a second, or until the periodic work should be done at once."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_TICK):
            await wake.wait()
    wake.clear()


def _stop_at_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stop.set)
    return stop
