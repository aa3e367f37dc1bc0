"""Ctrl-C where the terminal makes a signal of it: kept until a line is being read."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Interrupts:
    """Lets Ctrl-C through only while a line is read, so that it never cuts a change to the router in two."""

    def __init__(self) -> None:
        self._waiting = False
        self._reading = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Takes Ctrl-C over; only the main thread can."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGINT, lambda _number, _frame: self._arrive())
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def let_through(self) -> None:
        """From here on Ctrl-C interrupts.

        Raises:
            KeyboardInterrupt: it was pressed since the last line.
        """
        self._reading = True
        if self._waiting:
            self._arrive()

    def hold(self) -> None:
        """From here on Ctrl-C waits."""
        self._reading = False

    def _arrive(self) -> None:
        # Once only: a second one would come while the first is being dealt with.
        self._waiting = not self._reading
        if self._reading:
            self._reading = False
            raise KeyboardInterrupt
