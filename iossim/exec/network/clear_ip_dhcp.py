"""clear ip dhcp: ends leases of the router's DHCP server."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.network import leases


@exec_command
def clear_ip_dhcp_binding(line: Line, address: str = "") -> Iterator[str]:
    """Ends all automatic leases, or one."""
    if not leases.clear(line.router.network, address):
        yield f"% The address {address} is not in the DHCP database."


@exec_command
def clear_ip_dhcp_conflict(line: Line) -> None:
    """Forgets conflicts; there are none."""


@exec_command
def clear_ip_dhcp_server_statistics(line: Line) -> None:
    """Sets the numbers of messages to 0; they follow from the leases."""
