"""What is due later. Nothing sleeps: whoever looks at the router first has what became due carried out."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from typing import NamedTuple

#: Is given the second (since boot) at which it was due.
Due = Callable[[int], None]


class _Timer(NamedTuple):
    due: int
    order: int
    group: str
    action: Due


class Timers:
    """Actions by the second since boot at which they are due; those of one second in the order in which they were set."""

    def __init__(self) -> None:
        self._heap: list[_Timer] = []
        self._order = 0

    def set(self, due: int, action: Due, group: str = "") -> None:
        """Sets a timer.

        Args:
            due: seconds since boot.
            action: what is done; it may set further timers.
            group: by which it can be cancelled.
        """
        self._order += 1
        heapq.heappush(self._heap, _Timer(due, self._order, group, action))

    def cancel(self, group: str) -> None:
        """Forgets the timers of a group."""
        self._heap = [timer for timer in self._heap if timer.group != group]
        heapq.heapify(self._heap)

    def run(self, now: int) -> None:
        """Carries out everything that is due, in order, each as of its own second."""
        while self._heap and self._heap[0].due <= now:
            timer = heapq.heappop(self._heap)
            timer.action(timer.due)

    def __bool__(self) -> bool:
        """Whether any timer is set."""
        return bool(self._heap)
