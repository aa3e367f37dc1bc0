"""show sip-ua status registrar: the SIP phones that are registered with this router."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router import RouterCore
from iossim.router.fields import field
from iossim.router.phones import Device
from iossim.router.templates import in_force

#: The time for which a phone asks, in seconds; it registers again when this time is over.
_ASKED = 3600
_HEAD = (
    "Line          destination      expires(sec)  contact",
    "              call-id",
    "              peer",
    "=" * 60,
)


@exec_command
def show_sip_ua_status_registrar(line: Line) -> Iterator[str]:
    """The lines of the registered phones, three lines of output for each of them."""
    yield from _HEAD
    for device in line.router.phones.sip.registered():
        for button in device.lines:
            for tag in button.dns:
                extension = line.router.phones.sip_extensions.get(tag)
                if extension is not None and tag in device.peers:
                    yield f"{extension.number:<13} {device.address:<16} {_expires(line.router, device):<13} {device.address}"
                    yield f"              {f'{device.call_id}@{device.address}':<46}"
                    yield f"              {device.peers[tag]}"
                    yield ""


def _expires(router: RouterCore, device: Device) -> int:
    """Seconds until the registration ends; the longest time of the pool bounds the phone's wish."""
    longest = field(in_force(router.config, device.section), "registration_timer", "max")
    granted = min(_ASKED, int(longest)) if longest else _ASKED
    return granted - (router.clock.uptime() - device.changed_at) % granted
