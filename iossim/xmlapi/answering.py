"""Answers on their way out: whole, or in fragments of `response size`, the long ones with others served in between."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from iossim.xmlapi.application import accepted, fragment_size, head_of, patience
from iossim.xmlapi.exchange import Exchange
from iossim.xmlapi.method import TimedOut
from iossim.xmlapi.methods.query import catalogue
from iossim.xmlapi.outstanding import QueueFull
from iossim.xmlapi.request.envelope import read_in_steps

if TYPE_CHECKING:
    from iossim.xmlapi.connection import Connection
    from iossim.xmlapi.request.envelope import Read

_log = logging.getLogger(__name__)
#: Seconds that one request is worked on before others get their turn.
SLICE = 0.002


def send(connection: Connection, exchange: Exchange) -> None:
    """Sends a short answer, all of it at once."""
    content = exchange.whole()
    writer = _Writer(connection)
    connection.transport.write(b"".join(writer.last(content)))
    connection.finished(exchange, len(content), writer.kept)


async def answer_slowly(connection: Connection, body: bytes, exchange: Exchange | None) -> None:
    """Serves a request that has a long body or a long answer.

    Args:
        connection: where it came from.
        body: what is to be read first.
        exchange: the request, where it was read.
    """
    server = connection.server
    assert connection.user is not None
    if exchange is None:
        exchange = Exchange(server.router, connection.user, connection.client, len(body))
    else:
        body = b""
    writer = _Writer(connection)
    try:
        if body:
            exchange.run(*await _read(body), server.deadline())
            del body
        if not exchange.is_long:
            send(connection, exchange)
            return
        sent = await _stream(connection, exchange, writer)
    except (TimedOut, QueueFull):
        if writer.begun:
            connection.break_off()
        else:
            connection.give_up(exchange)
    except ConnectionError:
        connection.break_off()
    except Exception:  # noqa: BLE001 (half an answer cannot be taken back: the connection says that it is no whole one)
        _log.exception("%s failed", exchange.method)
        connection.break_off()
    else:
        connection.finished(exchange, sent, writer.kept)


async def _read(body: bytes) -> Read:
    steps = read_in_steps(body, catalogue())
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found: Read = done.value
            return found
        await asyncio.sleep(0)


async def _stream(connection: Connection, exchange: Exchange, writer: _Writer) -> int:
    """Writes a long answer; returns its bytes."""
    gate = connection.server.gate
    limit = patience(connection.server.router)
    started = time.monotonic()
    await gate.enter(limit)
    inside = True
    sent = 0
    try:
        turn = time.monotonic() + SLICE
        for part in exchange.parts():
            sent += writer.take(part)
            now = time.monotonic()
            if connection.stalled:
                gate.leave()
                inside = False
                await connection.room()
                await gate.enter(again=True)
                inside = True
                started += time.monotonic() - now
            elif now > turn:
                if limit is not None and now - started > limit:
                    connection.server.router.xml_statistics.timeouts += 1
                    raise TimedOut
                await asyncio.sleep(0)
                turn = time.monotonic() + SLICE
        return sent + writer.end()
    finally:
        if inside:
            gate.leave()


class _Writer:
    """Writes one answer to a connection in fragments.

    Args:
        connection: the connection.

    Attributes:
        begun: its head has been sent.
        kept: the connection stays open behind it.
    """

    def __init__(self, connection: Connection) -> None:
        assert connection.head is not None
        self._connection = connection
        self._chunked = connection.head.version > "1.0"
        self._size = fragment_size(connection.server.router)
        self._held: list[str] = []
        self._length = 0
        self._rest = b""
        self.begun = False
        self.kept = connection.keeps_alive

    def last(self, content: bytes) -> Iterator[bytes]:
        """The head, where it is still to be sent, and the end of the answer."""
        router = self._connection.server.router
        if not self.begun and (len(content) <= self._size or not self._chunked):
            self.begun = True
            yield head_of(200, accepted(router, len(content), self.kept))
            yield content
            return
        yield self._head()
        yield from self._fragments(content)
        if self._chunked:
            yield b"0\r\n\r\n"

    def take(self, part: str) -> int:
        """Takes a piece of the answer, and sends the fragments that are complete; returns the bytes sent."""
        self._held.append(part)
        self._length += len(part)
        if self._length <= self._size:
            return 0
        content = self._rest + "".join(self._held).encode()
        self._held.clear()
        whole = len(content) // self._size * self._size
        self._rest = content[whole:]
        self._length = len(self._rest)
        if whole:
            self._connection.transport.write(b"".join([self._head(), *self._fragments(content[:whole])]))
        return whole

    def end(self) -> int:
        """Sends the rest; returns its bytes."""
        content = self._rest + "".join(self._held).encode()
        self._connection.transport.write(b"".join(self.last(content)))
        return len(content)

    def _head(self) -> bytes:
        if self.begun:
            return b""
        self.begun = True
        self.kept = self.kept and self._chunked
        return head_of(200, accepted(self._connection.server.router, None if self._chunked else -1, self.kept))

    def _fragments(self, content: bytes) -> Iterator[bytes]:
        if not self._chunked:
            yield content
            return
        for at in range(0, len(content), self._size):
            fragment = content[at : at + self._size]
            yield b"%x\r\n%b\r\n" % (len(fragment), fragment)
