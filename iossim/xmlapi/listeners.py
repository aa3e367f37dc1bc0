"""The ports of the web server; they follow the configuration."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iossim.errors import ListenError
from iossim.failures import not_listening
from iossim.xmlapi.admission import PATH
from iossim.xmlapi.tls import TlsError, context
from iossim.xmlapi.web_server import is_on, number

if TYPE_CHECKING:
    from iossim.config import Configuration
    from iossim.router import RouterCore
    from iossim.xmlapi.shared import Shared

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listening:
    """An open port."""

    scheme: str
    host: str
    port: int

    @property
    def url(self) -> str:
        """The URL of the API."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{shown}:{self.port}{PATH}"


class Listener:
    """One port, of the web server or of the secure one.

    Args:
        shared: shared by all ports.
        host: the address to listen on.
        port: the port in place of the configured one; 0: any free one; None: the configured one.
        secure: HTTPS.
    """

    def __init__(self, shared: Shared, host: str, port: int | None, *, secure: bool) -> None:
        self._shared = shared
        self._host = host
        self._fixed = port
        self._secure = secure
        self._scheme = "https" if secure else "http"
        self._rule = "ip_http_secure_server" if secure else "ip_http_server"
        self._socket: asyncio.Server | None = None
        self._port = 0
        self.required = port is not None or not secure

    @property
    def open(self) -> Listening | None:
        """The open port; None while it is closed."""
        if self._socket is None:
            return None
        host, port = self._socket.sockets[0].getsockname()[:2]
        return Listening(self._scheme, host, port)

    async def update(self) -> Listening | None:
        """Open, close or move the port as configured; returns the port if it was opened.

        Raises:
            ListenError: the port cannot be opened.
        """
        wanted = self._wanted()
        if self._socket is not None and wanted == self._port:
            return None
        self.close()
        if wanted is None:
            return None
        from iossim.xmlapi.http import Port  # the HTTP library is loaded when a port is opened

        self._port = wanted
        try:
            tls = context(self._shared.router, self._host) if self._secure else None
            loop = asyncio.get_running_loop()
            self._socket = await loop.create_server(Port(self._shared, self._rule), self._host, wanted, ssl=tls, backlog=512)
        except OSError as error:
            raise ListenError(not_listening(error, self._host, wanted, f"--{self._scheme}-port")) from error
        except TlsError as error:
            raise ListenError(str(error)) from error
        listening = self.open
        assert listening is not None
        if self._fixed == 0:
            self._fixed = self._port = listening.port
        return listening

    def close(self) -> None:
        """Close the port; requests in progress are answered."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None
            self._shared.connections.retire(self._rule)

    def _wanted(self) -> int | None:
        root = self._shared.router.config.root
        if self._shared.router.is_down or not is_on(self._shared.router, self._rule):
            return None
        if self._fixed is not None:
            return self._fixed
        return number(root, "ip_http_secure_port", 443) if self._secure else number(root, "ip_http_port", 80)


class Listeners:
    """All ports.

    Args:
        listeners: the ports.
        opened: called with every port that is opened.
    """

    def __init__(self, listeners: list[Listener], opened: Callable[[Listening], None]) -> None:
        self._listeners = listeners
        self._opened = opened
        self._known: tuple[Configuration | None, int, bool] = (None, 0, False)
        self._lock = asyncio.Lock()

    async def start(self, router: RouterCore) -> None:
        """Open the configured ports.

        Raises:
            ListenError: a required port cannot be opened.
        """
        try:
            await self._update(router, starting=True)
        except ListenError:
            self.close()
            raise

    async def update(self, router: RouterCore) -> None:
        """Open, close and move ports after a change of the router; a port that cannot be opened is logged."""
        if self._known != _state(router):
            await self._update(router, starting=False)

    def close(self) -> None:
        """Close all ports."""
        for listener in self._listeners:
            listener.close()

    async def _update(self, router: RouterCore, *, starting: bool) -> None:
        async with self._lock:
            self._known = _state(router)
            for listener in self._listeners:
                try:
                    opened = await listener.update()
                except ListenError as error:
                    if starting and listener.required:
                        raise
                    _log.error("%s", error)
                else:
                    if opened is not None:
                        self._opened(opened)


def _state(router: RouterCore) -> tuple[Configuration | None, int, bool]:
    """The state of the router that decides which ports are open."""
    return router.config, router.config.changes, router.is_down
