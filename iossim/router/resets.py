"""Restart and reset: phones go down one after the other, and each comes up again when it has started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iossim.router.device import UNREGISTERED, Device

if TYPE_CHECKING:
    from iossim.router.phonebook import Phonebook

#: Seconds that a simulated phone takes to come back. A restart only fetches its buttons; a reset asks DHCP and TFTP again.
DOWN = {"restart": 10, "reset": 30}
#: Seconds between two phones where the command does not say (command reference, `reset (telephony-service)`).
INTERVAL = 15


def begin(book: Phonebook, devices: list[Device], kind: str, interval: int, sequence: str) -> None:
    """Starts phones anew, the first one now.

    Args:
        book: the phones.
        devices: those to start, all registered.
        kind: `reset` or `restart`.
        interval: seconds from one to the next.
        sequence: the group of timers of those that have to wait.
    """
    now = book.uptime()
    for place, device in enumerate(devices):
        device.resetting = kind
        if place == 0 or interval == 0:
            _down(book, device, kind, now)
        else:
            book.timers.set(now + place * interval, lambda when, each=device: _down(book, each, kind, when), sequence)  # type: ignore[misc]


def _down(book: Phonebook, device: Device, kind: str, when: int) -> None:
    if not device.registered or not _present(book, device):
        return
    book.registrar_of(device).down(device, UNREGISTERED, when, f"Reset-{kind.title()}")
    device.resetting = kind
    book.timers.set(when + DOWN[kind], lambda due: _up(book, device, due))


def _up(book: Phonebook, device: Device, when: int) -> None:
    if device.resetting and not device.registered and _present(book, device):
        book.registrar_of(device).up(device, "", "", when)


def _present(book: Phonebook, device: Device) -> bool:
    """True if the phone is still the one that its section configures."""
    return (book.sip if device.sip else book.sccp).get(device.tag) is device
