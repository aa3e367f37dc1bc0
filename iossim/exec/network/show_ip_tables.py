"""show ip aliases, show ip redirects, show ip policy and show udp: small tables of the router itself."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.network.show_sockets import show_ip_sockets
from iossim.router.fields import field
from iossim.router.network.interfaces import addressed, interfaces


@exec_command
def show_ip_aliases(line: Line) -> Iterator[str]:
    """The addresses that the router answers for."""
    yield "Address Type             IP Address      Port"
    yield from (f"Interface                {address.ip}" for _, address in addressed(line.router.network))


@exec_command
def show_ip_redirects(line: Line) -> Iterator[str]:
    """The gateways of a router that does not route; one that does has none."""
    gateway = field(line.router.config.root, "ip_default_gateway", "gateway")
    yield f"Default gateway is {gateway or 'not set'}"
    yield ""
    yield "Host               Gateway           Last Use    Total Uses  Interface"
    yield "ICMP redirect cache is empty"


@exec_command
def show_ip_policy(line: Line) -> Iterator[str]:
    """The interfaces with policy routing."""
    yield "Interface      Route map"
    for port in interfaces(line.router.network):
        name = field(port.section, "ip_policy_route_map", "name")
        if name:
            yield f"{port.short:14} {name}"


@exec_command
def show_udp(line: Line) -> Iterator[str]:
    """The UDP ports that the router listens on."""
    yield from show_ip_sockets(line)
