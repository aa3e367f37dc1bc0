"""renew dhcp, release dhcp and show dhcp lease: the router as a client; no DHCP server answers it."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.fields import field


@exec_command
def renew_dhcp(line: Line, name: str) -> Iterator[str]:
    """Asks for an address again."""
    yield from _refusal(line, name)


@exec_command
def release_dhcp(line: Line, name: str) -> Iterator[str]:
    """Gives an address back."""
    yield from _refusal(line, name)


def _refusal(line: Line, name: str) -> Iterator[str]:
    section = line.router.config.section("interface", name)
    if not field(section, "ip_address", "ip_address").startswith("dhcp"):
        yield "Interface does not have a DHCP originated address"


@exec_command
def show_dhcp_lease(line: Line) -> None:
    """The leases that the router has from others, of which there are none."""
