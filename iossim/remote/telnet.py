"""Telnet: options and escapes of the protocol by telnetlib3; the vty line asks for the login."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass

from telnetlib3 import TelnetReader, TelnetWriter
from telnetlib3.server_base import BaseServer
from telnetlib3.telopt import DO, ECHO, NAWS, SGA, WILL

from iossim.remote.line import RemoteLine
from iossim.router import RouterCore


@dataclass(slots=True)
class TelnetService:
    """The telnet server of a router, without its socket.

    Attributes:
        router: the router.
        lines: the lines in use.
        delay: seconds before the answer to a wrong password, unless `login delay` says otherwise.
    """

    router: RouterCore
    lines: set[RemoteLine]
    delay: float
    protocol: str = "telnet"

    async def serve(self, connection: socket.socket, address: str, number: int) -> None:
        """Serves a connection until its end.

        Args:
            connection: the connection.
            address: the address of the client.
            number: the number of the vty line that the connection has.
        """
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()
        transport, _ = await loop.connect_accepted_socket(lambda: _Connection(self, address, number, ended), connection)
        try:
            await ended.wait()
        finally:
            transport.close()


class _Connection(BaseServer):
    """One connection: telnetlib3 reads the options, the line gets the characters."""

    def __init__(self, service: TelnetService, address: str, number: int, ended: asyncio.Event) -> None:
        super().__init__(encoding=False, reader_factory=_Reader)
        self._service = service
        self._address = address
        self._number = number
        self._ended = ended
        self._line: RemoteLine | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        assert isinstance(self.reader, _Reader)
        self.reader.receive = self._receive
        self._options.set_ext_callback(NAWS, self._resize)

    def begin_negotiation(self) -> None:
        """Announces that the router echoes, asks for the size of the window, and opens the line without waiting for answers."""
        for command, option in ((WILL, ECHO), (WILL, SGA), (DO, NAWS)):
            self._options.iac(command, option)
        service = self._service
        self._line = RemoteLine(service.router, self._number, None, self._address, self._write, self._close, service.delay)
        self._service.lines.add(self._line)
        self._line.open()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        if self._line is not None:
            self._service.lines.discard(self._line)
            self._line.lost()
            self._line = None
        self._ended.set()

    def _receive(self, data: bytes) -> None:
        if self._line is not None:
            self._line.receive(data)

    def _resize(self, rows: int, columns: int) -> None:
        if self._line is not None:
            self._line.resize(columns, rows)

    def _write(self, data: bytes) -> None:
        self._options.write(data)

    def _close(self) -> None:
        self._options.close()

    @property
    def _options(self) -> TelnetWriter:
        """The writer of characters and options; bytes, because there is no encoding."""
        assert isinstance(self.writer, TelnetWriter)
        return self.writer


class _Reader(TelnetReader):
    """Passes the characters of a client on as they come.

    Attributes:
        receive: takes the characters.
    """

    receive: Callable[[bytes], None]

    def feed_data(self, data: bytes) -> None:
        """Passes characters on."""
        self.receive(bytes(data))
