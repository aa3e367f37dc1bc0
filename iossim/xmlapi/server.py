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
from iossim.xmlapi.access_log import AccessLog
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
__all__ = ["ListenError", "Listening", "Ports", "has_port", "missing", "serve", "stop_at_signals"]

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


async def serve(
    router: RouterCore,
    ports: Ports | None = None,
    *,
    opened: Callable[[Listening], None] | None = None,
    started: asyncio.Event | None = None,
    stop: asyncio.Event | None = None,
    log: AccessLog | None = None,
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
    ports = ports or Ports()
    own = AccessLog() if log is None else None
    shared = Shared(router, log or own or AccessLog(quiet=True))
    ways = [(False, ports.http), (True, ports.https)] if not ports.closed else []
    listeners = Listeners([Listener(shared, ports.host, port, secure=secure) for secure, port in ways], opened or (lambda _: None))
    try:
        await listeners.start(router)
        if started is not None:
            started.set()
        await _work(shared, listeners, stop, steps)
    finally:
        listeners.close()
        await _end(shared)
        if own is not None:
            own.close()


async def _work(shared: Shared, listeners: Listeners, stop: asyncio.Event, steps: Iterable[Step]) -> None:
    """The periodic work and the scenario, until the server is stopped."""
    router, wake = shared.router, asyncio.Event()
    stopping = asyncio.ensure_future(stop.wait())
    stopping.add_done_callback(lambda _: wake.set())
    playing = asyncio.ensure_future(play(router, steps, shared.log.say))
    watched: Configuration | None = None
    try:
        while not stop.is_set():
            if router.config is not watched:
                watched = router.config
                watched.watchers.append(lambda *_: wake.set())
            _periodic(router)
            await listeners.update(router)
            await _pause(wake)
    finally:
        stopping.cancel()
        playing.cancel()


def _periodic(router: RouterCore) -> None:
    try:
        router.advance()
        save_if_free(router)
    except Exception:  # noqa: BLE001 (a mistake of ours must not end the server)
        _log.exception("periodic work failed")


async def _pause(wake: asyncio.Event) -> None:
    """Wait a quarter of a second, or until the configuration changes."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_TICK):
            await wake.wait()
    wake.clear()


async def _end(shared: Shared) -> None:
    """Let the requests in progress come to their end, for a few seconds."""
    shared.stopping = True
    shared.connections.retire()
    until = time.monotonic() + _GRACE
    while shared.connections and time.monotonic() < until:
        await asyncio.sleep(0.01)
    for connection in shared.connections:
        connection.abort()
    await asyncio.sleep(0)


def stop_at_signals() -> asyncio.Event:
    """An event that SIGTERM and SIGINT set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop
