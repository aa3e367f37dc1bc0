"""Messages about commands that took effect, which need keys, hashes or the log of the router (`//@ follow-up`)."""

from __future__ import annotations

from collections.abc import Callable

from iossim.config import Section
from iossim.language import Command, match
from iossim.router import switching
from iossim.router.channels import make, remove
from iossim.router.facts.chassis import REGISTER
from iossim.router.fields import is_set
from iossim.router.keys import KeyOwner, report_ssh, self_signed
from iossim.router.network import processes
from iossim.router.network.nat import NAME, has_nvi, translating
from iossim.router.phones.extension import CHANNELS
from iossim.router.secrets import reveal_type7, verify
from iossim.router.templates import in_force

#: Returns the text that the router prints, for negative commands too. `new` is True if the command is not negative, and none of its
#: identity stood there before.
Note = Callable[[KeyOwner, Section, Command, bool], str]


def ssh(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001 (a note like any other)
    """`ip ssh version`: before there are keys, a hint; later, log messages about the change."""
    if router.keys:
        report_ssh(router)
    elif not (command.negative or command.reset) and command.words[-1] == "2":
        return "Please create RSA keys to enable SSH (and of atleast 768 bits for SSH v2).\n"
    return ""


def https(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """`ip http secure-server` for the first time: the router makes a certificate."""
    return self_signed(router) if new or (not command.negative and not command.reset and not router.keys) else ""


def same_secret(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """An `enable secret` that is the enable password, or an `enable password` that is the enable secret."""
    secret, password = section.get("enable_secret"), section.get("enable_password")
    if secret is None or password is None or command.negative or command.reset:
        return ""
    hidden = password.words[-1].strip('"')
    clear = reveal_type7(hidden) if "7" in password.words[2:-1] else hidden
    if not verify(clear, secret.words[-1].strip('"'), secret.words[-2]):
        return ""
    typed, other = ("secret", "password") if command.name == "enable_secret" else ("password", "secret")
    return (
        f"The enable {typed} you have chosen is the same as your enable {other}.\n"
        f"This is not recommended.  Re-enter the enable {typed}.\n"
    )


def register(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """`config-register`: the register of the next start, which the router keeps whether the configuration is saved or not."""
    router.next_register = REGISTER if command.negative or command.reset else command.words[-1].lower()
    return ""


def router_id(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """A router ID for an OSPF process that runs with another one, or none any more; it runs when an interface may take part."""
    lines = any(identity[0] == "network" for identity in section.entries)
    ports = router.config.root.any_sections("interface")
    if not _has_address(router) or not (lines or any(port.get("ip_ospf", section.key[0]) is not None for port in ports)):
        return ""
    return '% OSPF: Reload or use "clear ip ospf process" command, for this to take effect\n'


def no_router_id(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """An OSPF process that begins while no interface with an address is up: a log message."""
    if new and not _has_address(router):
        process = command.fields["process"]
        router.log("OSPF", 4, "NORTRID", f"OSPF process {process} failed to allocate unique router-id and cannot start")
    return ""


def no_router_id6(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """An OSPF process for IPv6 that begins while no interface with an IPv4 address is up: a log message."""
    if new and command.fields["process6"] == f"ospf {command.words[-1]}" and not _has_address(router):
        process = f"OSPFv3-{command.words[-1]}-IPv6"
        router.log("OSPFv3", 4, "NORTRID", f"Process {process} could not pick a router-id, please configure manually")
    return ""


def ipv6_forwarding(router: KeyOwner, section: Section, command: Command, new: bool) -> str:
    """`ipv6 unicast-routing`: express forwarding of IPv6 goes on with it, beside that of IPv4, and off again with the routing.

    Nothing where the configuration says nothing about it.
    """
    off, ipv4 = command.negative or command.reset, section.get("ip_cef")
    if section.get("ipv6_cef") is not None and (off or (new and (ipv4 is None or not ipv4.negative))):
        forwarding = match(section.mode, "no ipv6 cef" if off else "ipv6 cef")
        assert isinstance(forwarding, Command)
        router.config.store(section, forwarding.form.identity(forwarding.words), forwarding)
    return ""


def area_change(router: KeyOwner, section: Section, command: Command, new: bool) -> str:
    """A `network` line of OSPF that takes an interface from another area: a log message."""
    change = processes.area_change(router.network, section, command) if new else ""
    if change:
        router.log("OSPF", 6, "AREACHG", change)
    return ""


def _has_address(router: KeyOwner) -> bool:
    for section in router.config.root.any_sections("interface"):
        address, off = section.get("ip_address"), section.get("shutdown")
        if address is not None and not address.negative and (off is None or off.negative):
            return True
    return False


def first_nat(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """NAT at the first interface: a log message about the interface that the router makes for it.

    Where NAT ends at an interface, nothing turns the reassembly of fragments on, so that its `no` form goes, too.
    """
    if new and has_nvi(router.config) and len(translating(router.config)) == 1:
        router.log("LINEPROTO", 5, "UPDOWN", f"Line protocol on Interface {NAME}, changed state to up")
    reassembly = section.get("ip_virtual_reassembly", "in")
    if section.get("ip_nat") is None and reassembly is not None and reassembly.negative:
        router.config.drop(section, reassembly.form.identity(reassembly.words))
    return ""


def ephone_template(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """Another template of a phone; the phone's file cannot be written while the type of the phone is not known."""
    if command.negative or command.reset:
        return ""
    text = (
        "The ephone template tag has been changed under this ephone,\n"
        "please execute create cnf-files under telephony-services\n"
        "and restart or reset ephone to take effect.\n"
    )
    if is_set(in_force(router.config, section), "type"):
        return text
    return f"Cannot update the CNF file for phone-{section.key[0]} with type (0)\n\n{text}"


def channels_up(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """A new ephone-dn: a log message for each of its channels, which are interfaces inside of the router."""
    mode = str(command.fields.get("line_mode", ""))
    for channel in range(1, CHANNELS.get(mode, 1) + 1) if new else ():
        name = f"ephone_dsp DN {command.fields['tag']}.{channel}"
        router.log("LINK", 3, "UPDOWN", f"Interface {name}, changed state to up")
    return ""


def channels(router: KeyOwner, section: Section, command: Command, new: bool) -> str:
    """A group of time slots: its interface and its voice port are there with it, and gone with it."""
    if new:
        make(router.config, section, command)
    elif command.negative or command.reset:
        remove(router.config, section, command)
    return ""


def access_vlan(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """The VLAN of an access port, which the router makes."""
    return switching.vlan_of(router.config, command)


def bundle(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """The bundle of a port, whose interface the router makes."""
    return switching.bundle_of(router.config, command)


def portfast(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """A port that forwards as soon as its link is up: a warning."""
    return switching.portfast_warning(section, command)


def first_name(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """`no hostname`: the router has its first name again, which its running-config has a line for."""
    if command.negative or command.reset:
        named = match(section.mode, "hostname Router")
        assert isinstance(named, Command)
        router.config.store(section, named.form.identity(named.words), named)
    return ""


def new_crypto_map(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """A new entry of a crypto map whose keys are negotiated: what it needs before it counts."""
    if not new or command.words[-1] != "ipsec-isakmp":
        return ""
    return "% NOTE: This new crypto map will remain disabled until a peer\n        and a valid access list have been configured.\n"


def usm_user(router: KeyOwner, section: Section, command: Command, new: bool) -> str:  # noqa: ARG001
    """A user of SNMP version 3: a log line without a name."""
    if new and "v3" in command.words:
        router.log.debug("Configuring snmpv3 USM user, persisting snmpEngineBoots. Please Wait...")
    return ""


NOTES: dict[str, Note] = {
    "access-vlan": access_vlan,
    "area-change": area_change,
    "bundle": bundle,
    "channels": channels,
    "channels-up": channels_up,
    "ephone-template": ephone_template,
    "first-name": first_name,
    "first-nat": first_nat,
    "https": https,
    "new-crypto-map": new_crypto_map,
    "ipv6-forwarding": ipv6_forwarding,
    "no-router-id": no_router_id,
    "no-router-id6": no_router_id6,
    "portfast": portfast,
    "register": register,
    "router-id": router_id,
    "same-secret": same_secret,
    "ssh": ssh,
    "usm-user": usm_user,
}
