"""The neighbours that speak CDP and LLDP: the simulated phones of the connected networks."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address

from iossim.router.facts.interface_kinds import usual_load
from iossim.router.fields import is_set
from iossim.router.network.hosts import phones
from iossim.router.network.interfaces import Interface, interfaces
from iossim.router.network.state import Network

#: Seconds between two announcements of a phone, and for which one is valid.
INTERVAL = 60
HOLD = 180


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One phone.

    Attributes:
        name: its device name, `SEP…`.
        mac: its MAC address.
        address: its IP address.
        port: the interface of the router that it is at; the main one if it is in the network of a subinterface.
        model: its type, such as `7965`.
        load: its firmware.
        hold: seconds for which its last announcement is valid.
        since: when it registered, in seconds since boot.
    """

    name: str
    mac: str
    address: IPv4Address
    port: Interface
    model: str
    load: str
    hold: int
    since: int


def neighbours(network: Network, rule: str) -> list[Neighbour]:
    """The neighbours at the interfaces that listen, in the order of the interfaces.

    Args:
        network: the router's network.
        rule: the command by which an interface listens: `cdp_enable` or `lldp_receive`.
    """
    now = network.clock.uptime()
    mains = {port.name: port for port in interfaces(network) if not port.is_sub and listens(port, rule)}
    return [
        Neighbour(
            device.name,
            device.mac,
            address,
            mains[port.main],
            device.reported,
            device.load or usual_load(device.reported, device.sip),
            HOLD - (now - device.changed_at) % INTERVAL,
            device.changed_at,
        )
        for device, address, port in phones(network)
        if device.mac and port.main in mains
    ]


def listens(port: Interface, rule: str) -> bool:
    """True if an interface listens to a protocol: it is an Ethernet port, and the protocol is not off on it."""
    command = port.section.get(rule)
    return port.kind.ethernet and not (command is not None and command.negative)


def cdp_runs(network: Network) -> bool:
    """True unless CDP is off (`no cdp run`)."""
    command = network.config.root.get("cdp_run")
    return command is None or not command.negative


def lldp_runs(network: Network) -> bool:
    """True if LLDP is on (`lldp run`)."""
    return is_set(network.config.root, "lldp_run")
