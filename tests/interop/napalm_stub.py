"""NAPALM's driver for IOS with a stub of its transport."""

from __future__ import annotations

from typing import Any

from napalm.ios import IOSDriver

from iossim import Router


class Device:
    """The connection of NAPALM: it types commands into a session, as Netmiko does with `terminal length 0`."""

    def __init__(self, router: Router) -> None:
        self._session = router.session()

    def send_command(self, command: str, **_: Any) -> str:
        return self._session.execute(command).rstrip("\n")


def driver(router: Router) -> Any:
    """A driver of NAPALM that is connected to a router."""
    ios = IOSDriver("router", "user", "password")
    ios.device = Device(router)
    return ios
