"""What several show commands say of phones and lines: states in the router's words, who carries a number, who is near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from ipaddress import AddressValueError, IPv4Address, IPv4Network, NetmaskValueError

from iossim.config import Configuration, Section
from iossim.router import RouterCore
from iossim.router.buttons import Button, buttons
from iossim.router.facts.line_states import OFF_HOOK
from iossim.router.fields import field, is_set
from iossim.router.phones import Device, Extension
from iossim.router.templates import in_force

#: The words of `show ephone`; SIEZE is the router's own spelling.
_STATES = {"seize": "SIEZE"}
NONE_SUCH = "No ephone in specified type/condition.\n"


def shown_state(extension: Extension | None, channel: int = 1) -> str:
    """A channel's state in capitals; DOWN while nothing takes its calls, INVALID where it has no number."""
    if extension is None or not extension.number:
        return "INVALID"
    if not extension.reachable:
        return "DOWN"
    state = extension.channel(channel)
    return _STATES.get(state, state.upper())


def channels(extension: Extension | None, wide: bool) -> str:
    """The states of all channels: `CH1 IDLE      CH2 IDLE      `, with more blanks where wide."""
    count = extension.size if extension is not None else 1
    pattern = "CH{}   {:13}" if wide else "CH{} {:10}"
    return "".join(pattern.format(number, shown_state(extension, number)) for number in range(1, count + 1))


def phone_buttons(device: Device) -> list[Button]:
    """The buttons of a phone: those it registered with, else those that are configured."""
    return device.lines if device.registered else buttons(device.section)


def line_in_use(router: RouterCore, device: Device) -> int:
    """The button that is off the hook; 0 for none."""
    return next((button for button, _, extension in own_calls(router, device) if extension.state in OFF_HOOK), 0)


def rings(router: RouterCore, device: Device) -> bool:
    """True if a line of the phone rings."""
    return any(call.state == "ringing" for _, _, extension in own_lines(router, device) for call in extension.channels.values())


def connected(router: RouterCore, device: Device) -> bool:
    """True if a line of the phone is in a call."""
    return any(call.state == "connected" for _, _, extension in own_calls(router, device) for call in extension.channels.values())


def is_paged(router: RouterCore, device: Device) -> bool:
    """True if the phone receives a page: a call is on its paging number, or on that of a group with it."""
    tag = field(in_force(router.config, device.section), "paging_dn", "dn") if device.registered else ""
    return bool(tag) and any(paging.calls for paging in router.phones.extensions.own_in_call() if tag in paging_tags(paging))


def paging_tags(extension: Extension) -> list[str]:
    """The paging numbers that a page to this one goes to: itself, and those of its group."""
    group = field(extension.section, "paging_group", "group").replace(",", " ").split()
    return list(dict.fromkeys([extension.tag, *group])) if group or is_set(extension.section, "paging") else []


def own_calls(router: RouterCore, device: Device) -> list[tuple[int, str, Extension]]:
    """The lines on which calls are the phone's own: those of a shared line belong to the phone that registered with it first."""
    return [each for each in own_lines(router, device) if next(iter(each[2].carriers), "") == device.tag]


def own_lines(router: RouterCore, device: Device) -> list[tuple[int, str, Extension]]:
    """Button, tag and extension of the lines that the phone is registered with."""
    extensions = router.phones.sip_extensions if device.sip else router.phones.extensions
    found = []
    for button in device.lines if device.registered else ():
        for tag in button.dns if button.owns else ():
            extension = extensions.get(tag)
            if extension is not None:
                found.append((button.number, tag, extension))
    return found


def carriers(config: Configuration, rule: str) -> dict[str, list[tuple[Section, int]]]:
    """Which phones have a directory number on which button, by its tag.

    Args:
        config: the configuration.
        rule: `ephone` or `voice_register_pool`.
    """
    found: dict[str, list[tuple[Section, int]]] = defaultdict(list)
    for section in config.sections(rule):
        for button in buttons(section):
            for tag in button.dns:
                found[tag].append((section, button.number))
    return found


def tag_of(section: Section) -> str:
    """The tag of an ephone, a dn, a pool."""
    return section.key[0]


def remote(router: RouterCore, devices: Iterable[Device]) -> list[Device]:
    """The registered phones whose address is in no network of the router's interfaces, so that there is no ARP entry for it."""
    near = list(_networks(router.config))
    return [device for device in devices if device.registered and not any(_in(device.address, network) for network in near)]


def _networks(config: Configuration) -> Iterator[IPv4Network]:
    for section in config.sections("interface"):
        own, mask = field(section, "ip_address", "address"), field(section, "ip_address", "mask")
        try:
            if own and mask:
                yield IPv4Network(f"{own}/{mask}", strict=False)
        except (AddressValueError, NetmaskValueError, ValueError):
            continue


def _in(address: str, network: IPv4Network) -> bool:
    try:
        return IPv4Address(address) in network
    except AddressValueError:
        return False


def configured_type(router: RouterCore, device: Device) -> str:
    """The type that a phone reported, else the configured one; "" where neither is known."""
    return device.reported or field(in_force(router.config, device.section), "type", "phone_type")


def by_number(router: RouterCore) -> dict[str, list[Extension]]:
    """The extensions by their numbers, those of SCCP phones first."""
    found: dict[str, list[Extension]] = defaultdict(list)
    for extensions in (router.phones.extensions, router.phones.sip_extensions):
        for extension in extensions.all():
            for each in (extension.number, field(extension.section, "number", "secondary")):
                if each:
                    found[each].append(extension)
    return found
