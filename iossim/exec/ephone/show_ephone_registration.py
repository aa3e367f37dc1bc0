"""show ephone attempted-registrations, login, phone-load and socket: how phones registered."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.phone_types import shown_type
from iossim.exec.command import Line, exec_command
from iossim.exec.phones import tag_of
from iossim.router.fields import is_set


@exec_command
def show_ephone_attempted_registrations(line: Line) -> Iterator[str]:
    """The phones that were not allowed to register."""
    yield "Attempting Mac address:"
    yield "Num    Mac Address         DateTime                          DeviceType"
    yield "-" * 77
    for number, phone in enumerate(line.router.phones.attempts, start=1):
        yield f"{number:<7}{phone.mac:<20}{line.router.clock.stamp(phone.latest):<34}{shown_type(phone.reported)} "


@exec_command
def show_ephone_login(line: Line) -> Iterator[str]:
    """The phones that ask for a PIN; no user logs in at a simulated phone."""
    config = line.router.config
    everywhere = is_set(config.section("telephony_service"), "pin")
    for section in config.sections("ephone"):
        pin = "LOCAL" if is_set(section, "pin") else "GLOBAL" if everywhere else "FALSE"
        state = f"{f'Pin enabled:{pin}':<24}Logged-in:FALSE" if pin != "FALSE" else f"Pin enabled:{pin}"
        yield f"{f'ephone {tag_of(section)}':<16}{state}"


@exec_command
def show_ephone_phone_load(line: Line) -> Iterator[str]:
    """The firmware of the phones that ever registered, and the reason of their last start."""
    yield f"{'DeviceName':18}{'CurrentPhoneload':23}{'PreviousPhoneload':23}LastReset"
    yield "=" * 69
    for device in line.router.phones.sccp.all():
        if device.last_reset:
            yield f"{device.name:18}{device.load:23}{device.previous_load:23}{device.last_reset}"


@exec_command
def show_ephone_socket(line: Line) -> Iterator[str]:
    """The sockets on which phones register, and the sockets of the registered phones."""
    devices = sorted(line.router.phones.sccp.registered(), key=lambda device: device.socket)
    yield "skinny_tcp_listen_socket fd = 0"
    yield "skinny_tcp_listen_socket (ipv6) fd = -1"
    yield " "
    yield "skinny_secure_tcp_listen_socket fd = -1"
    yield "skinny_secure_tcp_listen_socket (ipv6) fd = -1"
    yield " "
    yield f"skinny_open_sockets = {len(devices)}:"
    for place, device in enumerate(devices):
        read, resend = 0x4000_0000 + 0x200 * place, 0x4000_0100 + 0x200 * place
        yield f"Phone {device.tag}, "
        yield f"skinny_sockets[{place}] fd = {device.socket} "
        yield f"        read_buffer 0x{read:08X}, read_offset 0, read_header N, read_length 0"
        yield f"        resend_queue 0x{resend:08X}, resend_offset 0, resend_flag N, resend_Q_depth 0 "
