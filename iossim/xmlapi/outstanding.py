"""`request outstanding`: long answers that are made at a time; further ones wait in order of arrival.

A short answer is made in one piece, in less time than it takes to queue it, and does not count. An answer whose client
does not read gives its place to the next one until the client reads again.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from iossim.xmlapi.web_server import outstanding

if TYPE_CHECKING:
    from iossim.router import RouterCore

#: A request that finds this many in the queue is refused.
LONGEST_QUEUE = 32


class QueueFull(Exception):  # noqa: N818 (an outcome, and no error of ours)
    """Too many requests wait already."""


class Outstanding:
    """The places for long answers of one router.

    Args:
        router: the router, whose `request outstanding` is the number of places; it may change at any time.
    """

    def __init__(self, router: RouterCore) -> None:
        self._router = router
        self._answers: set[object] = set()
        self._queue: dict[object, asyncio.Future[None]] = {}

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
        if len(self._queue) >= LONGEST_QUEUE and not begun:
            raise QueueFull
        turn = self._queue[answer] = asyncio.get_running_loop().create_future()
        self._fill()
        try:
            async with asyncio.timeout(seconds):
                await turn
        except BaseException:
            self._queue.pop(answer, None)
            self.leave(answer)
            raise

    def leave(self, answer: object) -> None:
        """Give the place back, if the answer has one."""
        self._answers.discard(answer)
        self._fill()

    def _fill(self) -> None:
        """Give the free places to the answers that wait, in their order."""
        while self._queue and len(self._answers) < outstanding(self._router):
            answer = next(iter(self._queue))
            turn = self._queue.pop(answer)
            if not turn.done():
                self._answers.add(answer)
                turn.set_result(None)
        statistics = self._router.xml_statistics
        statistics.outstanding = len(self._answers)
        statistics.waiting = len(self._queue)
        statistics.peak_waiting = max(statistics.peak_waiting, len(self._queue))
