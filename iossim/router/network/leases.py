"""The leases of the router's DHCP server: phones that got their address from a pool, and addresses kept for one client."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv4Network

from iossim.config import Section
from iossim.config.ipv4 import class_length
from iossim.router.fields import field
from iossim.router.network.state import Network

#: The time of a lease by default: one day.
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Lease:
    """One lease.

    Attributes:
        address: the address.
        client: the client identifier, or the hardware address of a client without one.
        ends: when it ends, in the time of the router's clock; None for never.
        manual: the configuration keeps the address for this client.
        pool: the name of the pool.
    """

    address: IPv4Address
    client: str
    ends: datetime | None
    manual: bool
    pool: str


@dataclass(frozen=True, slots=True)
class Pool:
    """One DHCP pool.

    Attributes:
        name: its name.
        section: its configuration.
        network: its network; None for a pool that keeps one address for one client.
    """

    name: str
    section: Section
    network: IPv4Network | None


def pools(network: Network) -> list[Pool]:
    """The DHCP pools, in the order of the configuration."""
    sections = network.config.root.any_sections("ip_dhcp_pool")
    return [Pool(section.key[0], section, _network(section)) for section in sections]


def leases(network: Network) -> list[Lease]:
    """The leases, in the order of the addresses."""
    every = pools(network)
    manual = [lease for pool in every if (lease := _manual(pool)) is not None]
    kept = {lease.address for lease in manual}
    excluded = _excluded(network)
    given = []
    for device in [*network.phones.sccp.registered(), *network.phones.sip.registered()]:
        address = IPv4Address(device.current_address or "0.0.0.0")
        pool = next((pool for pool in every if pool.network is not None and address in pool.network), None)
        if pool is None or address in kept or any(low <= address <= high for low, high in excluded):
            continue
        start, ends = _times(network, pool, device.changed_at)
        if start > network.leases_cleared.get(str(address), -1):
            given.append(Lease(address, client_id(device.mac), ends, False, pool.name))
    return sorted([*manual, *given], key=lambda lease: lease.address)


def clear(network: Network, address: str = "") -> bool:
    """Ends leases; a phone has one again when it renews it.

    Args:
        network: the router's network.
        address: the address of the lease; "" for all that are not manual.

    Returns:
        False if there is no lease of this address.
    """
    ended = [str(lease.address) for lease in leases(network) if not lease.manual and address in ("", str(lease.address))]
    for text in ended:
        network.leases_cleared[text] = network.clock.uptime()
    return bool(ended) or not address


def client_id(mac: str) -> str:
    """The client identifier of a MAC address: `0102.005e.0053.01`."""
    digits = "01" + mac.replace(".", "").lower()
    return ".".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def _excluded(network: Network) -> list[tuple[IPv4Address, IPv4Address]]:
    commands = network.config.root.all("ip_dhcp_excluded_address")
    pairs = [(str(command.fields["low"]), str(command.fields.get("high", command.fields["low"]))) for command in commands]
    return [(IPv4Address(low), IPv4Address(high)) for low, high in pairs]


def _network(section: Section) -> IPv4Network | None:
    address = field(section, "network", "network")
    mask = field(section, "network", "mask") or field(section, "network", "prefix_length").removeprefix("/")
    if not address:
        return None
    try:
        return IPv4Network(f"{address}/{mask}" if mask else _classful(IPv4Address(address)), strict=False)
    except ValueError:  # a mask with holes
        return None


def _classful(address: IPv4Address) -> str:
    return f"{address}/{class_length(int(address))}"


def _manual(pool: Pool) -> Lease | None:
    address = field(pool.section, "host", "address")
    client = field(pool.section, "client_identifier", "identifier") or field(pool.section, "hardware_address", "mac").lower()
    return Lease(IPv4Address(address), client, None, True, pool.name) if address and client else None


def _times(network: Network, pool: Pool, since: int) -> tuple[int, datetime | None]:
    """When the lease of a phone was last renewed, in seconds since boot, and when it ends; a client renews it after half of its time."""
    if field(pool.section, "lease", "lease") == "infinite":
        return since, None
    days, hours, minutes = (int(field(pool.section, "lease", name) or 0) for name in ("days", "hours", "minutes"))
    length = (days * _DAY + hours * 3600 + minutes * 60) or _DAY
    half = max(1, length // 2)
    renewed = since + (network.clock.uptime() - since) // half * half
    return renewed, network.clock.boot + timedelta(seconds=renewed + length)
