"""The numbers of the sockets on which phones are registered."""

from __future__ import annotations

import heapq


class Sockets:
    """Gives out numbers from 1; the lowest free number first."""

    def __init__(self) -> None:
        self._free: list[int] = []
        self._highest = 0

    def open(self) -> int:
        """The lowest free number, which is in use from now on."""
        if self._free:
            return heapq.heappop(self._free)
        self._highest += 1
        return self._highest

    def close(self, socket: int) -> None:
        """Frees a number that is in use."""
        heapq.heappush(self._free, socket)

    def __len__(self) -> int:
        """The number of open sockets."""
        return self._highest - len(self._free)
