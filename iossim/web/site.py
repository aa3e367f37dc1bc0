"""The routers that a page shows, and the things that all browsers share."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from iossim.remote.line import RemoteLine
from iossim.web.fault_rows import fault_rows
from iossim.web.live_table import LiveTable
from iossim.web.player import Player
from iossim.web.requests import RequestList
from iossim.web.rows import COLUMNS, rows
from iossim.web.visitors import Visitor
from iossim.xmlapi.access_log import RequestLog

if TYPE_CHECKING:
    from iossim.router import RouterCore

_log = logging.getLogger(__name__)
#: Seconds between two rounds of the periodic work.
_TICK = 0.25


class SharedRouter:
    """One router of the page.

    Args:
        name: its name in the address of the page.
        router: the router.
        log: the log of its web server.

    Attributes:
        name: its name in the address of the page.
        router: the router.
        requests: the requests that its web server received.
        lines: the consoles that are open in browsers.
        tables: the live tables, by name.
        url: the address of its XML API; "" while no port is open.
        editors: the people who edit its configuration: a name for each browser.
        player: its scenario.
    """

    def __init__(self, name: str, router: RouterCore, log: RequestLog) -> None:
        self.name = name
        self.router = router
        self.requests = RequestList(log)
        self.lines: set[RemoteLine] = set()
        self.url = ""
        self.editors: dict[str, str] = {}
        self.player = Player(router)
        self.tables = {name: LiveTable(partial(rows, router, name)) for name in COLUMNS}
        self.tables["faults"] = LiveTable(partial(fault_rows, router))
        self.tables["requests"] = LiveTable(lambda: (request.row() for request in list(self.requests.requests)))

    @property
    def phones(self) -> str:
        """The numbers of its phones, for the list of the routers."""
        parts = self.router.phones.sccp, self.router.phones.sip
        registered, configured = (sum(len(part.registered()) for part in parts), sum(part.configured() for part in parts))
        return f"{registered} of {configured} phones registered"

    async def work(self) -> None:
        """One round of the periodic work."""
        for line in list(self.lines):
            line.end_if_idle()
        await self.player.work()
        for table in self.tables.values():
            await table.work()


class Site:
    """All routers of the page.

    Args:
        routers: the routers, in the order of the list.

    Attributes:
        routers: the routers by name.
    """

    def __init__(self, routers: Iterable[SharedRouter]) -> None:
        self.routers = {shared.name: shared for shared in routers}

    @property
    def only(self) -> SharedRouter | None:
        """The router of a page that shows one; None if there are several."""
        return next(iter(self.routers.values())) if len(self.routers) == 1 else None

    def named(self, text: str) -> list[SharedRouter]:
        """The routers that have a text in their name, or in that of the host; capitals do not count."""
        wanted = text.strip().lower()
        return [one for one in self.routers.values() if wanted in one.name.lower() or wanted in one.router.hostname.lower()]

    async def run(self) -> None:
        """Does the periodic work again and again; never returns."""
        while True:
            for shared in self.routers.values():
                try:
                    await shared.work()
                except Exception:  # noqa: BLE001 (a mistake of ours must not end the page)
                    _log.exception("the page of %s failed", shared.name)
            await asyncio.sleep(_TICK)


@dataclass(frozen=True, slots=True)
class View:
    """A router in one browser.

    Attributes:
        shared: the router.
        visitor: the person at the browser.
        address: the address of the browser.
    """

    shared: SharedRouter
    visitor: Visitor
    address: str
