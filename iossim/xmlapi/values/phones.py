"""SCCP phones, their buttons, and the lines on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from iossim.config.references import references
from iossim.router.facts.button_signs import NORMAL, SIGNS
from iossim.xmlapi.item import Item, Value
from iossim.xmlapi.values.registry import carriers, field, number_of, value, values


@value("device.name")
def device_name(item: Item) -> str | None:
    """`SEP` and the MAC address in twelve capital digits."""
    address = field(item, "mac_address", "address")
    return "SEP" + address.replace(".", "").upper() if address else None


@value("device.blf-device")
def blf_device(item: Item) -> str:
    """True if some blf-speed-dial watches a whole device."""
    return "true" if any("device" in entry.keywords for entry in item.commands("blf_speed_dial")) else "false"


@values("device.addons")
def addons(item: Item) -> Iterator[Value]:
    """The expansion modules of a phone, in order."""
    for index, name in enumerate(("first_addon", "second_addon"), start=1):
        module = field(item, "type", name)
        if module is not None:
            yield {"index": str(index), "module": module}


_BUTTON = re.compile(r"(\d+)(\D)(.*)")


@values("device.buttons")
def buttons(item: Item) -> Iterator[Value]:
    """The buttons of a phone, in order."""
    for entry in item.commands("button"):
        button = _BUTTON.match(entry.words[-1])
        if button is not None:
            yield {"button": button[1], "mode": SIGNS.get(button[2].lower(), NORMAL).mode}


@values("device.lines")
def lines(item: Item) -> Iterator[Value]:
    """The lines on the buttons of a phone with their state, in order; an overlay button has several."""
    if item.section is None:
        return
    extensions = item.router.phones.extensions
    found = [
        (int(identity[1]), place, tag)
        for place, (identity, _, _, _, tag) in enumerate(references(item.section, {"ephone-dn"}))
        if identity[0] == "button"
    ]
    for button, _, tag in sorted(found):
        line = extensions.get(tag)
        yield {
            "button": str(button),
            "extension": tag,
            "number": number_of(item, "ephone_dn", tag),
            "up": "true" if line is not None and line.up else "false",
            "state": line.state if line is not None else "",
        }


@values("extension.devices")
def devices(item: Item) -> list[str]:
    """The tags of the ephones that have this ephone-dn on a button, ascending."""
    return carriers(item, "ephone", "ephone-dn", "button")
