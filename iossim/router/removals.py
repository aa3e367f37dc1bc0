"""What the configuration does to phones: one that is removed, or gets another MAC address, goes down; so do all without CME."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iossim.config import Section
from iossim.language import Command
from iossim.router.device import UNREGISTERED
from iossim.router.settings import mac_of

if TYPE_CHECKING:
    from iossim.router.phonebook import Phonebook

_PHONES = frozenset(("ephone", "voice_register_pool"))
_LINES = frozenset(("ephone_dn", "voice_register_dn"))
_IDENTITY = frozenset(("mac_address", "id"))
_SERVICE = "telephony_service"
_WATCHED = _PHONES | _LINES | _IDENTITY | {_SERVICE}


def note(book: Phonebook, section: Section, command: Command) -> None:
    """Takes note of a command that is about to be applied.

    Args:
        book: the phones.
        section: the section that it goes into.
        command: the command.
    """
    name = command.name
    if name not in _WATCHED:
        return
    removes = command.negative or command.reset
    if name in _IDENTITY:
        if section.mode.name in _PHONES and (removes or mac_of(section) not in command.words):
            _take_down(book, section)
    elif removes and name == _SERVICE:
        for device in book.sccp.registered():
            _take_down(book, device.section)
    elif removes:
        target = section.section(*command.form.identity(command.words))
        if target is not None and name in _PHONES:
            _take_down(book, target)
        elif target is not None:
            (book.extensions if name == "ephone_dn" else book.sip_extensions).forget(target.key[0])


def _take_down(book: Phonebook, section: Section) -> None:
    registry = book.sip if section.mode.name == book.sip.rule else book.sccp
    device = registry.get(section.key[0])
    if device is not None:
        if device.registered:
            book.registrar_of(device).down(device, UNREGISTERED, book.uptime(), "")
        registry.drop(device)
