"""A router whose vty lines are on the network, for the length of a test."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import asyncssh

from iossim import Router
from iossim.remote.ports import RemotePorts
from iossim.router import Clock
from tests.router.support import Time

CONFIGURATION = """hostname R1
ip domain name example.net
enable secret 0 en4ble
username admin privilege 15 secret 0 s3cret
username guest privilege 1 password 0 guest
line con 0
line vty 0 4
 login local
 transport input ssh telnet
end
"""


@dataclass
class Remote:
    """The router and its ports.

    Attributes:
        router: the router.
        time: its time.
        ports: its ports.
    """

    router: Router
    time: Time
    ports: RemotePorts
    said: list[str] = field(default_factory=list)
    _later: float = 0.0

    def waits(self, seconds: float) -> None:
        """Lets time pass for the timers of the event loop."""
        loop = asyncio.get_running_loop()
        if not self._later:
            time = loop.time
            loop.time = lambda: time() + self._later  # type: ignore[method-assign]
        self._later += seconds

    async def ssh(self, user: str = "admin", password: str = "s3cret") -> asyncssh.SSHClientConnection:
        """A connection of a user."""
        host, port = self.ports.address("ssh")
        return await asyncssh.connect(
            host, port, username=user, password=password, known_hosts=None, client_keys=None, config=None, agent_path=None
        )

    async def telnet(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection in bytes."""
        return await asyncio.open_connection(*self.ports.address("telnet"))


def remote(test: Callable[[Remote], Awaitable[None]], configuration: str = CONFIGURATION, delay: float = 0.0) -> Remote:
    """Runs a test beside a router with open ports; returns what is left of it.

    Args:
        test: the test.
        configuration: the configuration of the router.
        delay: seconds before the answer to a wrong password.
    """
    time = Time()
    router = Router.from_text(configuration, clock=Clock(time))

    async def run() -> Remote:
        ports = RemotePorts(router, "127.0.0.1", 0, 0, delay=delay)
        opened = Remote(router, time, ports)
        try:
            opened.said = [ports.announcement(protocol) for protocol in ports.open()]
            await test(opened)
        finally:
            await ports.close()
        return opened

    return asyncio.run(run())
