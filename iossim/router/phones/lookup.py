"""Finds a phone by its MAC address or device name."""

from __future__ import annotations

from iossim.router.fields import plain_mac
from iossim.router.phones.device import Device
from iossim.router.phones.state import State


def find(state: State, name: str) -> Device | None:
    """The first ephone, else the first pool, with a MAC address; None if no phone has it.

    Args:
        state: the phones.
        name: the MAC address (`AAAA.BBBB.CCCC`, or with `:` or `-`, or the digits alone), or the device name `SEPAAAABBBBCCCC`.
    """
    digits = plain_mac(name)
    mac = ".".join(digits[at : at + 4] for at in (0, 4, 8)) if len(digits) == 12 else ""
    owners = state.config.owners("mac", mac)
    for devices in (state.sccp.devices, state.sip.devices):
        tags = [int(owner.key[0]) for owner in owners if owner.mode.name == devices.rule]
        if tags:
            return devices.get(min(tags))
    return None
