"""The server of the page: NiceGUI in an ASGI server that runs in an event loop of others, on a port of its own."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import tempfile
from typing import TYPE_CHECKING, Any

from iossim.errors import ListenError
from iossim.failures import not_listening
from iossim.web import checker
from iossim.web.entrance import Entrance
from iossim.web.origins import OriginCheck
from iossim.web.site import Site
from iossim.web.visitors import Visitors

if TYPE_CHECKING:
    from iossim.router import RouterCore

_MISSING = "--web-port needs the library {0}: pip install 'iossim[web]'"
_BACKLOG = 512
#: Seconds in which the server is up, or ends.
_PATIENCE = 10.0


class PageServer:
    """The page on its port.

    Life: `open`, then `close`. NiceGUI has one application in a process, so a process opens one page.

    Args:
        site: the routers.
        host: the address to listen on.
        port: the port; 0: any free one.
        users: the router whose users may log in.
        only: the one user who may log in; None: every user of that router.
    """

    _opened = False

    def __init__(self, site: Site, host: str, port: int, users: RouterCore, only: str | None = None) -> None:
        self._site = site
        self._host = host
        self._port = port
        self._visitors = Visitors(users, only)
        self._server: Any = None
        self._tasks: list[asyncio.Task[None]] = []
        self._socket: socket.socket | None = None

    @property
    def url(self) -> str:
        """The address of the page, with the token if there is one."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        token = f"?token={self._visitors.token}" if self._visitors.token else ""
        return f"http://{host}:{self.port}/{token}"

    @property
    def port(self) -> int:
        """The number of the open port."""
        assert self._socket is not None
        return int(self._socket.getsockname()[1])

    @property
    def announcement(self) -> str:
        """The line that names the address."""
        return f"Page on {self.url}"

    async def open(self) -> None:
        """Opens the port, and serves until `close`.

        Raises:
            ListenError: the port cannot be opened, a library is missing, or the process has a page already.
        """
        if PageServer._opened:
            raise ListenError("this process has a page already")
        with tempfile.TemporaryDirectory() as folder:  # NiceGUI looks for a folder when it is loaded, and we store nothing
            os.environ.setdefault("NICEGUI_STORAGE_PATH", folder)
            try:
                import uvicorn

                from iossim.web.pages import application
            except ModuleNotFoundError as error:
                raise ListenError(_MISSING.format(error.name)) from error
        self._socket = self._listen()
        PageServer._opened = True
        title = self._site.only.router.hostname if self._site.only is not None else f"{len(self._site.routers)} routers"
        app = OriginCheck(Entrance(application(self._site), self._visitors, title, self.port), self._host)
        config = uvicorn.Config(
            app, log_config=None, access_log=False, lifespan="on", server_header=False, timeout_graceful_shutdown=1
        )
        self._server = uvicorn.Server(config)
        self._server.capture_signals = contextlib.nullcontext  # the signals belong to the program
        loop = asyncio.get_running_loop()
        self._tasks = [loop.create_task(self._server.serve(sockets=[self._socket])), loop.create_task(self._site.run())]
        async with asyncio.timeout(_PATIENCE):
            while not self._server.started and not self._tasks[0].done():
                await asyncio.sleep(0.01)

    async def close(self) -> None:
        """Closes the port, and ends the connections."""
        checker.close()
        for shared in self._site.routers.values():
            shared.player.stop()
            for line in list(shared.lines):
                line.lost()
        if self._server is not None:
            self._server.should_exit = True
            self._tasks[1].cancel()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_PATIENCE):
                    await asyncio.gather(*self._tasks, return_exceptions=True)

    def _listen(self) -> socket.socket:
        try:
            family, kind, proto, _, where = socket.getaddrinfo(
                self._host, self._port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
            )[0]
            listening = socket.socket(family, kind, proto)
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(where)
            listening.listen(_BACKLOG)
        except OSError as error:
            raise ListenError(not_listening(error, self._host, self._port, "--web-port")) from error
        listening.setblocking(False)
        return listening
