"""One router of a fleet, with its doors."""

from __future__ import annotations

from iossim.errors import ListenError
from iossim.remote.ports import RemotePorts
from iossim.router import RouterCore
from iossim.xmlapi.access_log import RequestLog
from iossim.xmlapi.admission import PATH
from iossim.xmlapi.server import Listening, WebServer
from iossim.xmlapi.server import Ports as WebPorts


class Member:
    """A router of a fleet.

    Life: `open`, then a round of `work` again and again, then `close`.

    Args:
        name: its name in the inventory.
        router: the router.
        host: the address to listen on.
        ports: the ports by door: `http`, `ssh` or `telnet`; 0: any free one.
        log: the log of its requests.

    Attributes:
        name: its name in the inventory.
        router: the router.
        addresses: the open doors: address and port.
    """

    def __init__(self, name: str, router: RouterCore, host: str, ports: dict[str, int], log: RequestLog) -> None:
        self.name = name
        self.router = router
        self.addresses: dict[str, tuple[str, int]] = {}
        http = ports.get("http")
        web = WebPorts(host, http, None, closed=http is None)
        self._web = WebServer(router, web, log, self._opened)
        self._remote = RemotePorts(router, host, ports.get("ssh"), ports.get("telnet"))

    @property
    def url(self) -> str:
        """The URL of the XML API; "" if no port is open."""
        address = self.addresses.get("http")
        return f"http://{address[0]}:{address[1]}{PATH}" if address is not None else ""

    async def open(self) -> list[str]:
        """Opens the doors; returns the reasons why some are closed."""
        problems: list[str] = []
        try:
            await self._web.start()
        except ListenError as error:
            problems.append(str(error))
        try:
            for protocol in self._remote.open():
                self.addresses[protocol] = self._remote.address(protocol)
        except ListenError as error:
            problems.append(str(error))
        return problems

    async def work(self) -> None:
        """One round of the periodic work."""
        await self._web.work()
        self._remote.end_idle_lines()

    async def close(self) -> None:
        """Closes the doors, and ends the sessions."""
        await self._remote.close()
        await self._web.close()

    def _opened(self, listening: Listening) -> None:
        self.addresses[listening.scheme] = (listening.host, listening.port)


class NamedLog(RequestLog):
    """The log of one router: its lines begin with the name of the router.

    Args:
        name: the name.
        log: takes the lines.
    """

    def __init__(self, name: str, log: RequestLog) -> None:
        self._name = name
        self._log = log

    def say(self, line: str) -> None:
        """Write a line."""
        self._log.say(f"{self._name}: {line}")
