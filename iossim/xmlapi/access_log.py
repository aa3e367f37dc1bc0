"""The log of a server on standard error: a line for every request, and the lines of the router's console.

Lines go through a bounded queue to a thread of their own: a server never waits for its log. Lines that nobody reads (a
pipe that is full) are dropped and counted. No line has a password in it.
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import re
import sys
from abc import ABC, abstractmethod
from datetime import datetime
from logging.handlers import QueueHandler, QueueListener
from typing import TextIO

_MOST_LINES = 10_000
_STRANGE = re.compile(r"[^ !#-~]")
_LONGEST_REQUEST = 200
#: Seconds in which the last lines are written when the server ends.
_PATIENCE = 1.0


class RequestLog(ABC):
    """A log with a line for every request, in the format of other web servers; its kinds differ in where the lines go."""

    def note(self, client: str, user: str, when: datetime, request: str, status: int, sent: int, what: str, seconds: float) -> None:
        """Write a line for a request.

        Args:
            client: the client's address.
            user: the name of the user, or the name of a failed login; "" for none.
            when: the router's time.
            request: method and path, without a query.
            status: the status of the answer.
            sent: bytes of its body.
            what: the method of the API; "" for none.
            seconds: the time that the request took.
        """
        self.say(
            f"{client} - {_STRANGE.sub('?', user[:_LONGEST_REQUEST]) or '-'} [{when:%d/%b/%Y:%H:%M:%S %z}] "
            f'"{_STRANGE.sub("?", request[:_LONGEST_REQUEST])}" {status} {sent} {what or "-"} {seconds * 1000:.1f}ms'
        )

    @abstractmethod
    def say(self, line: str) -> None:
        """Write a line: of a request, a log message of the router, or the output of a scenario's line."""


class AccessLog(RequestLog):
    """Writes the lines to a stream, from a thread of its own.

    Args:
        stream: where the lines go; None: standard error.
        quiet: no lines at all.

    Attributes:
        handler: takes the records of Python's loggers, too.
    """

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        lines: queue.Queue[logging.LogRecord] = queue.Queue(_MOST_LINES)
        self.handler: logging.Handler = logging.NullHandler() if quiet else _Queue(lines)
        self._listener = None if quiet else _Listener(lines, _Writer(stream or sys.stderr))
        if self._listener is not None:
            self._listener.start()

    def say(self, line: str) -> None:
        """Write a line."""
        self.handler.handle(_record(line))

    def close(self) -> None:
        """Write the lines that are left, as far as they can be written within a second."""
        if self._listener is not None:
            self._listener.stop()
            self._listener = None


class _Queue(QueueHandler):
    """Puts records into the queue; drops them where it is full."""

    def __init__(self, lines: queue.Queue[logging.LogRecord]) -> None:
        super().__init__(lines)
        self._dropped = 0

    def enqueue(self, record: logging.LogRecord) -> None:
        """Queue a record."""
        try:
            if self._dropped:
                self.queue.put_nowait(_record(f"{self._dropped} lines were not logged"))
                self._dropped = 0
            self.queue.put_nowait(record)
        except queue.Full:
            self._dropped += 1


class _Listener(QueueListener):
    """Writes the records in a thread of its own, which a full pipe may stop for good."""

    def stop(self) -> None:
        """Write the rest; give up after a second."""
        with contextlib.suppress(queue.Full):
            self.enqueue_sentinel()
        if self._thread is not None:
            self._thread.join(_PATIENCE)


class _Writer(logging.Handler):
    """Writes lines to a stream; directly to its file, so that no lock of the stream is held while a pipe is full."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream
        try:
            self._number = stream.fileno()
        except (OSError, AttributeError, ValueError):
            self._number = -1

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; a stream that is closed takes nothing."""
        line = self.format(record) + "\n"
        try:
            if self._number < 0:
                self._stream.write(line)
                self._stream.flush()
                return
            data = line.encode("utf-8", "replace")
            while data:
                data = data[os.write(self._number, data) :]
        except (OSError, ValueError):
            return


def _record(line: str) -> logging.LogRecord:
    return logging.LogRecord("iossim.console", logging.INFO, "", 0, line, None, None)
