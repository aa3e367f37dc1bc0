"""The API on a socket for tests: spoken to in bytes, as clients of every age do."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

from iossim.router import RouterCore
from iossim.xmlapi.access_log import AccessLog
from iossim.xmlapi.server import Listening, Ports, serve
from tests.xmlapi.support import CREDENTIALS, URL, office, request

HEAD = f"POST {URL} HTTP/1.1\r\nHost: router\r\nAuthorization: {CREDENTIALS['Authorization']}\r\n"
SAVE = request("ISSaveConfig")
CLOSE = "Connection: close"


@dataclass
class Served:
    """A server for the length of a test.

    Attributes:
        router: its router.
        opened: the ports that it has opened.
        log: its access log.
        address: where to connect to.
    """

    router: RouterCore
    opened: asyncio.Queue[Listening] = field(default_factory=asyncio.Queue)
    log: io.StringIO = field(default_factory=io.StringIO)
    address: tuple[str, int] = ("", 0)
    writers: list[asyncio.StreamWriter] = field(default_factory=list)

    async def connect(self, limit: int = 65536) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Another connection."""
        reader, writer = await asyncio.open_connection(*self.address, limit=limit)
        self.writers.append(writer)
        return reader, writer

    async def ask(self, sent: bytes) -> bytes:
        """Everything that the server says to some bytes, until it closes the connection."""
        reader, writer = await self.connect()
        writer.write(sent)
        try:
            return await reader.read()
        finally:
            writer.close()


Test = Callable[[Served], Awaitable[None]]


def serving(test: Test, extra: str = "", router: RouterCore | None = None, steps: Iterable[tuple[float, str]] = ()) -> Served:
    """Runs a test beside a fresh server; returns what is left of it."""

    async def run() -> Served:
        served = Served(router or office(extra))
        stop = asyncio.Event()
        log = AccessLog(served.log)
        task = asyncio.create_task(
            serve(served.router, Ports(http=0), opened=served.opened.put_nowait, stop=stop, log=log, steps=steps)
        )
        getting = asyncio.create_task(served.opened.get())
        await asyncio.wait([task, getting], return_when=asyncio.FIRST_COMPLETED)
        try:
            listening = getting.result()
            served.address = (listening.host, listening.port)
            await test(served)
        finally:
            getting.cancel()
            stop.set()
            await task
            for writer in served.writers:
                writer.close()
            await asyncio.gather(*(writer.wait_closed() for writer in served.writers), return_exceptions=True)
            log.close()
        return served

    return asyncio.run(run())


def post(body: bytes, *headers: str) -> bytes:
    """A request of the office's user."""
    return (HEAD + "".join(f"{each}\r\n" for each in headers) + f"Content-Length: {len(body)}\r\n\r\n").encode() + body


def status_of(answer: bytes) -> str:
    """The status of an answer, with its phrase."""
    return answer.partition(b"\r\n")[0].decode().partition(" ")[2]


def body_of(answer: bytes) -> bytes:
    """The body of an answer, put together where it came in chunks."""
    head, _, body = answer.partition(b"\r\n\r\n")
    if b"Transfer-Encoding: chunked" not in head:
        return body
    parts: list[bytes] = []
    while True:
        size, _, body = body.partition(b"\r\n")
        if not int(size, 16):
            return b"".join(parts)
        parts.append(body[: int(size, 16)])
        body = body[int(size, 16) + 2 :]
