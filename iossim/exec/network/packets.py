"""The destination and the source of packets that ping and traceroute send: addresses, names, interfaces and VRFs."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address

from iossim.router import RouterCore
from iossim.router.fields import is_set
from iossim.router.network.hosts import host_address
from iossim.router.network.interfaces import addressed, interface

BAD_SOURCE = "% Invalid source interface - IP not enabled or interface is down"
NOT_OWN = "% Invalid source address- IP address not on any of our up interfaces"
UNKNOWN_HOST = "% Unrecognized host or address, or protocol not running."


@dataclass(frozen=True, slots=True)
class Ends:
    """The two ends of the packets.

    Attributes:
        destination: the destination; None if nothing can be sent.
        source: the source that was asked for; None for the one of the interface.
        refusal: the lines that the router prints if nothing can be sent.
    """

    destination: IPv4Address | None
    source: IPv4Address | None = None
    refusal: tuple[str, ...] = ()


def ends(router: RouterCore, host: str, source: str, vrf: str) -> Ends:
    """The two ends of packets.

    Args:
        router: the router.
        host: address or name of the destination.
        source: address or full name of an interface; "" for none.
        vrf: the VRF; "" for the global table.
    """
    root = router.config.root
    if vrf and root.section("vrf_definition", vrf) is None and root.section("ip_vrf", vrf) is None:
        return Ends(None, refusal=(f"% VRF {vrf} does not exist",))
    destination = host_address(router.network, host)
    if destination is None:
        asks = is_set(root, "ip_domain_lookup")
        translating = (f'Translating "{host}"...domain server (255.255.255.255)',) if asks else ()
        return Ends(None, refusal=(*translating, UNKNOWN_HOST, ""))
    if not source:
        return Ends(destination)
    port = interface(router.network, source)
    if port is not None:
        address = port.address
        return Ends(destination, address.ip) if address is not None and port.is_up else Ends(None, refusal=(BAD_SOURCE,))
    if any(str(own.ip) == source for _, own in addressed(router.network, vrf)):
        return Ends(destination, IPv4Address(source))
    return Ends(None, refusal=(NOT_OWN,))


def last_of(value: str | list[str]) -> int:
    """The number of an option; the last one counts if it was typed twice."""
    return int(value if isinstance(value, str) else value[-1])
