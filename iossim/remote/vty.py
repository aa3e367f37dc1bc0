"""The vty lines: their number, the protocols and addresses that each of them takes, and the first free one."""

from __future__ import annotations

from collections.abc import Container

from iossim.router import RouterCore
from iossim.router.access_lists import entries_of, permits_address
from iossim.session.login import line_section

#: Lines of a configuration without `line vty`: 0 to 4.
_USUAL = 5
#: Minutes of a line without `exec-timeout`.
_IDLE_MINUTES = 10
_ALL = "all"


def free_line(router: RouterCore, protocol: str, address: str, taken: Container[int]) -> int | None:
    """The number of the first free vty line that takes a connection; None if the router refuses the connection.

    Args:
        router: the router.
        protocol: `ssh` or `telnet`.
        address: the address of the client.
        taken: the numbers of the lines that have a connection.
    """
    for number in range(_count(router)):
        if number not in taken and takes(router, number, protocol) and _permits(router, number, address):
            return number
    return None


def takes(router: RouterCore, number: int, protocol: str) -> bool:
    """True if `transport input` of a vty line has a protocol; without that command a line takes all.

    Args:
        router: the router.
        number: the number of the line, from 0.
        protocol: `ssh` or `telnet`.
    """
    section = line_section(router, "vty", number)
    command = section.get("transport_input") if section is not None else None
    if command is None or command.negative:
        return True
    return bool({protocol, _ALL} & set(command.words))


def idle_seconds(router: RouterCore, number: int) -> int:
    """Seconds without input after which a session on a vty line ends (`exec-timeout`); 0: never."""
    section = line_section(router, "vty", number)
    command = section.effective("exec_timeout") if section is not None else None
    if command is None:
        return _IDLE_MINUTES * 60
    minutes, seconds = command.fields.get("minutes", "0"), command.fields.get("seconds", "0")
    return int(str(minutes)) * 60 + int(str(seconds))


def _count(router: RouterCore) -> int:
    """The number of vty lines."""
    numbers = [int(section.key[-1]) for section in router.config.sections("line") if section.key[0] == "vty"]
    return max(numbers) + 1 if numbers else _USUAL


def _permits(router: RouterCore, number: int, address: str) -> bool:
    section = line_section(router, "vty", number)
    command = section.get("access_class", "in") if section is not None else None
    if command is None or command.negative:
        return True
    return permits_address(entries_of(router.config, str(command.fields["access_list"])), address)
