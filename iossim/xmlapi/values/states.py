"""What phones and extensions are at run time, beside their configuration."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from iossim.router.phones import Device, Extension
from iossim.xmlapi.item import Item
from iossim.xmlapi.values.registry import value


def ephone(item: Item) -> Device | None:
    """The SCCP phone that an item stands for."""
    if item.state is None:
        item.state = item.router.phones.get(item.key)
    return cast("Device | None", item.state)


def ephone_dn(item: Item) -> Extension | None:
    """The extension that an item stands for."""
    if item.state is None:
        item.state = item.router.phones.extension(item.key)
    return cast("Extension | None", item.state)


def pool(item: Item) -> Device | None:
    """The SIP phone that an item stands for."""
    if item.state is None:
        item.state = item.router.phones.pool(item.key)
    return cast("Device | None", item.state)


def _logged_in(item: Item) -> Device | None:
    """The phone on which the user of a profile is logged in."""
    if item.state is None:
        item.state = item.router.phones.user(item.key)
    return cast("Device | None", item.state)


def _value_of(name: str, says: str, find: Callable[[Item], Device | None], tell: Callable[[Device], str]) -> None:
    """Registers what phones tell of themselves, and what that is; a phone that is not there tells nothing."""

    def told(item: Item) -> str | None:
        device = find(item)
        return tell(device) if device is not None else None

    told.__doc__ = says
    value(name)(told)


def _line_value(name: str, says: str, tell: Callable[[Extension], str]) -> None:
    """The same of extensions."""

    def told(item: Item) -> str | None:
        extension = ephone_dn(item)
        return tell(extension) if extension is not None else None

    told.__doc__ = says
    value(name)(told)


_value_of("device.type", "The type that the phone reports.", ephone, lambda device: device.reported)
_value_of("device.address", "The address of the registered phone.", ephone, lambda device: device.current_address)
_value_of("device.profile", "The tag of the user profile that is logged in on the phone.", ephone, lambda device: device.profile)
_value_of("device.status", "Whether the phone is registered.", ephone, lambda device: device.status)
_value_of("device.last-status", "What it was before.", ephone, lambda device: device.last_status)
_value_of("device.changed", "When that changed, in seconds since boot.", ephone, lambda device: str(device.changed_at))
_value_of(
    "device.keepalives",
    "How many keepalives came in this registration, or in the last one.",
    ephone,
    lambda device: str(device.keepalives),
)
_value_of("device.dnd", "Whether do-not-disturb is on.", ephone, lambda device: "yes" if device.dnd else "no")
_value_of("pool.address", "The address of the registered phone.", pool, lambda device: device.current_address)
_value_of("profile.phone-type", "The type of the phone that the user is logged in on.", _logged_in, lambda device: device.reported)
_value_of("profile.phone", "The tag of the phone that the user is logged in on.", _logged_in, lambda device: device.tag)
_line_value("extension.status", "Whether a phone that carries the line is registered.", lambda extension: extension.status)
_line_value("extension.changed", "When that changed, in seconds since boot.", lambda extension: str(extension.changed_at))
_line_value("extension.calls", "How many channels of the line are in use.", lambda extension: str(extension.calls))
_line_value("extension.call-status", "The state of the call on the line.", lambda extension: extension.state.upper())


@value("phones.registered")
def registered(item: Item) -> str:
    """How many SCCP phones are registered."""
    return str(item.router.phones.sccp.count("registered"))


@value("phones.peak")
def peak(item: Item) -> str:
    """The most SCCP phones that ever were registered at once."""
    return str(item.router.phones.sccp.peak)


@value("phones.peak-time")
def peak_time(item: Item) -> str:
    """When that was, in seconds since boot."""
    return str(item.router.phones.sccp.peak_at)
