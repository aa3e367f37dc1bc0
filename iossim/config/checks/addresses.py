"""Checks of IP addresses: masks, networks that overlap, subinterfaces without encapsulation, VRFs, static routes."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.ipv4 import ALL_ONES, number, prefix_length, text
from iossim.config.networks import host_key, vlan_key
from iossim.config.ports import kind_of
from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command

#: The rules that give an interface an address.
_ADDRESSES = ("ip_address", "ip_address_secondary")
#: The rules that configure a VRF.
_VRFS = ("vrf_definition", "ip_vrf")
_NO_ENCAPSULATION = (
    "\n% Configuring IP routing on a LAN subinterface is only allowed if that\n"
    "subinterface is already configured as part of an IEEE 802.10, IEEE 802.1Q,\n"
    "or ISL vLAN.\n"
)


def _is_ethernet(name: str) -> bool:
    return kind_of(name).endswith("Ethernet")


def _addresses(section: Section) -> Iterator[tuple[int, int]]:
    """The addresses of an interface and their masks."""
    for identity, command in section.entries.items():
        if identity[0] in _ADDRESSES and not command.negative and "mask" in command.fields:
            yield number(str(command.fields["address"])), number(str(command.fields["mask"]))


def vrf_of(section: Section) -> str:
    """The VRF of an interface; "" where it is in none."""
    command = section.get("vrf_forwarding") or section.get("ip_vrf_forwarding")
    return command.words[-1] if command is not None else ""


def host_address(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """An address and mask that no interface can have, or that is in the network of another interface."""
    fields = command.fields
    if command.negative or command.reset or "mask" not in fields:
        return
    shown, mask = str(fields["address"]), number(str(fields["mask"]))
    address, length = number(shown), prefix_length(mask)
    name = section.key[0] if section.key else ""
    if _is_ethernet(name) and "." in name and section.get("encapsulation") is None:
        yield Refusal(_NO_ENCAPSULATION, ordered=True)
    elif address >> 24 in (0, 127) or address >> 24 >= 224:
        yield Refusal(f"Not a valid host address - {shown}")
    elif length <= 0:
        yield Refusal(f"Bad mask 0x{mask:X} for address {shown}")
    elif length < 31 and address & ~mask & ALL_ONES in (0, ~mask & ALL_ONES):
        yield Refusal(f"Bad mask /{length} for address {shown}")
    else:
        yield from _overlap(configuration, section, address, mask)
        if length == 31 and _is_ethernet(name):
            yield Notice("% Warning: use /31 mask on non point-to-point interface cautiously")


def secondary(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """The first address as a second one; the first address that is removed before the other addresses."""
    first, fields = section.get("ip_address"), command.fields
    if first is None or first.negative or "mask" not in fields or fields["address"] != first.fields.get("address"):
        return
    if command.name == "ip_address_secondary":
        if not (command.negative or command.reset):
            yield Refusal("Secondary can't be same as primary", ordered=True)
    elif command.negative and any(identity[0] == "ip_address_secondary" for identity in section.entries):
        yield Refusal("Must delete secondary before deleting primary")


def _overlap(configuration: Configuration, section: Section, address: int, mask: int) -> Iterator[Refusal]:
    vrf = vrf_of(section)
    for other in configuration.values.overlapping(address, prefix_length(mask)):
        if other is not section and vrf_of(other) == vrf:
            message = f"% {text(address & mask)} overlaps with {other.key[0]}"
            up = configuration.ports is not None and section.get("shutdown") is None
            yield Refusal(f"{message}\n{section.key[0]}: incorrect IP address assignment" if up else message, ordered=True)
            return


def vlan(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """A VLAN that another subinterface of the same interface has already."""
    fields = command.fields
    if command.negative or command.reset or not section.key or "second" in fields:
        return
    for other in configuration.values.at(vlan_key(section, str(fields["vlan"]))):
        if other is not section:
            yield Refusal(
                "%Configuration of multiple subinterfaces of the same main\n"
                f"interface with the same VID ({fields['vlan']}) is not permitted.\n"
                f"This VID is already configured on {other.key[0]}.",
                ordered=True,
            )
            return


def vrf_change(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """A VRF that is not configured; one that takes the addresses of the interface away."""
    before = vrf_of(section)
    now = "" if command.negative or command.reset else command.words[-1]
    if now and configuration.ports is not None and not any(configuration.section(rule, now) for rule in _VRFS):
        yield Refusal(f"% VRF {now} not configured.")
        return
    if before != now and any(_addresses(section)):
        why = f"enabling VRF {now}" if now else f"disabling VRF {before}"
        yield Notice(f"% Interface {section.key[0]} IPv4 disabled and address(es) removed due to {why}")


def static_route(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """A route whose network does not fit its mask, whose next hop is the router itself, or that is not there to be removed."""
    fields = command.fields
    if command.negative or command.reset:
        given = command.form.identity(command.words)
        if configuration.ports is not None and not any(identity[: len(given)] == given for identity in section.entries):
            yield Refusal("%No matching route to delete")
        return
    network, mask = number(str(fields["network"])), number(str(fields["mask"]))
    if prefix_length(mask) < 0 or network & ~mask & ALL_ONES:
        yield Refusal("%Inconsistent address and mask")
        return
    hop = next((word for word in command.words[4:] if word.count(".") == 3 and word.replace(".", "").isdigit()), "")
    outgoing = str(fields.get("next_hop", "")).partition(" ")[0]
    if hop and "vrf" not in fields and any(not vrf_of(other) for other in configuration.values.at(host_key(number(hop)))):
        yield Refusal("%Invalid next hop address (it's this router)", ordered=True)
    if not hop and network == mask == 0 and (_is_ethernet(outgoing) or kind_of(outgoing) == "Loopback"):
        yield Notice("%Default route without gateway, if not a point-to-point interface, may impact performance")


def virtual_address(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A virtual address that is in no network of its interface; the router takes it."""
    if command.negative or command.reset or "address" not in command.fields:
        return
    virtual = number(str(command.fields["address"]))
    if all((virtual ^ address) & mask for address, mask in _addresses(section)):
        yield Notice("% Warning: address is not within a subnet on this interface")


def address_range(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A range of addresses whose last address is below its first."""
    if not command.negative and number(str(command.fields["high"])) < number(str(command.fields["low"])):
        yield Refusal("% Bad IP address range.")
