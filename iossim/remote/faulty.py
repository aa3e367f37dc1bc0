"""The output of a vty line, which a user of the simulator may disturb: it stops, its connection closes, or it comes late."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from iossim.router import RouterCore


class Output:
    """The way of output to the client of one connection, with the faults that hit the connection.

    Args:
        router: the router, which has the faults.
        write: sends bytes to the client.
        close: closes the connection.
    """

    def __init__(self, router: RouterCore, write: Callable[[bytes], None], close: Callable[[], None]) -> None:
        self._write = write
        self._close = close
        late, hang, cut = (router.faults.hit(kind) for kind in ("vty late", "vty hang", "vty close"))
        self._seconds = late.value / 1000 if late is not None else 0.0
        self._left = min((fault.value for fault in (hang, cut) if fault is not None), default=None)
        self._hangs = hang is not None and (cut is None or hang.value < cut.value)

    def write(self, data: bytes) -> None:
        """Sends bytes, as far as no fault hinders it."""
        if self._left is None:
            self._at_its_time(lambda: self._write(data))
            return
        part, self._left = data[: self._left], self._left - len(data)
        if part:
            self._at_its_time(lambda: self._write(part))
        if self._left < 0:
            self._left = 0
            if not self._hangs:
                self._at_its_time(self._close)

    def end(self) -> None:
        """Closes the connection after the output that was sent; a connection that hangs stays open."""
        if not (self._hangs and self._left == 0):
            self._at_its_time(self._close)

    def _at_its_time(self, work: Callable[[], None]) -> None:
        if self._seconds:
            asyncio.get_running_loop().call_later(self._seconds, _try, work)
        else:
            work()


def _try(work: Callable[[], None]) -> None:
    """Sends or closes late, when the client may have gone."""
    with suppress(OSError):
        work()
