"""The hosts of the connected networks: simulated phones, and hosts that the configuration names (next hops, servers)."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import AddressValueError, IPv4Address

from iossim.language import Command
from iossim.router.facts.interface_kinds import HOST_MAC
from iossim.router.network.interfaces import Interface, Locator, mac_text
from iossim.router.network.state import Network
from iossim.router.phones import Device

#: The commands that name a host: of global configuration, of a DHCP pool, and of a dial peer.
_GLOBAL = frozenset({"ip_route", "ip_default_gateway", "ip_name_server", "ip_host", "ntp_server"})
_POOL = frozenset({"default_router", "dns_server", "option", "next_server"})
_DIAL_PEER = frozenset({"session_target"})


def phones(network: Network) -> Iterator[tuple[Device, IPv4Address, Interface]]:
    """The registered phones in a connected network, with their addresses and the interfaces that they are at."""
    locator = Locator(network)
    for device in [*network.phones.sccp.registered(), *network.phones.sip.registered()]:
        address = _address(device.current_address)
        port = locator.at(address) if address is not None else None
        if address is not None and port is not None:
            yield device, address, port


def mac_of_host(network: Network, address: IPv4Address) -> str:
    """The MAC address of a host of a connected network that answers; "" if there is no such host."""
    phone = next((device for device, own, _ in phones(network) if own == address), None)
    if phone is not None:
        return phone.mac.lower()
    return mac_text(HOST_MAC + int(address)) if address in _named(network) else ""


def host_address(network: Network, name: str) -> IPv4Address | None:
    """The address of a host by its address or its name (`ip host`); None if it is not known."""
    address = _address(name)
    if address is not None:
        return address
    command = network.config.root.get("ip_host", name)
    return next(_addresses(command), None) if command is not None else None


def host_name(network: Network, address: IPv4Address) -> str:
    """The name of a host in the configuration (`ip host`); "" for none."""
    for command in network.config.root.all("ip_host"):
        if address in _addresses(command):
            return str(command.fields.get("name", ""))
    return ""


def _named(network: Network) -> set[IPv4Address]:
    """The addresses of hosts in the configuration."""
    root = network.config.root
    places = [(root, _GLOBAL)]
    places += [(section, _POOL) for section in root.any_sections("ip_dhcp_pool")]
    places += [(section, _DIAL_PEER) for section in root.any_sections("dial_peer_voice")]
    return {
        address
        for section, rules in places
        for (rule, *_), command in section.entries.items()
        if rule in rules and not command.negative
        for address in _addresses(command)
    }


def _addresses(command: Command) -> Iterator[IPv4Address]:
    words = str(command.fields["next_hop"]).split() if command.name == "ip_route" else command.words
    for word in words:
        address = _address(word.removeprefix("ipv4:"))
        if address is not None:
            yield address


def _address(text: str) -> IPv4Address | None:
    try:
        return IPv4Address(text)
    except AddressValueError:
        return None
