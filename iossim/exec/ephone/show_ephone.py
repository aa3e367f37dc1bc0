"""show ephone [MAC | TYPE] and show ephone CONDITION: phones one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.ephone.phone_text import FORWARDED, FULL, LONG, NONE_SUCH, SHORT, TIGHT, Layout, phone_lines_of
from iossim.exec.media import FarEnds
from iossim.exec.phones import configured_type, line_in_use, phone_buttons, phones_by_dn, remote, rings
from iossim.router import RouterCore
from iossim.router.fields import is_set
from iossim.router.phones import Device
from iossim.router.templates import in_force

_Choice = Callable[[RouterCore, Iterable[Device]], list[Device]]


def _forwards(router: RouterCore, device: Device) -> bool:
    sections = [router.config.section("ephone_dn", tag) for button in phone_buttons(device) for tag in button.dns]
    return any(section is not None and is_set(in_force(router.config, section), "call_forward_all") for section in sections)


def _overlay(router: RouterCore, device: Device) -> bool:
    return any(button.overlay for button in phone_buttons(device))


def _if(condition: Callable[[RouterCore, Device], bool]) -> _Choice:
    return lambda router, devices: [device for device in devices if condition(router, device)]


#: The phones and the layout of `show ephone CONDITION`. No simulated phone has a TAPI client.
_LISTS: dict[str, tuple[_Choice, Layout]] = {
    "cfa": (_if(_forwards), FORWARDED),
    "dnd": (_if(lambda _, device: device.dnd), SHORT),
    "offhook": (_if(lambda router, device: line_in_use(router, device) > 0), TIGHT),
    "overlay": (_if(_overlay), SHORT),
    "registered": (_if(lambda _, device: device.registered), LONG),
    "remote": (remote, TIGHT),
    "ringing": (_if(rings), TIGHT),
    "tapiclients": (_if(lambda _router, _device: False), TIGHT),
    "unregistered": (_if(lambda _, device: not device.registered), SHORT),
}


@exec_command
def show_ephone(line: Line, mac: str = "", phone_type: str = "") -> Iterator[str]:
    """All phones, one by its MAC address, or the phones of a type."""
    router = line.router
    if mac:
        device = router.phones.find(mac)
        return _phones(router, [device] if device is not None and not device.sip else [], FULL)
    devices = list(router.phones.sccp.all())
    if phone_type:
        devices = [device for device in devices if configured_type(router, device).lower() == phone_type.lower()]
        return _phones(router, devices, FULL)
    return _phones(router, devices, FULL) if devices else iter(())


@exec_command
def show_ephone_list(line: Line, ephone_list: str) -> Iterator[str]:
    """The phones that meet a condition."""
    choice, layout = _LISTS[ephone_list]
    return _phones(line.router, choice(line.router, line.router.phones.sccp.all()), layout)


def _phones(router: RouterCore, devices: list[Device], layout: Layout) -> Iterator[str]:
    carriers, far_ends = phones_by_dn(router.config, "ephone"), FarEnds(router)
    for device in devices:
        yield from phone_lines_of(router, device, layout, carriers, far_ends)
    if not devices:
        yield NONE_SUCH
