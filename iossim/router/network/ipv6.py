"""IPv6 of the interfaces: link-local and global addresses, and the routes that follow from them."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Interface, IPv6Network

from iossim.router.fields import is_set
from iossim.router.network.interfaces import Interface, interface, interfaces
from iossim.router.network.state import Network

_LINK_LOCAL = IPv6Network("FE80::/10")


@dataclass(frozen=True, slots=True)
class Route6:
    """One IPv6 route: code (`C`, `L` or `S`), network, next hop and interface, "" for none."""

    code: str
    network: IPv6Network
    next_hop: str
    interface: str


def text6(address: IPv6Address | IPv6Network | IPv6Interface) -> str:
    """An address or network as IOS prints it, in capital letters."""
    return str(address).upper()


def is_on(port: Interface) -> bool:
    """True if an interface has IPv6."""
    return is_set(port.section, "ipv6_enable") or bool(port.section.all("ipv6_address"))


def link_local(port: Interface) -> IPv6Address:
    """The link-local address: the one that was set, else one made from the MAC address."""
    for command in port.section.all("ipv6_address"):
        if "link-local" in command.keywords:
            return IPv6Address(str(command.fields["address"]))
    digits = int((port.mac or "0200.5e00.5300").replace(".", ""), 16)
    host = (digits >> 24 << 40 | 0xFFFE << 24 | digits & 0xFF_FFFF) ^ 1 << 57
    return IPv6Address(int(_LINK_LOCAL.network_address) + host)


def addresses(port: Interface) -> list[IPv6Interface]:
    """The global addresses; the last 64 bits of one with `eui-64` come from the MAC address."""
    own = []
    for command in port.section.all("ipv6_address"):
        if "link-local" in command.keywords:
            continue
        address = IPv6Interface(str(command.fields["address"]))
        if "eui-64" in command.keywords:
            host = int(link_local(port)) & 0xFFFF_FFFF_FFFF_FFFF
            address = IPv6Interface(f"{IPv6Address(int(address.network.network_address) | host)}/{address.network.prefixlen}")
        own.append(address)
    return own


def routes6(network: Network, vrf: str = "") -> list[Route6]:
    """The IPv6 routes of the global table or of a VRF, in the order of the networks."""
    table = [Route6("L", IPv6Network("FF00::/8"), "receive", "Null0")]
    for port in interfaces(network):
        if not port.is_up or port.vrf != vrf:
            continue
        for address in addresses(port):
            table.append(Route6("C", address.network, "", port.name))
            if address.network.prefixlen < 128:
                table.append(Route6("L", IPv6Network(address.ip), "receive", port.name))
    return sorted(
        [*table, *_static(network, table, vrf)], key=lambda route: (int(route.network.network_address), route.network.prefixlen)
    )


def _static(network: Network, own: list[Route6], vrf: str) -> list[Route6]:
    """The static routes over an interface that is up, or by a next hop in a connected network."""
    static = []
    for command in network.config.root.all("ipv6_route"):
        if command.fields.get("vrf", "") != vrf:
            continue
        *names, hop = str(command.fields["next_hop6"]).split()
        if ":" not in hop:
            names, hop = [hop], ""
        port = interface(network, names[0]) if names else None
        reached = any(route.code == "C" and IPv6Address(hop) in route.network for route in own) if hop and not names else False
        if reached or (names and (names[0] == "Null0" or (port is not None and port.is_up))):
            static.append(Route6("S", IPv6Network(str(command.fields["prefix"]), strict=False), hop, names[0] if names else ""))
    return static


def is_own6(network: Network, address: IPv6Address) -> bool:
    """True if an interface that is up has an IPv6 address."""
    ports = [port for port in interfaces(network) if port.is_up and is_on(port)]
    return any(address == link_local(port) or address in {own.ip for own in addresses(port)} for port in ports)
