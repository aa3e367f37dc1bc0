"""Ctrl-C that arrives as a signal: it waits until the next line is read."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Interrupts:
    """Raises KeyboardInterrupt only while a line is read, so that Ctrl-C never stops a change of the router half done."""

    def __init__(self) -> None:
        self._waiting = False
        self._reading = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Handles SIGINT; does nothing outside the main thread, where Python cannot set a handler."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGINT, lambda _number, _frame: self._arrive())
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def let_through(self) -> None:
        """Makes Ctrl-C interrupt from now on.

        Raises:
            KeyboardInterrupt: Ctrl-C was pressed since the last line.
        """
        self._reading = True
        if self._waiting:
            self._arrive()

    def hold(self) -> None:
        """Makes Ctrl-C wait from now on."""
        self._reading = False

    def _arrive(self) -> None:
        # Only once: a second interrupt would arrive while the first is being handled.
        self._waiting = not self._reading
        if self._reading:
            self._reading = False
            raise KeyboardInterrupt
