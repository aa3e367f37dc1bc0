"""The vty lines: their number, the protocols and addresses that each of them takes, and the first free one."""

from __future__ import annotations

from collections.abc import Container

from iossim.router import RouterCore
from iossim.router.access_lists import entries_of, permits_address
from iossim.router.terminal_lines import vty_count
from iossim.session.login import line_section

_ALL = "all"


def free_line(router: RouterCore, protocol: str, address: str, taken: Container[int]) -> int | None:
    """The number of the first free vty line that takes a connection; None if the router refuses the connection.

    Args:
        router: the router.
        protocol: `ssh` or `telnet`.
        address: the address of the client.
        taken: the numbers of the lines that have a connection.
    """
    if router.is_down:
        return None
    for number in range(vty_count(router.config)):
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


def _permits(router: RouterCore, number: int, address: str) -> bool:
    section = line_section(router, "vty", number)
    command = section.get("access_class", "in") if section is not None else None
    if command is None or command.negative:
        return True
    return permits_address(entries_of(router.config, str(command.fields["access_list"])), address)
