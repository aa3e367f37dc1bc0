"""SCCP phones: their names, expansion modules and buttons, the lines on the buttons, and what their templates block."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.router.buttons import buttons
from iossim.router.facts.button_signs import NORMAL, SIGNS
from iossim.router.fields import field
from iossim.xmlapi.item import Item, Value
from iossim.xmlapi.values.registry import Entered, carriers, value, values


@value("device.name")
def device_name(item: Item) -> str | None:
    """`SEP` and the MAC address in twelve capital digits."""
    address = field(Entered(item), "mac_address", "address")
    return "SEP" + address.replace(".", "").upper() if address else None


@value("device.blf-device")
def blf_device(item: Item) -> str:
    """True if some blf-speed-dial watches a whole device."""
    return "true" if any("device" in entry.keywords for entry in item.commands("blf_speed_dial")) else "false"


@values("device.addons")
def addons(item: Item) -> Iterator[Value]:
    """The expansion modules of a phone, in order."""
    for index, name in enumerate(("first_addon", "second_addon"), start=1):
        module = field(Entered(item), "type", name)
        if module:
            yield {"index": str(index), "module": module}


@values("device.buttons")
def button_modes(item: Item) -> Iterator[Value]:
    """The buttons of a phone, by position."""
    for button in buttons(Entered(item)):
        yield {"button": str(button.number), "mode": SIGNS.get(button.sign, NORMAL).mode}


@values("device.lines")
def lines(item: Item) -> Iterator[Value]:
    """The lines on the buttons of a phone with their state, by button; an overlay button has several."""
    extensions = item.router.phones.extensions
    for button in buttons(Entered(item)):
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
    return carriers(item, "ephone", "ephone-dn", "button")


#: Features that the XML API spells differently from the command.
_BLOCKED_FEATURES = {"GpickUp": "GPickup", "PickUp": "Pickup"}


@value("template.blocked-features")
def blocked_features(item: Item) -> str:
    """The features that an ephone-template blocks, in the order entered."""
    features = field(Entered(item), "features_blocked", "blocked_feature").split()
    return " ".join(_BLOCKED_FEATURES.get(feature, feature) for feature in features)
