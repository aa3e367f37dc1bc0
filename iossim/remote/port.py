"""A port of the vty lines: it accepts connections that a vty line takes, and closes the others at once."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Coroutine
from typing import Any, Protocol

from iossim.errors import ListenError
from iossim.failures import not_listening
from iossim.remote.vty import free_line
from iossim.router import RouterCore

_log = logging.getLogger(__name__)
_BACKLOG = 512
#: Seconds until connections are accepted again after a fault, such as too many open files.
_AFTER_FAULT = 0.5


class Service(Protocol):
    """SSH or telnet, for one connection at a time.

    Attributes:
        protocol: `ssh` or `telnet`.
    """

    protocol: str

    async def serve(self, connection: socket.socket, address: str, number: int) -> None:
        """Serves a connection until its end.

        Args:
            connection: the connection.
            address: the address of the client.
            number: the number of the vty line that the connection has.
        """


class VtyPort:
    """A port.

    Life: `open`, then `close`. Connections run as tasks of the event loop.

    Args:
        router: the router.
        service: serves the connections.
        taken: the numbers of the vty lines that connections of all ports have.
    """

    def __init__(self, router: RouterCore, service: Service, taken: set[int]) -> None:
        self._router = router
        self._service = service
        self._taken = taken
        self._socket: socket.socket | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def address(self) -> tuple[str, int]:
        """Address and number of the open port."""
        assert self._socket is not None
        host, port = self._socket.getsockname()[:2]
        return host, port

    def open(self, host: str, port: int) -> None:
        """Opens the port; connections are accepted from now on.

        Args:
            host: the address to listen on.
            port: the number; 0: any free one.

        Raises:
            ListenError: the port cannot be opened.
        """
        option = f"--{self._service.protocol}-port"
        try:
            family, kind, proto, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
            listening = socket.socket(family, kind, proto)
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(where)
            listening.listen(_BACKLOG)
        except OSError as error:
            raise ListenError(not_listening(error, host, port, option)) from error
        listening.setblocking(False)
        self._socket = listening
        self._start(self._accept(listening))

    async def close(self) -> None:
        """Closes the port and ends the connections."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    async def _accept(self, listening: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                connection, peer = await loop.sock_accept(listening)
            except OSError as error:
                _log.error("%s: %s", self._service.protocol, error.strerror or error)
                await asyncio.sleep(_AFTER_FAULT)
                continue
            number = free_line(self._router, self._service.protocol, peer[0], self._taken)
            if number is None:
                connection.close()
            else:
                self._taken.add(number)
                self._start(self._serve(connection, peer[0], number))

    async def _serve(self, connection: socket.socket, address: str, number: int) -> None:
        try:
            await self._service.serve(connection, address, number)
        except Exception:  # noqa: BLE001 (a mistake of ours must end neither the port nor other connections)
            _log.exception("%s: a connection from %s failed", self._service.protocol, address)
        finally:
            self._taken.discard(number)
            connection.close()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
