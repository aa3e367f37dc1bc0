"""The ARP table: own addresses, phones, and the addresses that `ping` asked for."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address

from iossim.router.network.groups import virtual
from iossim.router.network.hosts import mac_of_host, phones
from iossim.router.network.interfaces import Locator, addressed
from iossim.router.network.state import Network

#: Seconds for which an entry is kept, and for which an address without an answer is shown.
_TIMEOUT = 14_400
_INCOMPLETE = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ARP table.

    Attributes:
        address: the IP address.
        mac: the MAC address; "" if nobody answered.
        interface: the full name of the interface; "" if nobody answered.
        age: minutes since it was resolved; None for an own address.
        vlan: the VLAN of the interface; "" for none.
    """

    address: IPv4Address
    mac: str
    interface: str
    age: int | None = None
    vlan: str = ""


def entries(network: Network, vrf: str = "") -> list[Entry]:
    """The ARP table, in the order of the addresses.

    Args:
        network: the router's network.
        vrf: the VRF; "" for the global table.
    """
    table = {entry.address: entry for entry in _own(network, vrf)}
    if not vrf:
        for device, address, port in phones(network):
            if port.kind.ethernet:
                table.setdefault(
                    address, Entry(address, device.mac.lower(), port.name, _age(network, device.changed_at), port.vlan)
                )
        for entry in _asked(network):
            table.setdefault(entry.address, entry)
    return [table[address] for address in sorted(table)]


def has(network: Network, address: IPv4Address) -> bool:
    """True if the ARP table has the MAC address of an IP address."""
    return any(entry.mac for entry in entries(network) if entry.address == address)


def clear(network: Network) -> None:
    """Clears the table: the router asks again for the addresses of phones, and forgets the others."""
    network.arp_cleared_at = network.clock.uptime()
    network.resolved.clear()
    network.unresolved.clear()


def _own(network: Network, vrf: str) -> list[Entry]:
    own = []
    for port, address in addressed(network, vrf):
        if port.kind.ethernet:
            own.append(Entry(address.ip, port.mac, port.name, vlan=port.vlan))
    own += [Entry(IPv4Address(group.address), group.mac, group.port.name, vlan=group.port.vlan) for group in virtual(network, vrf)]
    return own


def _asked(network: Network) -> list[Entry]:
    now, asked, locator = network.clock.uptime(), [], Locator(network)
    for text, when in network.resolved.items():
        address = IPv4Address(text)
        port, mac = locator.at(address), mac_of_host(network, address)
        if port is not None and mac and now - when < _TIMEOUT:
            asked.append(Entry(address, mac, port.name, (now - when) // 60, port.vlan))
    for text, when in network.unresolved.items():
        if now - when < _INCOMPLETE:
            asked.append(Entry(IPv4Address(text), "", "", 0))
    return asked


def _age(network: Network, since: int) -> int:
    """The age of the entry of a phone, which is resolved again every four hours."""
    return (network.clock.uptime() - max(since, network.arp_cleared_at)) % _TIMEOUT // 60
