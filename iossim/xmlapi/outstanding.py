"""`request outstanding`: how many long answers are made at a time; the others wait in order of arrival.

A short answer is made in one piece, in less time than it takes to queue it, and so is never outstanding. An answer whose
client does not read is not being made: it gives its place to the next until the client goes on.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from iossim.xmlapi.application import setting
from iossim.xmlapi.method import TimedOut

if TYPE_CHECKING:
    from iossim.router import RouterCore

#: A request that finds so many before it is refused.
LONGEST_QUEUE = 32


class QueueFull(Exception):  # noqa: N818 (an outcome, and no error of ours)
    """Too many requests wait already."""


class Gate:
    """Lets long answers through, so many at a time.

    Args:
        router: says how many.
    """

    def __init__(self, router: RouterCore) -> None:
        self._router = router
        self._inside = 0
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def enter(self, patience: float | None = None, *, again: bool = False) -> None:
        """Waits until there is a place, and takes it.

        Args:
            patience: seconds to wait; None: as long as it takes.
            again: for an answer that has begun, which is not refused any more.

        Raises:
            QueueFull: too many wait.
            TimedOut: it took too long.
        """
        if self._inside < self._places() and not self._waiting:
            self._inside += 1
            self._tell()
            return
        if len(self._waiting) >= LONGEST_QUEUE and not again:
            raise QueueFull
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        self._tell()
        try:
            async with asyncio.timeout(patience):
                await turn
        except BaseException as error:
            if turn in self._waiting:
                self._waiting.remove(turn)
            elif turn.done() and not turn.cancelled():
                self.leave()
            self._tell()
            if isinstance(error, TimeoutError):
                raise TimedOut from None
            raise

    def leave(self) -> None:
        """Gives the place back."""
        self._inside -= 1
        while self._waiting and self._inside < self._places():
            turn = self._waiting.popleft()
            if not turn.done():
                self._inside += 1
                turn.set_result(None)
        self._tell()

    def _places(self) -> int:
        return setting(self._router.config.section("ixi_transport_http"), "request_outstanding", 1)

    def _tell(self) -> None:
        statistics = self._router.xml_statistics
        statistics.outstanding = self._inside
        statistics.waiting = len(self._waiting)
        statistics.peak_waiting = max(statistics.peak_waiting, statistics.waiting)
