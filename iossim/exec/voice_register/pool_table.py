"""The table of pools, a row for every line of a phone: `show voice register pool list`, `ip`, `mac` and others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from iossim.exec.phones import phone_buttons
from iossim.exec.text import row
from iossim.router import RouterCore
from iossim.router.fields import field, mac_of
from iossim.router.phones import Device

HEAD = (
    "Pool ID              IP Address      Ln DN  Number               State",
    "==== =============== =============== == === ==================== ============",
)
WIDTHS = (5, 16, 16, 3, 4, 21)


class PoolLine(NamedTuple):
    """A line of a pool.

    Attributes:
        button: its position on the phone, from 1.
        dn: the tag of its directory number.
        number: its number.
        registered: the phone is registered with it.
    """

    button: int
    dn: str
    number: str
    registered: bool


def lines_of_pool(router: RouterCore, device: Device) -> list[PoolLine]:
    """The lines of a pool; a line without a configured directory number is left out."""
    lines = []
    for button in phone_buttons(device):
        for tag in button.dns:
            extension = router.phones.sip_extensions.get(tag)
            if extension is not None:
                registered = device.registered and device.tag in extension.carriers
                lines.append(PoolLine(button.number, tag, extension.number, registered))
    return lines


def table(router: RouterCore, devices: Iterable[Device]) -> Iterator[str]:
    """The table of some pools."""
    yield from HEAD
    for device in devices:
        yield from rows(device, lines_of_pool(router, device))


def rows(device: Device, lines: list[PoolLine], widths: Sequence[int] = WIDTHS) -> Iterator[str]:
    """The rows of a pool; the number of a registered line is the pattern of its dial peer.

    Args:
        device: the pool.
        lines: its lines; without lines, the row has the status of the pool.
        widths: the widths of the columns; the last column has none.
    """
    address = mac_of(device.section) or field(device.section, "id", "address")
    first: tuple[str, ...] = (device.tag, address, device.current_address)
    if not lines:
        yield row(widths, *first, "", "", "", device.status.upper())
    for line in lines:
        number, state = (f"{line.number}$", "REGISTERED") if line.registered else (line.number, "UNREGISTERED")
        yield row(widths, *first, line.button, line.dn, number, state)
        first = ("", "", "")
