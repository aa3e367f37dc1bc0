"""Messages of switched ports, and what a port makes: its VLAN, the interface of its bundle (`//@ follow-up`)."""

from __future__ import annotations

from iossim.config import Configuration, Section
from iossim.config.number_lists import numbers_of
from iossim.config.own_lines import open_line
from iossim.language import Command

_PORTFAST = (
    "%Warning: portfast should only be enabled on ports connected to a single\n"
    " host. Connecting hubs, concentrators, switches, bridges, etc... to this\n"
    " interface  when portfast is enabled, can cause temporary bridging loops.\n"
    " Use with CAUTION\n\n"
)


def vlan_of(configuration: Configuration, command: Command) -> str:
    """Makes the VLAN of an access port, if it is not there; returns the message of the router."""
    number = command.words[-1]
    if command.negative or command.reset or number in ("1", "dynamic") or _has_vlan(configuration.root, int(number)):
        return ""
    open_line(configuration, configuration.root, f"vlan {number}")
    return f"% Access VLAN does not exist. Creating vlan {number}\n"


def _has_vlan(root: Section, number: int) -> bool:
    """True if a line such as `vlan 10,20-30` makes a VLAN."""
    return any(number in numbers_of(section.key[0]) for section in root.any_sections("vlan"))


def bundle_of(configuration: Configuration, command: Command) -> str:
    """Makes the interface of the bundle that a port joins, if it is not there; returns the message of the router."""
    if command.negative or command.reset:
        return ""
    number = command.words[1]
    if configuration.root.section("interface", f"Port-channel{number}") is not None:
        return ""
    open_line(configuration, configuration.root, f"interface Port-channel{number}")
    return f"Creating a port-channel interface Port-channel {number}\n"


def portfast_warning(section: Section, command: Command) -> str:
    """The warning about a port that forwards as soon as its link is up; "" for another setting."""
    if command.negative or command.reset or command.words[-1] in ("disable", "network"):
        return ""
    ports = section.members or (section,)
    if command.words[-1] == "trunk":
        return _PORTFAST * len(ports)
    return "".join(
        f"{_PORTFAST}%Portfast has been configured on {port.key[0]} but will only\n"
        " have effect when the interface is in a non-trunking mode.\n"
        for port in ports
    )
