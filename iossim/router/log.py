"""The router's log: syslog messages, a buffer of the last messages, and listeners."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime

from iossim.escape import escaped
from iossim.router.clock import Clock, log_stamp

Listener = Callable[[str], None]


class Log:
    """Keeps the last 1000 messages and passes every message to the listeners.

    Args:
        clock: the router's clock, for the time before a message.

    Attributes:
        buffer: the last messages, oldest first.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.buffer: deque[str] = deque(maxlen=1000)
        self._listeners: list[Listener] = []

    def __call__(self, facility: str, severity: int, mnemonic: str, text: str, moment: datetime | None = None) -> None:
        """Logs a message: `*Nov 23 12:00:00.000: %SYS-5-CONFIG_I: Configured from console by console`.

        Args:
            facility: SYS, IPPHONE, …
            severity: 0 (emergency) to 7 (debugging).
            mnemonic: CONFIG_I, REGISTER, …
            text: the message; never a secret.
            moment: the time of the event; None for now.
        """
        self.debug(f"%{facility}-{severity}-{mnemonic}: {text}", moment)

    def debug(self, text: str, moment: datetime | None = None) -> None:
        """Logs a line of a debugging option: `*Nov 23 12:00:00.000: cme_xml: …`.

        Args:
            text: the message; never a secret.
            moment: the time of the event; None for now.
        """
        line = f"{log_stamp(moment or self._clock.now())}: {escaped(text)}"
        self.buffer.append(line)
        for listener in list(self._listeners):
            listener(line)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Passes every further message to a listener; returns a function that ends this."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None
