"""show ephone: phones one by one, chosen by MAC address, type or condition."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from iossim.config import Section
from iossim.exec.base import Line, Result, exec_command
from iossim.exec.phone_state import (
    NONE_SUCH,
    carriers,
    configured_type,
    is_remote,
    line_in_use,
    own_calls,
    phone_buttons,
    rings,
    tag_of,
)
from iossim.exec.phone_text import FORWARDED, FULL, LONG, SHORT, TIGHT, Layout, flags_line, head_line, phone_text
from iossim.router import RouterCore
from iossim.router.device import Device
from iossim.router.phone_types import shown_type
from iossim.router.settings import field, is_set, number

Chosen = Callable[[RouterCore, Device], bool]
#: Music on hold clients that the simulated platform has room for.
MOH_CLIENTS = 830


def _forwards(router: RouterCore, device: Device) -> bool:
    sections = [router.config.section("ephone_dn", tag) for button in phone_buttons(device) for tag in button.dns]
    return any(is_set(section, "call_forward_all") for section in sections)


#: Condition and layout of `show ephone CONDITION`. No simulated phone has a TAPI client.
_LISTS: dict[str, tuple[Chosen, Layout]] = {
    "cfa": (_forwards, FORWARDED),
    "dnd": (lambda _, device: device.dnd, SHORT),
    "offhook": (lambda router, device: line_in_use(router, device) > 0, TIGHT),
    "overlay": (lambda _, device: any(button.sign in "oc" for button in phone_buttons(device)), SHORT),
    "registered": (lambda _, device: device.registered, LONG),
    "remote": (lambda router, device: device.registered and is_remote(router.config, device.address), TIGHT),
    "ringing": (rings, TIGHT),
    "tapiclients": (lambda _router, _device: False, TIGHT),
    "unregistered": (lambda _, device: not device.registered, SHORT),
}


@exec_command
def show_ephone(line: Line, mac: str = "", phone_type: str = "") -> Result:
    """All phones, one by its MAC address, or those of a type."""
    phones = line.router.phones
    phones.advance()
    if mac:
        found = phones.find(mac)
        return _texts(line.router, [found] if found is not None and not found.sip else [], FULL)
    devices = list(phones.sccp.all())
    if not devices and not phone_type:
        return ""
    return _texts(line.router, [each for each in devices if phone_type.lower() in ("", configured_type(each).lower())], FULL)


@exec_command
def show_ephone_list(line: Line, ephone_list: str) -> Result:
    """The phones that meet a condition."""
    meets, layout = _LISTS[ephone_list]
    return _texts(line.router, [each for each in line.router.phones.sccp.all() if meets(line.router, each)], layout)


def _texts(router: RouterCore, devices: Iterable[Device], layout: Layout) -> str:
    shared = carriers(router.config, "ephone")
    return "".join(phone_text(router, device, layout, shared) for device in devices) or NONE_SUCH


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
    return [*lines, *(["voice-class stun is enabled"] if is_set(device.section, "voice_class_stun_usage") else [])]


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
    here = field(router.config.section("telephony_service"), "ip_source_address", "address") or "0.0.0.0"
    for device in router.phones.sccp.registered():
        for button, tag, extension in own_calls(router, device):
            for channel, call in sorted(extension.channels.items()):
                if call.state == "connected":
                    name, port, calls = f"ephone-{device.tag}", 18_000 + 2 * call.reference, (call.reference, call.reference + 1)
                    lines += [
                        f"{name:<10}{button:>4}{tag:>4}{channel:>5}{calls[0]:>11}{calls[1]:>11}{'G711Ulaw64k':>18} (N) ",
                        f"    {extension.number}  {call.peer or '0'}  [{device.address}]:{port}  [{here}]:2000",
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
        *[f"Phone {device.tag}, " for device in devices],
    ]
    for place, device in enumerate(devices):
        lines += [
            f"skinny_sockets[{place}] fd = {device.socket} ",
            f"        read_buffer 0x{0x4000_0000 + 0x200 * place:08X}, read_offset 0, read_header N, read_length 0",
            f"        resend_queue 0x{0x4000_0100 + 0x200 * place:08X}, resend_offset 0, resend_flag N, resend_Q_depth 0 ",
        ]
    return "\n".join([*lines, ""])
