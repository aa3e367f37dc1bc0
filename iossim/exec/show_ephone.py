"""show ephone: phones one by one, chosen by MAC address, type or condition."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from iossim.config import Section
from iossim.exec.base import Line, Result, exec_command
from iossim.exec.media import FarEnds, codec_of, port_of
from iossim.exec.phone_state import (
    NONE_SUCH,
    carriers,
    configured_type,
    line_in_use,
    own_calls,
    phone_buttons,
    remote,
    rings,
    tag_of,
)
from iossim.exec.phone_text import FORWARDED, FULL, LONG, SHORT, TIGHT, Layout, flags_line, head_line, phone_text
from iossim.router import RouterCore
from iossim.router.facts.phone_types import shown_type
from iossim.router.fields import field, is_set, number
from iossim.router.phones import Device
from iossim.router.templates import in_force

Chosen = Callable[[RouterCore, Iterable[Device]], list[Device]]
#: Music on hold clients that the simulated platform has room for.
MOH_CLIENTS = 830


def _forwards(router: RouterCore, device: Device) -> bool:
    sections = [router.config.section("ephone_dn", tag) for button in phone_buttons(device) for tag in button.dns]
    return any(section is not None and is_set(in_force(router.config, section), "call_forward_all") for section in sections)


def _those(meets: Callable[[RouterCore, Device], bool]) -> Chosen:
    return lambda router, devices: [device for device in devices if meets(router, device)]


#: Condition and layout of `show ephone CONDITION`. No simulated phone has a TAPI client.
_LISTS: dict[str, tuple[Chosen, Layout]] = {
    "cfa": (_those(_forwards), FORWARDED),
    "dnd": (_those(lambda _, device: device.dnd), SHORT),
    "offhook": (_those(lambda router, device: line_in_use(router, device) > 0), TIGHT),
    "overlay": (_those(lambda _, device: any(button.overlay for button in phone_buttons(device))), SHORT),
    "registered": (_those(lambda _, device: device.registered), LONG),
    "remote": (remote, TIGHT),
    "ringing": (_those(rings), TIGHT),
    "tapiclients": (_those(lambda _router, _device: False), TIGHT),
    "unregistered": (_those(lambda _, device: not device.registered), SHORT),
}


@exec_command
def show_ephone(line: Line, mac: str = "", phone_type: str = "") -> Result:
    """All phones, one by its MAC address, or those of a type."""
    phones = line.router.phones
    if mac:
        found = phones.find(mac)
        return _texts(line.router, [found] if found is not None and not found.sip else [], FULL)
    devices = list(phones.sccp.all())
    if not devices and not phone_type:
        return ""
    if phone_type:
        devices = [each for each in devices if configured_type(line.router, each).lower() == phone_type.lower()]
    return _texts(line.router, devices, FULL)


@exec_command
def show_ephone_list(line: Line, ephone_list: str) -> Result:
    """The phones that meet a condition."""
    chosen, layout = _LISTS[ephone_list]
    return _texts(line.router, chosen(line.router, line.router.phones.sccp.all()), layout)


def _texts(router: RouterCore, devices: Iterable[Device], layout: Layout) -> str:
    shared, far_ends = carriers(router.config, "ephone"), FarEnds(router)
    return "".join(phone_text(router, device, layout, shared, far_ends) for device in devices) or NONE_SUCH


@exec_command
def show_ephone_summary(line: Line, brief: bool = False, types: bool = False) -> Result:
    """Three lines a phone, and figures; or a table by button or by type."""
    from iossim.exec.ephone_tables import by_type, rows_brief

    router = line.router
    figures = router.phones.summary()
    if brief or types:
        return by_type(router) if types else rows_brief(router)
    service = router.config.section("telephony_service")
    conferences = number(service, "max_conferences", "count", 8)
    lines = ["hairpin_block:"]
    for device in router.phones.sccp.all():
        lines += _summary(router, device)
    lines += [
        f"Max {number(service, 'max_ephones', 'count', 0)}, Registered {figures.registered}, Unregistered {figures.unregistered}, "
        f"Deceased {figures.deceased}, Sockets {figures.sockets}",
        f"Max Conferences {conferences} with 0 active ({conferences} allowed)",
        "Skinny Music On Hold Status",
        f"Active MOH clients 0 (max {MOH_CLIENTS}), Media Clients 0",
        _moh_file(field(service, "moh", "file")),
    ]
    return "\n".join([*lines, ""])


def _summary(router: RouterCore, device: Device) -> list[str]:
    tags = "".join(f"  {button.number}:{button.dns[0]}" for button in phone_buttons(device) if button.dns)
    primary = next((f"{button.dns[0]}*" for button in phone_buttons(device) if button.dns), "0")
    kind = shown_type(device.reported)
    lines = [
        head_line(router, device),
        f"{flags_line(router, device, paging=False)}  primary_dn: {primary}",
        f"IP:{device.address or '0.0.0.0'} * {kind}  keepalive {device.keepalives}   music 0{tags}",
    ]
    stun = is_set(in_force(router.config, device.section), "voice_class_stun_usage")
    return [*lines, *(["voice-class stun is enabled"] if stun else [])]


def _moh_file(name: str) -> str:
    return f"File flash:{name} type AU Media_Payload_G711Ulaw64k 160 bytes" if name else "No MOH file loaded"


@exec_command
def show_ephone_moh(line: Line) -> Result:
    """Music on hold: that of all phones, or that of each group."""
    config = line.router.config
    service = config.section("telephony_service")
    groups: list[tuple[str, str, Section | None]]
    groups = [(f" (moh-group {tag_of(group)})", field(group, "moh", "url"), group) for group in config.sections("voice_moh_group")]
    lines = []
    for title, name, section in groups or [("", field(service, "moh", "file"), service)]:
        lines += [f"Skinny Music On Hold Status{title}", f"Active MOH clients 0 (max {MOH_CLIENTS}), Media Clients 0"]
        lines.append(_moh_file(name.removeprefix("flash:")))
        if address := field(section, "multicast_moh", "address"):
            lines.append(f"Moh multicast {address} port {field(section, 'multicast_moh', 'port')}")
    return "\n".join([*lines, ""])


@exec_command
def show_ephone_rtp_connections(line: Line) -> Result:
    """The voice connections of phones: two lines each."""
    router = line.router
    lines = []
    far_ends = FarEnds(router)
    for device in router.phones.sccp.registered():
        codec = codec_of(router, device)[0]
        for button, tag, extension in own_calls(router, device):
            for channel, call in sorted(extension.channels.items()):
                if call.state == "connected":
                    address, port = far_ends.address(call, extension.number)
                    ids = (0, 0) if far_ends.extension(call) is not None else (call.reference, call.reference + 1)
                    lines += [
                        f"{f'ephone-{device.tag}':<10}{button:>4}{tag:>4}{channel:>5}{ids[0]:>11}{ids[1]:>11}{codec:>18} (N) ",
                        f"    {extension.number}  {call.peer or '0'}  [{device.address}]:{port_of(call)}  [{address}]:{port}",
                    ]
    head = [
        "Ephone RTP active connections :",
        "Ephone    Line  DN Chan  SrcCallID  DstCallID             Codec (xcoded?)",
        "    SrcNum DstNum  LocalIP               RemoteIP",
    ]
    return "\n".join([*head, *lines, f"Found {len(lines) // 2} active ephone RTP connections", ""])


@exec_command
def show_ephone_socket(line: Line) -> Result:
    """The sockets on which phones register, and those of the registered phones."""
    devices = sorted(line.router.phones.sccp.registered(), key=lambda device: device.socket)
    lines = [
        "skinny_tcp_listen_socket fd = 0",
        "skinny_tcp_listen_socket (ipv6) fd = -1",
        " ",
        "skinny_secure_tcp_listen_socket fd = -1",
        "skinny_secure_tcp_listen_socket (ipv6) fd = -1",
        " ",
        f"skinny_open_sockets = {len(devices)}:",
    ]
    for place, device in enumerate(devices):
        lines += [
            f"Phone {device.tag}, ",
            f"skinny_sockets[{place}] fd = {device.socket} ",
            f"        read_buffer 0x{0x4000_0000 + 0x200 * place:08X}, read_offset 0, read_header N, read_length 0",
            f"        resend_queue 0x{0x4000_0100 + 0x200 * place:08X}, resend_offset 0, resend_flag N, resend_Q_depth 0 ",
        ]
    return "\n".join([*lines, ""])
