"""A table that several browsers show: it is read once for all of them, and only its changes are sent."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable

from iossim.web.rows import Row

#: The changes of a table, as AG Grid takes them: rows to `add`, to `update` and to `remove`.
Changes = dict[str, list[Row]]
#: Seconds of reading after which others are served.
_SLICE = 0.002
#: Seconds between two readings; more where a reading takes long.
_PAUSE = 0.25
_SHARE = 10


class LiveTable:
    """A table.

    Args:
        read: gives its rows; they may change while it gives them.
        most: the most rows that are shown.

    Attributes:
        rows: the rows at the last reading, by their `id`.
        listeners: called with every change.
    """

    def __init__(self, read: Callable[[], Iterable[Row]], most: int = 5000) -> None:
        self._read = read
        self._most = most
        self.rows: dict[str, Row] = {}
        self.listeners: list[Callable[[Changes], None]] = []
        self._next = 0.0

    async def listen(self, listener: Callable[[Changes], None]) -> list[Row]:
        """Adds a listener; returns the present rows, to which the changes refer that the listener gets."""
        await self._refresh()
        self.listeners.append(listener)
        return list(self.rows.values())

    def forget(self, listener: Callable[[Changes], None]) -> None:
        """Removes a listener."""
        if listener in self.listeners:
            self.listeners.remove(listener)

    async def work(self) -> None:
        """Reads the table again if somebody listens and it is time; calls the listeners with the changes."""
        if self.listeners and time.monotonic() >= self._next:
            await self._refresh()

    async def _refresh(self) -> None:
        began = since = time.monotonic()
        worked = 0.0
        rows: dict[str, Row] = {}
        for row in self._read():
            if len(rows) == self._most:
                break
            rows[str(row["id"])] = row
            if (now := time.monotonic()) - since > _SLICE:
                worked += now - since
                await asyncio.sleep(0)
                since = time.monotonic()
        worked += time.monotonic() - since
        self._next = began + max(_PAUSE, _SHARE * worked)
        changes = changed(self.rows, rows)
        self.rows = rows
        if changes:
            for listener in list(self.listeners):
                listener(changes)


def changed(old: dict[str, Row], new: dict[str, Row]) -> Changes:
    """The changes from some rows to others; empty if there are none."""
    changes: Changes = {
        "add": [row for key, row in new.items() if key not in old],
        "update": [row for key, row in new.items() if key in old and old[key] != row],
        "remove": [{"id": key} for key in old if key not in new],
    }
    return {kind: rows for kind, rows in changes.items() if rows}
