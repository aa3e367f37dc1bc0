"""The history table of the log: the last serious messages, for SNMP."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

_MESSAGE = re.compile(r"%(?P<name>[^:]+): (?P<text>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A message of the history table.

    Attributes:
        number: its number, from 1.
        name: facility, severity and mnemonic: `LINK-3-UPDOWN`.
        text: its text.
        uptime: hundredths of seconds since boot.
    """

    number: int
    name: str
    text: str
    uptime: int


class LogHistory:
    """Keeps the last messages that are serious enough.

    Attributes:
        entries: the messages, oldest first.
        ignored: number of messages that were not serious enough.
        flushed: number of messages that made room for others.
    """

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        """Starts again with the router: an empty table, all counts at 0."""
        self.entries: deque[HistoryEntry] = deque()
        self.ignored = self.flushed = self._number = 0

    def add(self, message: str, serious: bool, uptime: int, size: int) -> None:
        """Adds a message, in place of the oldest ones.

        Args:
            message: `%LINK-3-UPDOWN: Interface …`; a line of a debugging option has no name, and is not kept.
            serious: False for a message that is only counted.
            uptime: hundredths of seconds since boot.
            size: the messages that the table may hold, from 0.
        """
        found = _MESSAGE.fullmatch(message)
        if found is None:
            return
        if not serious:
            self.ignored += 1
            return
        self._number += 1
        self.entries.append(HistoryEntry(self._number, found["name"], found["text"], uptime))
        while len(self.entries) > size:
            self.entries.popleft()
            self.flushed += 1
