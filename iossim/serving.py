"""One router on the network and on this terminal: web server, SSH, telnet and console, in one event loop."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from iossim.remote.ports import RemotePorts
from iossim.session import Session
from iossim.session.captured import new_session
from iossim.xmlapi.access_log import AccessLog, RequestLog
from iossim.xmlapi.server import Listening, Ports, has_port, missing, serve, stop_at_signals

if TYPE_CHECKING:
    from iossim.metrics import MetricsServer
    from iossim.router import RouterCore
    from iossim.router.scenario import Step
    from iossim.shell import Options
    from iossim.web.server import PageServer
    from iossim.web.site import SharedRouter

_log = logging.getLogger(__name__)
_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Doors:
    """The ways to reach the router.

    Attributes:
        web: the addresses of the web server.
        ssh: the port of SSH; 0: any free one; None: no SSH.
        telnet: the port of telnet, likewise.
        metrics: the port of metrics, likewise.
        page: the port of the page for browsers, likewise.
        console: this terminal is the console.
        ends_with_console: the program ends when the user of the console leaves.
        options: the options of the console.
    """

    web: Ports = field(default_factory=Ports)
    ssh: int | None = None
    telnet: int | None = None
    metrics: int | None = None
    page: int | None = None
    console: bool = False
    ends_with_console: bool = False
    options: Options | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A port that has been opened.

    Attributes:
        door: `http`, `https`, `ssh`, `telnet`, `metrics` or `page`.
        host: its address.
        port: its number.
        lines: the lines that announce it.
    """

    door: str
    host: str
    port: int
    lines: tuple[str, ...]


def run(router: RouterCore, doors: Doors, *, quiet: bool = False, steps: Iterable[Step] = ()) -> int:
    """Serve until a signal ends the process; a line on standard output names every port that is open.

    Args:
        router: the router.
        doors: the ways to reach it.
        quiet: nothing on standard error: no access log, no log messages of the router.
        steps: a scenario: seconds after the start, and the EXEC line to type then.

    Returns:
        The exit status.

    Raises:
        ListenError: a port is taken, or not allowed.
    """
    if not (doors.web.closed or has_port(router)):
        print_lines(f"XML API: {reason}" for reason in missing(router))
    # The configuration stays: to look through it for garbage would cost a large router tens of milliseconds now and then.
    gc.collect()
    gc.freeze()
    log = AccessLog(quiet=quiet)
    router.log.listen(log.say)
    loggers = logging.getLogger()
    loggers.addHandler(log.handler)
    try:
        asyncio.run(_serve_until_signal(router, doors, log, steps))
    finally:
        loggers.removeHandler(log.handler)
        log.close()
    return 0


async def _serve_until_signal(router: RouterCore, doors: Doors, log: RequestLog, steps: Iterable[Step]) -> None:
    await serve_doors(router, doors, log, stop_at_signals(), asyncio.Event(), lambda opened: print_lines(opened.lines), steps)


async def serve_doors(
    router: RouterCore,
    doors: Doors,
    log: RequestLog,
    stop: asyncio.Event,
    started: asyncio.Event,
    announce: Callable[[Opened], None],
    steps: Iterable[Step] = (),
) -> None:
    """Serve in a running event loop.

    Args:
        router: the router.
        doors: the ways to reach it.
        log: the log of requests.
        stop: ends the work when set.
        started: set when all ports are open.
        announce: called with every port that is opened, now and later.
        steps: a scenario: seconds after the start, and the EXEC line to type then.

    Raises:
        ListenError: a port is taken, or not allowed.
    """
    asyncio.get_running_loop().set_exception_handler(LoopErrors())
    remote = RemotePorts(router, doors.web.host, doors.ssh, doors.telnet)
    tasks: list[asyncio.Task[None]] = []
    metrics: MetricsServer | None = None
    page: PageServer | None = None
    shared: SharedRouter | None = None

    def opened(listening: Listening) -> None:
        if shared is not None:
            shared.url = listening.url
        lines = f"XML API on {listening.url}", *(f"  but {reason}" for reason in missing(router))
        announce(Opened(listening.scheme, listening.host, listening.port, lines))

    try:
        for protocol in remote.open():
            announce(Opened(protocol, *remote.address(protocol), (remote.announcement(protocol),)))
        if doors.metrics is not None:
            metrics = await _metrics(router, doors.web.host, doors.metrics, announce)
        tasks.append(asyncio.create_task(remote.watch()))
        if doors.page is not None:
            from iossim.web.server import PageServer
            from iossim.web.site import SharedRouter, Site

            shared = SharedRouter(router.hostname, router, log)
            log, page = shared.requests, PageServer(Site([shared]), doors.web.host, doors.page, router)
            await page.open()
            announce(Opened("page", doors.web.host, page.port, (page.announcement,)))
        if doors.console:
            tasks.append(asyncio.create_task(_console(router, started, stop if doors.ends_with_console else None, doors.options)))
        await serve(router, doors.web, opened=opened, started=started, stop=stop, log=log, steps=steps)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if page is not None:
            await page.close()
        await remote.close()
        if metrics is not None:
            await metrics.close()


async def _metrics(router: RouterCore, host: str, port: int, announce: Callable[[Opened], None]) -> MetricsServer:
    from iossim.metrics import MetricsServer

    metrics = MetricsServer({router.hostname: router}, host, port)
    address = await metrics.open()
    announce(Opened("metrics", *address, (f"Metrics on http://{address[0]}:{address[1]}/metrics",)))
    return metrics


async def _console(router: RouterCore, started: asyncio.Event, stop: asyncio.Event | None, options: Options | None) -> None:
    """Runs the console, after the lines that announce the ports, until its user leaves; then the program ends, or serves on."""
    from iossim import shell

    await started.wait()
    try:
        await shell.attend(_ConsoleRouter(router), options)
    except Exception:  # noqa: BLE001 (a mistake of ours must not end the server)
        _log.exception("the console failed")
    if stop is not None:
        stop.set()
    else:
        print_lines(["The console is closed; the ports stay open."])


class _ConsoleRouter:
    """A router as the console sees it.

    Args:
        router: the router.
    """

    def __init__(self, router: RouterCore) -> None:
        self._router = router

    @property
    def hostname(self) -> str:
        """The router's name."""
        return self._router.hostname

    def session(self, privilege: int = 15, user: str | None = None, line: str = "console") -> Session:
        """A new session."""
        return new_session(self._router, privilege, user, line)


def print_lines(lines: Iterable[str]) -> None:
    """Writes lines to standard output; a program that reads them gets them at once."""
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


class LoopErrors:
    """Logs errors of the event loop; errors of the system (too many open files) at most once a minute."""

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
