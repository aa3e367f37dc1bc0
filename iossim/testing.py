"""A router that is served in a thread of a test: HTTP, SSH and telnet on free ports, ready when the `with` block begins.

>>> with Router.from_file("office.cfg").serve(ssh=True) as server:
...     requests.post(server.url, data=b"<ISgetGlobal/>", auth=server.auth)
"""

from __future__ import annotations

import asyncio
import secrets
import selectors
import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from iossim.errors import ListenError
from iossim.remote.vty import takes
from iossim.router import RouterCore
from iossim.router.terminal_lines import vty_count
from iossim.serving import Doors, Opened, serve_doors
from iossim.xmlapi.access_log import RequestLog
from iossim.xmlapi.admission import PATH
from iossim.xmlapi.server import Ports, has_port
from iossim.xmlapi.web_server import ixi_is_up

#: The user of the program, who may log in at every door and use every command.
USER = "iossim"
#: Seconds in which a server starts and ends.
_PATIENCE = 30.0
_MOST_LINES = 10_000


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a door."""

    host: str
    port: int


class Server:
    """A router on the network of this computer, for a test.

    Life: a context manager; the ports are open between its beginning and its end. The router may be used by the test at the same
    time: its methods, its sessions and its clock wait until the server has nothing to do.

    Args:
        router: the router.
        http: open a port of HTTP; the configuration needs `ip http server`, and `no shutdown` below both `ixi` commands.
        ssh: open a port of SSH; a `line vty` has to take it.
        telnet: open a port of telnet, likewise.
        host: the address to listen on.

    Attributes:
        router: the router.
        user: the name of a user who is not in the configuration and may do everything, over HTTP and SSH.
        password: the password of the user; a new one for every server.
    """

    def __init__(
        self, router: RouterCore, *, http: bool = True, ssh: bool = False, telnet: bool = False, host: str = "127.0.0.1"
    ) -> None:
        self.router = router
        self.user = USER
        self.password = secrets.token_urlsafe(12)
        self._lines: deque[str] = deque(maxlen=_MOST_LINES)
        self._http = http
        self._terminal_doors = [door for door, wanted in (("ssh", ssh), ("telnet", telnet)) if wanted]
        self._doors = Doors(Ports(host, 0 if http else None, None, closed=not http), 0 if ssh else None, 0 if telnet else None)
        self._addresses: dict[str, Address] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._ready = threading.Event()
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name=f"iossim {router.hostname}", daemon=True)

    # -- the doors -----------------------------------------------------------------------------------------------------------------

    @property
    def url(self) -> str:
        """The URL of the XML API."""
        address = self._address("http")
        return f"http://{address.host}:{address.port}{PATH}"

    @property
    def ssh(self) -> Address:
        """The address of SSH."""
        return self._address("ssh")

    @property
    def telnet(self) -> Address:
        """The address of telnet."""
        return self._address("telnet")

    @property
    def auth(self) -> tuple[str, str]:
        """Name and password, as `requests` and `httpx` take them."""
        return self.user, self.password

    @property
    def netmiko(self) -> Mapping[str, Any]:
        """The arguments of `netmiko.ConnectHandler` for SSH."""
        address = self.ssh
        return {
            "device_type": "cisco_ios",
            "host": address.host,
            "port": address.port,
            "username": self.user,
            "password": self.password,
        }

    @property
    def log(self) -> list[str]:
        """The lines of the log: requests, and messages of the router's console; the newest 10,000."""
        with self.router.lock:
            return list(self._lines)

    def _address(self, door: str) -> Address:
        if door not in self._addresses:
            raise ListenError(f"the server was made without {door}=True, or is not open")
        return self._addresses[door]

    # -- life ----------------------------------------------------------------------------------------------------------------------

    def __enter__(self) -> Server:
        """Open the ports.

        Raises:
            ListenError: a port cannot be opened, or the configuration does not allow it.
        """
        if self._http and not (has_port(self.router) and ixi_is_up(self.router)):
            raise ListenError("HTTP needs `ip http server`, and `no shutdown` below `ixi transport http` and `ixi application cme`")
        if self.user in self.router.extra_users or self._thread.ident is not None:
            raise ListenError("the router is served already, or the server was: call `serve` again when it has ended")
        for door in self._terminal_doors:
            if not any(takes(self.router, number, door) for number in range(vty_count(self.router.config))):
                raise ListenError(f"{door} needs `transport input {door}` below `line vty`")
        self.router.extra_users[self.user] = self.password
        self._thread.start()
        if not self._ready.wait(_PATIENCE):
            raise ListenError(f"the server is not ready after {_PATIENCE:g} seconds")
        if self._failure is not None:
            self._thread.join(_PATIENCE)
            self.router.extra_users.pop(self.user, None)
            raise self._failure
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        """Close the ports, and end the sessions; the router stays as it is."""
        if self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_PATIENCE)
        self.router.extra_users.pop(self.user, None)
        self._addresses.clear()

    # -- in the thread ---------------------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            with self.router.lock, asyncio.Runner(loop_factory=self._new_loop) as runner:
                runner.run(self._serve())
        except BaseException as error:  # noqa: BLE001 (the thread of the test raises it)
            self._failure = error
        finally:
            self._ready.set()

    def _new_loop(self) -> asyncio.AbstractEventLoop:
        return asyncio.SelectorEventLoop(_SharingSelector(self.router.lock))

    async def _serve(self) -> None:
        self._loop, self._stop, started = asyncio.get_running_loop(), asyncio.Event(), asyncio.Event()
        log = _Lines(self._lines)
        unlisten = self.router.log.listen(log.say)
        announcing = asyncio.create_task(self._announce(started))
        try:
            await serve_doors(self.router, self._doors, log, self._stop, started, self._opened)
        finally:
            announcing.cancel()
            unlisten()

    async def _announce(self, started: asyncio.Event) -> None:
        await started.wait()
        self._ready.set()

    def _opened(self, opened: Opened) -> None:
        self._addresses[opened.door] = Address(opened.host, opened.port)


class _SharingSelector(selectors.DefaultSelector):
    """Waits for events without the lock of the router, so that the thread of the test may use the router meanwhile.

    Args:
        lock: the lock, which the thread of the event loop holds.
    """

    def __init__(self, lock: Any) -> None:
        super().__init__()
        self._lock = lock

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Wait for events."""
        self._lock.release()
        try:
            return super().select(timeout)
        finally:
            self._lock.acquire()


class _Lines(RequestLog):
    """A log that keeps its lines.

    Args:
        lines: where the lines go.
    """

    def __init__(self, lines: deque[str]) -> None:
        self._lines = lines

    def say(self, line: str) -> None:
        """Add a line."""
        self._lines.append(line)
