"""The ports of SSH and telnet of one router, and the work that goes on beside them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from iossim.errors import ListenError
from iossim.language import Command
from iossim.remote.line import RemoteLine
from iossim.remote.port import Service, VtyPort
from iossim.remote.vty import takes
from iossim.router import RouterCore

#: Seconds between two looks for sessions that have been idle for too long.
_TICK = 1.0
#: Seconds before the answer to a wrong password.
_DELAY = 1.0


class RemotePorts:
    """The ports.

    Life: `open`, then `watch` as a task, then `close`.

    Args:
        router: the router.
        host: the address to listen on.
        ssh: the port of SSH; 0: any free one; None: no SSH.
        telnet: the port of telnet, likewise.
        delay: seconds before the answer to a wrong password.
    """

    def __init__(self, router: RouterCore, host: str, ssh: int | None, telnet: int | None, delay: float = _DELAY) -> None:
        self._router = router
        self._host = host
        self._delay = delay
        self._taken: set[int] = set()
        self._lines: set[RemoteLine] = set()
        self._wanted: dict[str, int | None] = {"ssh": ssh, "telnet": telnet}
        self._open: dict[str, VtyPort] = {}

    def open(self) -> Iterator[str]:
        """Opens the ports, one after the other; yields the protocol of every open port.

        Raises:
            ListenError: a port cannot be opened.
        """
        for protocol, number in self._wanted.items():
            if number is not None:
                port = VtyPort(self._router, self._service(protocol), self._taken)
                port.open(self._host, number)
                self._open[protocol] = port
                yield protocol

    def address(self, protocol: str) -> tuple[str, int]:
        """Address and number of an open port.

        Args:
            protocol: `ssh` or `telnet`.
        """
        return self._open[protocol].address

    async def watch(self) -> None:
        """Ends the sessions whose users have typed nothing for too long; never returns."""
        while True:
            await asyncio.sleep(_TICK)
            self.end_idle_lines()

    def end_idle_lines(self) -> None:
        """Ends the sessions whose users have typed nothing for the time of `exec-timeout`."""
        for line in list(self._lines):
            line.end_if_idle()

    async def close(self) -> None:
        """Closes the ports and ends the sessions."""
        for port in self._open.values():
            await port.close()
        self._open.clear()

    def _service(self, protocol: str) -> Service:
        """The server of a protocol. Its library is loaded only here, where a user has asked for it."""
        try:
            if protocol == "ssh":
                from iossim.remote.ssh import SshService

                return SshService(self._router, self._lines, self._delay)
            from iossim.remote.telnet import TelnetService

            return TelnetService(self._router, self._lines, self._delay)
        except ModuleNotFoundError as error:
            raise ListenError(f"--{protocol}-port needs the library {error.name}: pip install 'iossim[{protocol}]'") from error

    def announcement(self, protocol: str) -> str:
        """The line that names an open port, and a user who may log in.

        Args:
            protocol: `ssh` or `telnet`.
        """
        host, port = self.address(protocol)
        name = {"ssh": "SSH", "telnet": "Telnet"}[protocol]
        where = f"{name} on {host} port {port}"
        if not takes(self._router, 0, protocol):
            return f"{where}, but `line vty` needs `transport input {protocol}`: every connection is closed"
        user = _user(self._router)
        if user is None and protocol == "ssh":
            return f"{where}, but there is no `username` with a password: nobody can log in"
        return f"{where}, for example as {user}" if user is not None else where


def _user(router: RouterCore) -> str | None:
    """The first user with the highest privilege; None if there is no user."""

    def level(entry: Command) -> int:
        return int(str(entry.fields.get("privilege", "1")))

    entries = [entry for entry in router.config.root.all("username") if not entry.negative]
    best = max(entries, key=level, default=None)
    return best.words[1] if best is not None else None
