"""Packets to an address: which router or host answers. Nothing is sent."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address

from iossim.router.network import arp
from iossim.router.network.groups import virtual
from iossim.router.network.hosts import mac_of_host
from iossim.router.network.interfaces import addressed, interface
from iossim.router.network.routes import exit_of, routes
from iossim.router.network.state import Network

#: Bytes of the Ethernet header and trailer around a packet.
_FRAME = 18


@dataclass(frozen=True, slots=True)
class Answer:
    """The way of packets to an address.

    Attributes:
        answers: the host answers.
        lost: how many of the first packets are lost, while the address is not in the ARP table.
        own: the address is one of the router.
        hop: the first router on the way that answers; None if the host is in a connected network, or nobody answers.
    """

    answers: bool
    lost: int = 0
    own: bool = False
    hop: IPv4Address | None = None


_NOBODY = Answer(False)


def reach(network: Network, address: IPv4Address, vrf: str = "") -> Answer:
    """The answer of an address; the ARP table gets what was resolved on the way.

    Args:
        network: the router's network.
        address: the destination.
        vrf: the VRF; "" for the global table.
    """
    if is_own(network, address, vrf):
        return Answer(True, own=True)
    way = exit_of(routes(network, vrf), address)
    if way is None or vrf:
        return _NOBODY
    name, hop = way
    port = interface(network, name)
    if port is None or not port.kind.ethernet:
        return _NOBODY
    known = arp.has(network, hop)
    if not mac_of_host(network, hop):
        network.unresolved[str(hop)] = network.clock.uptime()
        return _NOBODY
    if not known:
        network.unresolved.pop(str(hop), None)
        network.resolved[str(hop)] = network.clock.uptime()
    if hop != address:
        return Answer(False, hop=hop)
    return Answer(True, lost=0 if known else 1)


def is_own(network: Network, address: IPv4Address, vrf: str = "") -> bool:
    """True if the router itself answers for an address: it is that of an interface that is up, or of an active group."""
    own = any(own.ip == address for _, own in addressed(network, vrf))
    return own or any(group.address == str(address) for group in virtual(network, vrf))


def count(network: Network, address: IPv4Address, sent: list[int], received: list[int]) -> None:
    """Adds the packets of a ping to the counters of the interface that they leave by.

    Args:
        network: the router's network.
        address: the destination.
        sent: the sizes of the packets in bytes.
        received: the sizes of the answers in bytes.
    """
    way = exit_of(routes(network), address)
    port = interface(network, way[0]) if way is not None else None
    if port is None or is_own(network, address):
        return
    port.counters.packets_out += len(sent)
    port.counters.bytes_out += sum(sent) + len(sent) * _FRAME
    port.counters.packets_in += len(received)
    port.counters.bytes_in += sum(received) + len(received) * _FRAME
