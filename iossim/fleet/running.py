"""Runs a fleet: its routers, their doors, and one round of periodic work for all of them, in one event loop."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import resource
import secrets
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from iossim.errors import IossimError
from iossim.escape import escaped
from iossim.fleet.inventory import Entry, Inventory, InventoryError, Ports
from iossim.fleet.member import Member, NamedLog
from iossim.fleet.printing import FORMS
from iossim.serving import LoopErrors, print_lines
from iossim.xmlapi.access_log import AccessLog, RequestLog
from iossim.xmlapi.server import stop_at_signals

if TYPE_CHECKING:
    from iossim.metrics import MetricsServer
    from iossim.router import RouterCore
    from iossim.web.server import PageServer
    from iossim.web.site import SharedRouter

_log = logging.getLogger(__name__)
#: Seconds between two rounds of periodic work.
_TICK = 0.25
#: Routers after whose work others are served.
_AT_ONCE = 20
#: Makes the router of an entry.
MakeRouter = Callable[[Entry], "RouterCore"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run.

    Attributes:
        host: the address to listen on, for routers without an address of their own.
        form: the form in which the addresses are printed: `table`, `ansible` or `nornir`.
        quiet: no log on standard error.
        metrics: the port of metrics of all routers; 0: any free one; None: none.
        page: the port of the page for browsers, likewise.
    """

    host: str = "127.0.0.1"
    form: str = "table"
    quiet: bool = False
    metrics: int | None = None
    page: int | None = None


def run_fleet(inventory: Inventory, make: MakeRouter, settings: Settings | None = None) -> int:
    """Serves the routers of an inventory until a signal ends the process; returns the exit status.

    Args:
        inventory: the routers.
        make: makes the router of an entry; an `IossimError` of it is reported, and the other routers start.
        settings: the settings.

    Raises:
        InventoryError: no router could be started.
    """
    settings = settings or Settings()
    _raise_file_limit()
    for problem in inventory.problems:
        _report(problem)
    password = inventory.password if inventory.password is not None else secrets.token_urlsafe(9)
    log = AccessLog(quiet=settings.quiet)
    loggers = logging.getLogger()
    loggers.addHandler(log.handler)
    try:
        shown: list[SharedRouter] | None = [] if settings.page is not None else None
        members = list(_members(inventory, make, settings.host, password, log, shown))
        gc.collect()
        gc.freeze()
        asyncio.run(_serve(members, inventory.user, password, settings, shown))
    finally:
        loggers.removeHandler(log.handler)
        log.close()
    return 0


def _members(
    inventory: Inventory, make: MakeRouter, host: str, password: str, log: RequestLog, shown: list[SharedRouter] | None
) -> Iterator[Member]:
    """The routers that can be made; the others are reported. `shown` gets them as the page shows them."""
    hosts = inventory.network.hosts() if inventory.network is not None else None
    started = 0
    for at, entry in enumerate(inventory.entries):
        try:
            address = str(next(hosts)) if hosts is not None else host
            offset = 0 if hosts is not None else at
            ports = {door: _port(door, ports, offset) for door, ports in inventory.doors.items()}
            router = make(entry)
        except StopIteration:
            _report(f"{_place(inventory, entry)}: there is no address left for {entry.name} in {inventory.network}")
            continue
        except IossimError as error:
            _report(f"{_place(inventory, entry)}: router {entry.name}: {error}")
            continue
        router.extra_users[inventory.user] = password
        started += 1
        yield Member(entry.name, router, address, ports, _log_of(entry.name, router, log, shown))
    if not started:
        raise InventoryError(f"{inventory.source}: no router could be started")


def _log_of(name: str, router: RouterCore, log: RequestLog, shown: list[SharedRouter] | None) -> RequestLog:
    """The log of one router; the page sees its requests, if there is a page."""
    named = NamedLog(name, log)
    if shown is None:
        return named
    from iossim.web.site import SharedRouter

    shown.append(SharedRouter(name, router, named))
    return shown[-1].requests


def _port(door: str, ports: Ports, offset: int) -> int:
    """The port of a router.

    Raises:
        InventoryError: the range has no port left.
    """
    if not ports.first:
        return 0
    port = ports.first + offset
    if port > ports.last:
        raise InventoryError(f"there is no port left for {door} in {ports.first}-{ports.last}")
    return port


def _place(inventory: Inventory, entry: Entry) -> str:
    return f"{inventory.source}:{entry.line}" if entry.line else str(entry.config)


async def _serve(members: list[Member], user: str, password: str, settings: Settings, shown: list[SharedRouter] | None) -> None:
    asyncio.get_running_loop().set_exception_handler(LoopErrors())
    stop = stop_at_signals()
    metrics: MetricsServer | None = None
    page: PageServer | None = None
    try:
        for member in members:
            for problem in await member.open():
                _report(f"router {member.name}: {problem}")
        if settings.metrics is not None:
            from iossim.metrics import MetricsServer

            metrics = MetricsServer({member.name: member.router for member in members}, settings.host, settings.metrics)
            host, port = await metrics.open()
            if settings.form == "table":
                print_lines([f"Metrics on http://{host}:{port}/metrics"])
        if shown is not None and settings.page is not None:
            page = await _page(members, shown, user, settings.host, settings.page)
            if settings.form == "table":
                print_lines([page.announcement])
        print_lines(FORMS[settings.form](members, user, password))
        while not stop.is_set():
            await _round(members)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_TICK):
                    await stop.wait()
    finally:
        if page is not None:
            await page.close()
        await asyncio.gather(*(member.close() for member in members))
        if metrics is not None:
            await metrics.close()


async def _page(members: list[Member], shown: list[SharedRouter], user: str, host: str, port: int) -> PageServer:
    from iossim.web.server import PageServer
    from iossim.web.site import Site

    for member, shared in zip(members, shown, strict=True):
        shared.url = member.url
    page = PageServer(Site(shown), host, port, members[0].router, only=user)
    await page.open()
    return page


async def _round(members: list[Member]) -> None:
    """One round of the periodic work of all routers, with clients served in between."""
    for at, member in enumerate(members):
        try:
            await member.work()
        except Exception:  # noqa: BLE001 (the other routers go on)
            _log.exception("the periodic work of %s failed", member.name)
        if at % _AT_ONCE == _AT_ONCE - 1:
            await asyncio.sleep(0)


def _raise_file_limit() -> None:
    """Lets the process have as many open files as the system allows: every door is one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _report(problem: str) -> None:
    sys.stderr.write(f"iossim: {escaped(problem)}\n")
    sys.stderr.flush()


def folder_of(folder: str | Path | None, entry: Entry) -> str | None:
    """The folder of one router below a folder of all routers.

    Args:
        folder: the folder of all routers; None for none.
        entry: the router.
    """
    return str(Path(folder) / entry.name) if folder is not None else None
