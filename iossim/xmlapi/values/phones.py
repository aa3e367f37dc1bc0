"""Phones and lines: names, buttons and lines on them, expansion modules, and their state at run time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

from iossim.config.phone_types import shown_type
from iossim.router.buttons import buttons
from iossim.router.facts.button_signs import NORMAL, SIGNS
from iossim.router.fields import field
from iossim.router.phones import Device, Extension
from iossim.xmlapi.item import Item, Value
from iossim.xmlapi.lookup import Index, carriers
from iossim.xmlapi.values.registry import value, values

_TELECASTER = "Telecaster "


@value("device.name")
def device_name(item: Item) -> str | None:
    """`SEP` and the MAC address in twelve capital digits."""
    address = field(item, "mac_address", "address")
    return "SEP" + address.replace(".", "").upper() if address else None


@value("device.blf-device")
def blf_device(item: Item) -> str:
    """True if some blf-speed-dial watches a whole device."""
    return "true" if any("device" in entry.keywords for entry in item.all("blf_speed_dial")) else "false"


@values("device.addons")
def addons(item: Item) -> Iterator[Value]:
    """The expansion modules of a phone, in order."""
    entry = item.get("type")
    fields = entry.fields if entry is not None and not entry.negative else {}
    for index, name in enumerate(("first_addon", "second_addon"), start=1):
        if name in fields:
            yield {"index": str(index), "module": str(fields[name])}


@values("device.buttons")
def button_modes(item: Item) -> Iterator[Value]:
    """The buttons of a phone, by position."""
    for button in buttons(item):
        yield {"button": str(button.number), "mode": SIGNS.get(button.sign, NORMAL).mode}


@values("device.lines")
def lines(item: Item) -> Iterator[Value]:
    """The lines on the buttons of a phone with their state, by button; an overlay button has several."""
    extensions = item.router.phones.extensions
    for button in buttons(item):
        for tag in button.dns:
            extension = extensions.get(tag)
            yield {
                "button": str(button.number),
                "extension": tag,
                "number": extension.number if extension is not None else "",
                "up": "true" if extension is not None and extension.up else "false",
                "state": extension.state if extension is not None else "",
            }


@values("extension.devices")
def devices(item: Item) -> list[str]:
    """The tags of the ephones that have this ephone-dn on a button, ascending."""
    return carriers(item.router.config, "ephone", "ephone-dn", "button", item.key)


#: Features that the XML API spells differently from the command.
_BLOCKED_FEATURES = {"GpickUp": "GPickup", "PickUp": "Pickup"}


@value("template.blocked-features")
def blocked_features(item: Item) -> str:
    """The features that an ephone-template blocks, in the order entered."""
    features = field(item, "features_blocked", "blocked_feature").split()
    return " ".join(_BLOCKED_FEATURES.get(feature, feature) for feature in features)


@value("name.first")
def first_name(item: Item) -> str:
    """The first name in the `name` of a line or of a directory entry; "" when the text is one word."""
    return _names(item)[0]


@value("name.last")
def last_name(item: Item) -> str:
    """The last name in the `name` of a line or of a directory entry; the whole text when it is one word."""
    return _names(item)[1]


def _names(item: Item) -> tuple[str, str]:
    entry = item.entry or item.command(("name",))
    text = str(entry.fields["name"]) if entry is not None and not entry.negative else ""
    return split_name(text, last_first=_last_name_first(item))


def split_name(text: str, *, last_first: bool) -> tuple[str, str]:
    """First and last name in a text.

    Args:
        text: like `Peter Lee`.
        last_first: the directory puts last names first, like `Lee Peter`.
    """
    first_word, _, rest = text.strip().partition(" ")
    rest = rest.strip()
    if not rest:
        return "", first_word
    return (rest, first_word) if last_first else (first_word, rest)


def _last_name_first(item: Item) -> bool:
    config = item.router.config

    def configured() -> bool:
        section = config.section("telephony_service")
        entry = section.get("directory") if section is not None else None
        return entry is not None and "last-name-first" in entry.keywords

    return Index.of(config).once("last-name-first", configured)


def _state(item: Item, look_up: Callable[[str], Device | Extension | None]) -> Any:
    """The state of an item; it is looked up once for all values of the item."""
    if item.state is None:
        item.state = look_up(item.key)
    return item.state


def ephone(item: Item) -> Device | None:
    """The SCCP phone of an item."""
    return cast("Device | None", _state(item, item.router.phones.get))


def ephone_dn(item: Item) -> Extension | None:
    """The extension of an item."""
    return cast("Extension | None", _state(item, item.router.phones.extension))


def pool(item: Item) -> Device | None:
    """The SIP phone of an item."""
    return cast("Device | None", _state(item, item.router.phones.pool))


def _user_phone(item: Item) -> Device | None:
    """The phone on which the user of a profile is logged in."""
    return cast("Device | None", _state(item, item.router.phones.user))


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
