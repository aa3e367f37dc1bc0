"""`request outstanding`: long answers that are made at a time; further ones wait in order of arrival.

A short answer is made in one piece, in less time than it takes to queue it, and does not count. An answer whose client
does not read gives its place to the next one until the client reads again.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from anyio import CapacityLimiter

from iossim.xmlapi.settings import outstanding

if TYPE_CHECKING:
    from iossim.router import RouterCore

#: A request that finds this many in the queue is refused.
LONGEST_QUEUE = 32


class QueueFull(Exception):  # noqa: N818 (an outcome, and no error of ours)
    """Too many requests wait already."""


class Outstanding:
    """The places for long answers of one router.

    Args:
        router: the router, whose `request outstanding` is the number of places.
    """

    def __init__(self, router: RouterCore) -> None:
        self._router = router
        self._places = CapacityLimiter(outstanding(router))

    async def take(self, answer: object, seconds: float | None = None, *, begun: bool = False) -> None:
        """Wait for a place, and take it.

        Args:
            answer: takes the place.
            seconds: the longest time to wait; None: any time.
            begun: part of the answer is sent: it is not refused any more.

        Raises:
            QueueFull: too many wait.
            TimeoutError: the time is over.
        """
        places = self._places
        places.total_tokens = outstanding(self._router)
        now = places.statistics()
        must_wait = bool(now.tasks_waiting) or now.borrowed_tokens >= now.total_tokens
        if must_wait and not begun and now.tasks_waiting >= LONGEST_QUEUE:
            raise QueueFull
        self._count(now.tasks_waiting + must_wait)
        try:
            async with asyncio.timeout(seconds):
                await places.acquire_on_behalf_of(answer)
        finally:
            self._count(places.statistics().tasks_waiting)

    def leave(self, answer: object) -> None:
        """Give the place back, if the answer has one."""
        if answer in self._places.statistics().borrowers:
            self._places.release_on_behalf_of(answer)
            self._count(self._places.statistics().tasks_waiting)

    def _count(self, waiting: int) -> None:
        statistics = self._router.xml_statistics
        statistics.outstanding = self._places.borrowed_tokens
        statistics.waiting = waiting
        statistics.peak_waiting = max(statistics.peak_waiting, waiting)
