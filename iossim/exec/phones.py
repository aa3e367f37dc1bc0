"""Phones and their lines for show commands: states, phones by dn, extensions by number, remote phones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from ipaddress import AddressValueError, IPv4Address, IPv4Network, NetmaskValueError
from typing import NamedTuple

from iossim.config import Configuration, Section
from iossim.router import RouterCore
from iossim.router.buttons import Button, buttons
from iossim.router.facts.line_states import OFF_HOOK
from iossim.router.fields import field, is_set
from iossim.router.phones import Device, Extension
from iossim.router.templates import in_force

#: States that `show ephone` does not print as their name in capitals; SIEZE is the router's own spelling.
_STATES = {"seize": "SIEZE"}


class PhoneLine(NamedTuple):
    """An extension on a button of a registered phone.

    Attributes:
        button: the position of the button, from 1.
        extension: the extension.
    """

    button: int
    extension: Extension


#: A section of a phone, and the position of a button on it.
Carrier = tuple[Section, int]


def tag_of(section: Section) -> str:
    """The tag of an ephone, a dn, a pool."""
    return section.key[0]


def sections_of(router: RouterCore, rule: str, tag: str = "") -> list[Section]:
    """The sections that a rule opened, in the order of their tags; with a tag, the section with this tag alone."""
    return [section for section in router.config.sections(rule) if tag in ("", tag_of(section))]


def shown_state(extension: Extension | None, channel: int = 1) -> str:
    """The state of a channel in capitals; DOWN if no phone takes its calls, INVALID if it has no number."""
    if extension is None or not extension.number:
        return "INVALID"
    if not extension.reachable:
        return "DOWN"
    state = extension.channel(channel)
    return _STATES.get(state, state.upper())


def channels(extension: Extension | None, wide: bool) -> str:
    """The states of all channels, `CH1 IDLE      CH2 IDLE      `; with more blanks if `wide`."""
    count = extension.size if extension is not None else 1
    pattern = "CH{}   {:13}" if wide else "CH{} {:10}"
    return "".join(pattern.format(number, shown_state(extension, number)) for number in range(1, count + 1))


def phone_buttons(device: Device) -> list[Button]:
    """The buttons that a phone registered with; if it is not registered, the configured ones."""
    return device.lines if device.registered else buttons(device.section)


def phone_lines(router: RouterCore, device: Device) -> list[PhoneLine]:
    """The lines that a phone is registered with."""
    extensions = router.phones.sip_extensions if device.sip else router.phones.extensions
    tags = [(button.number, tag) for button in device.lines if button.owns for tag in button.dns] if device.registered else []
    lines = [(button, extensions.get(tag)) for button, tag in tags]
    return [PhoneLine(button, extension) for button, extension in lines if extension is not None]


def call_lines(router: RouterCore, device: Device) -> list[PhoneLine]:
    """The lines of a phone that have its own calls: calls of a shared line belong to the phone that registered with it first."""
    return [line for line in phone_lines(router, device) if next(iter(line.extension.carriers), "") == device.tag]


def line_in_use(router: RouterCore, device: Device) -> int:
    """The button that is off the hook; 0 if there is none."""
    return next((button for button, extension in call_lines(router, device) if extension.state in OFF_HOOK), 0)


def rings(router: RouterCore, device: Device) -> bool:
    """True if a line of the phone rings."""
    return any(call.state == "ringing" for line in phone_lines(router, device) for call in line.extension.channels.values())


def connected(router: RouterCore, device: Device) -> bool:
    """True if a line of the phone is in a call."""
    return any(call.state == "connected" for line in call_lines(router, device) for call in line.extension.channels.values())


def is_paged(router: RouterCore, device: Device) -> bool:
    """True if the phone receives a page: a call is on its paging number, or on that of a group with it."""
    tag = field(in_force(router.config, device.section), "paging_dn", "dn") if device.registered else ""
    return bool(tag) and any(paging.calls for paging in router.phones.extensions.own_in_call() if tag in paging_tags(paging))


def paging_tags(extension: Extension) -> list[str]:
    """The paging numbers that a page to an extension goes to: itself, and the numbers of its group."""
    group = field(extension.section, "paging_group", "group").replace(",", " ").split()
    return list(dict.fromkeys([extension.tag, *group])) if group or is_set(extension.section, "paging") else []


def phones_by_dn(config: Configuration, rule: str) -> dict[str, list[Carrier]]:
    """The phones that have a directory number on a button, by its tag.

    Args:
        config: the configuration.
        rule: the phones: `ephone` or `voice_register_pool`.
    """
    phones: dict[str, list[Carrier]] = defaultdict(list)
    for section in config.sections(rule):
        for button in buttons(section):
            for tag in button.dns:
                phones[tag].append((section, button.number))
    return phones


def extensions_by_number(router: RouterCore) -> dict[str, list[Extension]]:
    """The extensions by their numbers, the extensions of SCCP phones first."""
    extensions: dict[str, list[Extension]] = defaultdict(list)
    for extension in (*router.phones.extensions.all(), *router.phones.sip_extensions.all()):
        for number in (extension.number, field(extension.section, "number", "secondary")):
            if number:
                extensions[number].append(extension)
    return extensions


def configured_type(router: RouterCore, device: Device) -> str:
    """The type that a phone reported, else the configured type; "" if neither is known."""
    return device.reported or field(in_force(router.config, device.section), "type", "phone_type")


def remote(router: RouterCore, devices: Iterable[Device]) -> list[Device]:
    """The registered phones outside the networks of the router's interfaces; the router has no ARP entry for them."""
    near = list(_networks(router.config))
    return [device for device in devices if device.registered and not any(_in(device.address, network) for network in near)]


def _networks(config: Configuration) -> Iterator[IPv4Network]:
    for section in config.sections("interface"):
        address, mask = field(section, "ip_address", "address"), field(section, "ip_address", "mask")
        try:
            if address and mask:
                yield IPv4Network(f"{address}/{mask}", strict=False)
        except (AddressValueError, NetmaskValueError, ValueError):
            continue


def _in(address: str, network: IPv4Network) -> bool:
    try:
        return IPv4Address(address) in network
    except AddressValueError:
        return False
