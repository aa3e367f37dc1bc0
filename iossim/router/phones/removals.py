"""Changes of the configuration that take phones down: a phone removed or given another MAC address, telephony-service removed."""

from __future__ import annotations

from iossim.config import Section
from iossim.language import Command
from iossim.router.fields import mac_of
from iossim.router.phones.device import UNREGISTERED
from iossim.router.phones.state import Protocol, State

_PHONES = frozenset(("ephone", "voice_register_pool"))
_EXTENSIONS = frozenset(("ephone_dn", "voice_register_dn"))
_IDENTITY = frozenset(("mac_address", "id"))
_SERVICE = "telephony_service"
_WATCHED = _PHONES | _EXTENSIONS | _IDENTITY | {_SERVICE}


def refusal(state: State, section: Section, command: Command) -> str:
    """Return the router's refusal of another MAC address for a registered ephone; "" if it takes the command.

    Args:
        state: the phones.
        section: the section to which the command will be applied.
        command: the command.
    """
    if command.name != "mac_address" or section.mode.name != state.sccp.devices.rule or command.negative or command.reset:
        return ""
    mac = mac_of(section)
    device = state.sccp.devices.get(section.key[0])
    if device is None or not device.registered or not mac or command.fields.get("address", mac) == mac:
        return ""
    return f"ephone slot is already registered with {mac}\n\nCannot change MAC address."


def prepare(state: State, section: Section, command: Command) -> None:
    """Takes down the phones that a command is about to remove or to change.

    Args:
        state: the phones.
        section: the section to which the command will be applied.
        command: the command.
    """
    name = command.name
    if name not in _WATCHED:
        return
    removes = command.negative or command.reset
    if name in _IDENTITY:
        if section.mode.name in _PHONES and (removes or mac_of(section) not in command.words):
            _take_down(state, section)
    elif removes and name == _SERVICE:
        for device in state.sccp.devices.registered():
            _take_down(state, device.section)
    elif removes:
        target = section.section(*command.form.identity(command.words))
        if target is not None and name in _PHONES:
            _take_down(state, target)
        elif target is not None:
            (state.sccp if name == state.sccp.extensions.rule else state.sip).extensions.forget(target.key[0])


def _take_down(state: State, section: Section) -> None:
    protocol = _protocol(state, section)
    device = protocol.devices.get(section.key[0])
    if device is not None:
        if device.registered:
            protocol.registrar.down(device, UNREGISTERED, state.uptime(), "")
        protocol.devices.drop(device)


def _protocol(state: State, section: Section) -> Protocol:
    return state.sip if section.mode.name == state.sip.devices.rule else state.sccp
