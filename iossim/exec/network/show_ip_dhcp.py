"""show ip dhcp: leases, pools and statistics of the router's DHCP server."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.fields import field
from iossim.router.network.leases import Lease, Pool, leases, pools

_HEAD = (
    "Bindings from all pools not associated with VRF:",
    "IP address          Client-ID/              Lease expiration        Type",
    "                    Hardware address/",
    "                    User name",
)
_MEMORY = 17_342
_CLIENT = 22


@exec_command
def show_ip_dhcp_binding(line: Line, address: str = "") -> Iterator[str]:
    """The leases."""
    given = [lease for lease in leases(line.router.network) if address in ("", str(lease.address))]
    if address and not given:
        yield f"% The address {address} is not in the DHCP database."
        return
    yield from _HEAD
    for lease in given:
        yield from _binding(line, lease)


def _binding(line: Line, lease: Lease) -> Iterator[str]:
    """A lease; its end is in the router's time zone."""
    ends = f"{line.router.clock.zone.local(lease.ends)[0]:%b %d %Y %I:%M %p}" if lease.ends is not None else "Infinite"
    first, rest = lease.client[:_CLIENT], lease.client[_CLIENT:]
    yield f"{lease.address!s:20}{first:24}{ends:24}{'Manual' if lease.manual else 'Automatic'}"
    if rest:
        yield f"{'':20}{rest}"


@exec_command
def show_ip_dhcp_pool(line: Line, name: str = "") -> Iterator[str]:
    """The pools, or one of them."""
    given = leases(line.router.network)
    shown = [pool for pool in pools(line.router.network) if name in ("", pool.name)]
    if name and not shown:
        yield f"% Pool {name} is not in the database."
    for pool in shown:
        yield from _pool(pool, [lease for lease in given if lease.pool == pool.name])


def _pool(pool: Pool, given: list[Lease]) -> Iterator[str]:
    network = pool.network
    high, low = (field(pool.section, "utilization_mark", "percent", mark) for mark in ("high", "low"))
    yield ""
    yield f"Pool {pool.name} :"
    yield f" Utilization mark (high/low)    : {high or 100} / {low or 0}"
    yield " Subnet size (first/next)       : 0 / 0 "
    yield f" Total addresses                : {network.num_addresses - 2 if network is not None else len(given)}"
    yield f" Leased addresses               : {len(given)}"
    yield " Pending event                  : none"
    if network is None:
        yield " 0 subnets are currently in the pool :"
        return
    yield " 1 subnet is currently in the pool :"
    yield " Current index        IP address range                    Leased addresses"
    first, last = network.network_address + 1, network.broadcast_address - 1
    index = max((lease.address for lease in given), default=first - 1) + 1
    yield f" {index!s:20} {first!s:16} - {last!s:18}{len(given)}"


@exec_command
def show_ip_dhcp_conflict(line: Line) -> Iterator[str]:
    """The addresses that answered before they were given out; no simulated phone has a foreign address."""
    yield "IP address        Detection method   Detection time          VRF"


@exec_command
def show_ip_dhcp_server_statistics(line: Line) -> Iterator[str]:
    """Pools, leases and messages: a client has sent two messages for its lease, and got two answers."""
    given = leases(line.router.network)
    automatic = sum(not lease.manual for lease in given)
    counts = {
        "Memory usage": _MEMORY,
        "Address pools": len(pools(line.router.network)),
        "Database agents": 0,
        "Automatic bindings": automatic,
        "Manual bindings": len(given) - automatic,
        "Expired bindings": 0,
        "Malformed messages": 0,
        "Secure arp entries": 0,
    }
    received = {"BOOTREQUEST": 0, "DHCPDISCOVER": automatic, "DHCPREQUEST": automatic, "DHCPDECLINE": 0, "DHCPRELEASE": 0}
    yield from (f"{name:21}{count}" for name, count in counts.items())
    yield ""
    yield f"{'Message':21}Received"
    yield from (f"{name:21}{count}" for name, count in (received | {"DHCPINFORM": 0}).items())
    yield ""
    yield f"{'Message':21}Sent"
    sent = {"BOOTREPLY": 0, "DHCPOFFER": automatic, "DHCPACK": automatic, "DHCPNAK": 0}
    yield from (f"{name:21}{count}" for name, count in sent.items())
