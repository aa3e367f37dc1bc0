"""Tracked objects, and the operations of IP SLA that some of them watch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config import Section
from iossim.language.notations.interfaces import interface_name
from iossim.router.network.hosts import host_address, mac_of_host
from iossim.router.network.interfaces import addressed, interface
from iossim.router.network.state import Network


@dataclass(frozen=True, slots=True)
class Tracked:
    """One tracked object.

    Attributes:
        number: its number.
        kind: `interface` or `ip sla`, or the first word of another kind.
        target: the full name of the interface, or the number of the operation.
        parameter: what of the target is watched, such as `line-protocol`.
        is_up: its state; an object of another kind is down.
    """

    number: str
    kind: str
    target: str
    parameter: str
    is_up: bool


def tracked(network: Network) -> Iterator[Tracked]:
    """The tracked objects, by number."""
    for command in network.config.root.all("track"):
        number, *words = command.words[1:]
        if words[0] == "interface" and len(words) > 1:
            name = interface_name(words[1]) or words[1]
            yield Tracked(number, "interface", name, " ".join(words[2:]), is_port_up(network, name))
            continue
        sla = words[2:3] if words[:2] == ["ip", "sla"] else words[1:2] if words[0] == "rtr" else []
        section = network.config.root.section("ip_sla", *sla) if sla else None
        up = section is not None and is_running(network, section) and answers(network, section)
        yield Tracked(number, "ip sla" if sla else words[0], "".join(sla), words[-1], up)


def is_up(network: Network, number: str) -> bool:
    """The state of a tracked object; one that is not configured is down."""
    return any(one.is_up for one in tracked(network) if one.number == number)


def is_port_up(network: Network, name: str) -> bool:
    """True if the router has an interface, and it is up."""
    port = interface(network, name)
    return port is not None and port.is_up


def operation(section: Section) -> tuple[str, str]:
    """The type of an operation and its target; the target is "" if there is none."""
    for rule in section.mode.prompting:
        for command in section.all(rule.base):
            return command.words[0], next(iter(command.words[1:]), "")
    return "unknown", ""


def is_running(network: Network, section: Section) -> bool:
    """True if an operation was started (`ip sla schedule`)."""
    return network.config.root.get("ip_sla_schedule", section.key[0]) is not None


def answers(network: Network, section: Section) -> bool:
    """True if the target of an operation answers: it is the router itself, or a host of a connected network."""
    target = host_address(network, operation(section)[1])
    if target is None:
        return False
    connected = [address for _, address in addressed(network) if target in address.network]
    return any(address.ip == target for address in connected) or (bool(connected) and bool(mac_of_host(network, target)))
