"""Checks of switches: the default VLAN, VTP, extended VLANs, priorities of the spanning tree, dynamic ports."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.number_lists import list_of, numbers_of
from iossim.config.printed import ios_version
from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command
from iossim.versions import is_before

_STEPS = (
    "% Bridge Priority must be in increments of 4096.\n"
    "% Allowed values are:\n"
    "  0     4096  8192  12288 16384 20480 24576 28672\n"
    "  32768 36864 40960 45056 49152 53248 57344 61440"
)

#: The last VLAN of which VTP tells other switches; those for other media follow, and are always there.
_LAST_NORMAL = 1005
_EXTENDED = (
    "% Failed to create VLANs {}\nExtended VLAN(s) not allowed in current VTP mode.\n%Failed to commit extended VLAN(s) changes.\n"
)


def default_vlan(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """VLAN 1, which always is there, and has its name; any VLAN of a VTP client, which has those of its server. A file may have them."""
    mode = configuration.root.get("vtp_mode") if command.name == "vlan" and configuration.ports is not None else None
    if mode is not None and not mode.negative and mode.words[2] == "client":
        yield Refusal("VTP VLAN configuration not allowed when device is in CLIENT mode.")
        return
    if command.name == "name" and section.key == ("1",):
        yield Refusal("Default VLAN 1 may not have its name changed.")
    elif command.name == "vlan" and command.negative and command.words[-1] == "1":
        yield Refusal("Default VLAN 1 may not be deleted.")


def extended_vlans(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """VLANs above 1005, which a VTP server of version 1 or 2 does not have; a switch is one if it is told nothing else."""
    extended = {number for number in numbers_of(command.words[-1]) if number > _LAST_NORMAL}
    mode, version = section.get("vtp_mode"), section.get("vtp_version")
    if not extended or command.negative or command.reset or (version is not None and version.words[-1] == "3"):
        return
    if mode is None or mode.negative or mode.words[2] == "server":
        yield Refusal(_EXTENDED.format(list_of(extended)), ordered=True, lacks=() if mode is not None else ("vtp", "mode"))


def tree_priority(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A priority of the spanning tree between two steps."""
    if command.negative or command.reset or (section.parent is None and _takes_any_priority(section)):
        return
    if int(command.words[-1]) % (4096 if section.parent is None else 16):
        yield Refusal(_STEPS if section.parent is None else "% Port Priority in increments of 16 is required")


def _takes_any_priority(root: Section) -> bool:
    """True where bridge IDs have no number of the VLAN: the switch module of a router with 12.4 takes every priority."""
    ios = ios_version(root)
    return ios != "" and not is_before("12.4", ios) and root.get("spanning_tree_extend_system_id") is None


def vtp(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A new domain, mode or password of VTP; the switch takes it."""
    if command.negative or command.reset:
        return
    before, new = section.get(command.name), command.words[2]
    if command.name == "vtp_domain":
        old = before.words[2] if before is not None else "NULL"
        yield Notice(f"Domain name already set to {new}." if old == new else f"Changing VTP domain name from {old} to {new}")
    elif command.name == "vtp_password":
        yield Notice(f"Setting device VTP password to {new}")
    elif (before.words[2] if before is not None else "server") == new:
        yield Notice(f"Device mode already VTP {new.capitalize()} for VLANS.")
    else:
        yield Notice(f"Setting device to VTP {new.capitalize()} mode for VLANS.")


def static_port(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """Port security of a port that may become a trunk by itself, as every port of a switch may; a template may set another mode."""
    if section.mode.name != "interface" or not section.key or section.all("source_template") or command.negative or command.reset:
        return
    mode = section.get("switchport_mode")
    if mode is None or mode.negative or "dynamic" in mode.words:
        message = f"Command rejected: {section.key[0]} is a dynamic port."
        yield Refusal(message, ordered=True, lacks=() if mode is not None else ("switchport", "mode"))
