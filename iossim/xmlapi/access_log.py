"""What a server tells on standard error: a line for each request, and what the router's console shows.

Never a password, and never in the way. Lines are collected and written from time to time. Where nobody reads them (a pipe
that is full), they are dropped: a server must not stop because of its log.
"""

from __future__ import annotations

import io
import os
import re
import select
import sys
from datetime import datetime
from typing import TextIO

#: Bytes that a pipe which can be written to takes without waiting.
_PIECE = 4096
_MOST_LINES = 10_000
_STRANGE = re.compile(r"[^ !#-~]")
_LONGEST_REQUEST = 200


class AccessLog:
    """Writes the lines, those of requests as other web servers do.

    Args:
        stream: where to; None: standard error as it is when a line is written.
        quiet: no lines at all.
    """

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        self._stream = stream
        self._quiet = quiet
        self._lines: list[str] = []
        self._dropped = 0

    def note(self, client: str, user: str, when: datetime, request: str, status: int, sent: int, what: str, seconds: float) -> None:
        """Notes a request.

        Args:
            client: the address that it came from.
            user: the name of the user; "" where it is not known.
            when: the router's time.
            request: method and path, without a query.
            status: of the answer.
            sent: bytes of its body.
            what: the method of the API, or what went wrong; "" for neither.
            seconds: how long it took.
        """
        self.say(
            f"{client} - {_STRANGE.sub('?', user) or '-'} [{when:%d/%b/%Y:%H:%M:%S %z}] "
            f'"{_STRANGE.sub("?", request[:_LONGEST_REQUEST])}" {status} {sent} {what or "-"} {seconds * 1000:.1f}ms'
        )

    def say(self, line: str) -> None:
        """Notes a line of the router's console.

        Args:
            line: a log message, or what a scenario's line printed.
        """
        if self._quiet:
            return
        if len(self._lines) < _MOST_LINES:
            self._lines.append(f"{line}\n")
        else:
            self._dropped += 1

    def flush(self) -> None:
        """Writes what was noted, as far as it can be written without waiting."""
        if self._dropped and not self._write([f"{self._dropped} lines were not logged\n"]):
            self._dropped = 0
        if self._lines:
            self._dropped += self._write(self._lines)
            self._lines.clear()

    def _write(self, lines: list[str]) -> int:
        """Writes lines; how many there was no room for."""
        stream = self._stream if self._stream is not None else sys.stderr
        number = _number(stream)
        data = "".join(lines)
        if number is not None:
            return _write(number, data.encode())
        stream.write(data)
        stream.flush()
        return 0


def _number(stream: TextIO) -> int | None:
    """The number of a stream's file, where its readiness can be asked for."""
    try:
        return stream.fileno() if hasattr(select, "poll") else None
    except (io.UnsupportedOperation, AttributeError, ValueError):
        return None


def _write(number: int, data: bytes) -> int:
    """Writes whole lines as long as there is room; how many lines there was no room for."""
    poll = select.poll()
    poll.register(number, select.POLLOUT)
    while data:
        end = data.rfind(b"\n", 0, _PIECE) + 1 or data.find(b"\n") + 1
        ready = poll.poll(0)
        if not ready or ready[0][1] & (select.POLLERR | select.POLLHUP | select.POLLNVAL):
            return data.count(b"\n")
        try:
            os.write(number, data[:end])
        except OSError:
            return data.count(b"\n")
        data = data[end:]
    return 0
