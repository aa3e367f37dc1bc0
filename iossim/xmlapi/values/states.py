"""The state of phones and extensions at run time."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from iossim.router.facts.phone_types import shown_type
from iossim.router.phones import Device, Extension
from iossim.xmlapi.item import Item
from iossim.xmlapi.values.registry import value

_TELECASTER = "Telecaster "


def ephone(item: Item) -> Device | None:
    """The SCCP phone of an item."""
    if item.state is None:
        item.state = item.router.phones.get(item.key)
    return cast("Device | None", item.state)


def ephone_dn(item: Item) -> Extension | None:
    """The extension of an item."""
    if item.state is None:
        item.state = item.router.phones.extension(item.key)
    return cast("Extension | None", item.state)


def pool(item: Item) -> Device | None:
    """The SIP phone of an item."""
    if item.state is None:
        item.state = item.router.phones.pool(item.key)
    return cast("Device | None", item.state)


def _user_phone(item: Item) -> Device | None:
    """The phone on which the user of a profile is logged in."""
    if item.state is None:
        item.state = item.router.phones.user(item.key)
    return cast("Device | None", item.state)


def _type(device: Device) -> str:
    """The type of a phone that has registered: `IP Phone Telecaster 7960`, or `Others` for a newer type."""
    shown = shown_type(device.reported)
    return f"IP Phone {shown}" if shown.startswith(_TELECASTER) else "Others"


def _phone_value(name: str, meaning: str, find: Callable[[Item], Device | None], text: Callable[[Device], str]) -> None:
    """Registers a value of a phone; it is unset where there is no phone.

    Args:
        name: the value's name in the views.
        meaning: the docstring of the value.
        find: returns the phone of an item.
        text: returns the value of a phone.
    """

    def of_item(item: Item) -> str | None:
        device = find(item)
        return text(device) if device is not None else None

    of_item.__doc__ = meaning
    value(name)(of_item)


def _line_value(name: str, meaning: str, text: Callable[[Extension], str]) -> None:
    """Registers a value of an extension; see `_phone_value`."""

    def of_item(item: Item) -> str | None:
        extension = ephone_dn(item)
        return text(extension) if extension is not None else None

    of_item.__doc__ = meaning
    value(name)(of_item)


_phone_value("device.type", "The type of the phone, by an old name of its kind.", ephone, _type)
_phone_value("device.address", "The address of the registered phone.", ephone, lambda device: device.current_address)
_phone_value("device.profile", "The tag of the user profile that is logged in on the phone.", ephone, lambda device: device.profile)
_phone_value(
    "device.status", "The status of the phone: registered, unregistered or deceased.", ephone, lambda device: device.status
)
_phone_value("device.last-status", "The status of the phone before its last change.", ephone, lambda device: device.last_status)
_phone_value(
    "device.changed",
    "The time of the last change of the status, in seconds since boot.",
    ephone,
    lambda device: str(device.changed_at),
)
_phone_value(
    "device.keepalives",
    "The count of keepalives in this registration, or in the last one.",
    ephone,
    lambda device: str(device.keepalives),
)
_phone_value("device.dnd", "Yes if do-not-disturb is on.", ephone, lambda device: "yes" if device.dnd else "no")
_phone_value("pool.address", "The address of the registered phone.", pool, lambda device: device.current_address)
_phone_value(
    "profile.phone-type", "The type of the phone on which the user is logged in.", _user_phone, lambda device: device.reported
)
_phone_value("profile.phone", "The tag of the phone on which the user is logged in.", _user_phone, lambda device: device.tag)
_line_value("extension.status", "`up` if a phone with the line on a button is registered.", lambda extension: extension.status)
_line_value(
    "extension.changed",
    "The time of the last change of the status, in seconds since boot.",
    lambda extension: str(extension.changed_at),
)
_line_value("extension.calls", "The count of channels of the line that are in use.", lambda extension: str(extension.calls))
_line_value("extension.call-status", "The state of the call on the line.", lambda extension: extension.state.upper())


@value("phones.registered")
def registered(item: Item) -> str:
    """The count of SCCP phones that are registered."""
    return str(item.router.phones.sccp.count("registered"))


@value("phones.peak")
def peak(item: Item) -> str:
    """The highest count of SCCP phones that were registered at the same time."""
    return str(item.router.phones.sccp.peak)


@value("phones.peak-time")
def peak_time(item: Item) -> str:
    """The time of the peak, in seconds since boot."""
    return str(item.router.phones.sccp.peak_at)
