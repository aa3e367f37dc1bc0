"""The state that all connections of a router's web server share."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from iossim.xmlapi.access_log import RequestLog
from iossim.xmlapi.connections import Connections
from iossim.xmlapi.failed_logins import FailedLogins
from iossim.xmlapi.outstanding import Outstanding

if TYPE_CHECKING:
    from iossim.router import RouterCore

#: Large bodies that are held at a time.
LARGE_BODIES = 2


class Shared:
    """Shared by all ports and connections of one router.

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
    """

    def __init__(self, router: RouterCore, log: RequestLog) -> None:
        self.router = router
        self.log = log
        self.connections = Connections(router)
        self.outstanding = Outstanding(router)
        self.large_bodies = asyncio.Semaphore(LARGE_BODIES)
        self.turn = asyncio.Lock()
        self.failed_logins = FailedLogins()
        self.stopping = False
