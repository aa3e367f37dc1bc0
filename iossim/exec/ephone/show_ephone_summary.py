"""show ephone summary [brief | types] and show ephone [registered | unregistered] summary: phones in short."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config.phone_types import shown_type
from iossim.exec.command import Line, exec_command
from iossim.exec.ephone.phone_text import flags_line, head_line
from iossim.exec.ephone.show_ephone_media import music_on_hold
from iossim.exec.phones import configured_type, phone_buttons
from iossim.exec.text import row
from iossim.router import RouterCore
from iossim.router.fields import field, is_set, number
from iossim.router.phones import DECEASED, REGISTERED, UNREGISTERED, Device
from iossim.router.templates import in_force


@dataclass(frozen=True, slots=True)
class Table:
    """The layout of a table of buttons.

    Attributes:
        widths: the widths of the columns; the last column has none.
        ruler: the length of the lines of `=` around the head.
        last_ruler: the length of the line of `=` at the end.
        end: the end of the head.
    """

    widths: tuple[int, ...]
    ruler: int
    last_ruler: int
    end: str = ""


REGISTERED_TABLE = Table((10, 7, 15, 16, 4, 5, 12), 82, 82)
UNREGISTERED_TABLE = Table((11, 8, 16, 14, 5, 5, 9), 79, 79, " ")
BRIEF_TABLE = Table((16, 8, 16, 16, 5, 6, 9), 108, 105)
_COLUMNS = ("PhoneType", "Ephone", "MacAddress", "IpAddress", "Ln", "Dn", "Number", "Status")


@exec_command
def show_ephone_summary(line: Line, brief: bool = False, types: bool = False) -> Iterator[str]:
    """Three lines a phone, and figures; or a table of buttons, or of types."""
    router = line.router
    if types:
        return _by_type(router)
    return _table(router, list(router.phones.sccp.all()), BRIEF_TABLE) if brief else _summary(router)


@exec_command
def show_ephone_list_summary(line: Line, registered: bool = False) -> Iterator[str]:
    """The registered, or the unregistered, phones: one line a button."""
    phones = line.router.phones.sccp
    if registered:
        return _table(line.router, list(phones.registered()), REGISTERED_TABLE)
    return _table(line.router, [phone for phone in phones.all() if not phone.registered and phone.name], UNREGISTERED_TABLE)


def _summary(router: RouterCore) -> Iterator[str]:
    figures = router.phones.summary()
    service = router.config.section("telephony_service")
    conferences = number(service, "max_conferences", "count", 8)
    yield "hairpin_block:"
    for device in router.phones.sccp.all():
        yield from _phone(router, device)
    yield (
        f"Max {number(service, 'max_ephones', 'count', 0)}, Registered {figures.registered}, "
        f"Unregistered {figures.unregistered}, Deceased {figures.deceased}, Sockets {figures.sockets}"
    )
    yield f"Max Conferences {conferences} with 0 active ({conferences} allowed)"
    yield from music_on_hold(field(service, "moh", "file"))


def _phone(router: RouterCore, device: Device) -> Iterator[str]:
    buttons = [button for button in phone_buttons(device) if button.dns]
    tags = "".join(f"  {button.number}:{button.dns[0]}" for button in buttons)
    primary = f"{buttons[0].dns[0]}*" if buttons else "0"
    yield head_line(router, device)
    yield f"{flags_line(router, device, paging=False)}  primary_dn: {primary}"
    kind = shown_type(device.reported)
    yield f"IP:{device.address or '0.0.0.0'} * {kind}  keepalive {device.keepalives}   music 0{tags}"
    if is_set(in_force(router.config, device.section), "voice_class_stun_usage"):
        yield "voice-class stun is enabled"


def _table(router: RouterCore, devices: list[Device], table: Table) -> Iterator[str]:
    yield "=" * table.ruler
    yield row(table.widths, *_COLUMNS) + table.end
    yield "=" * table.ruler
    for device in devices:
        for cells in _rows(router, device):
            yield row(table.widths, *cells)
    yield "=" * table.last_ruler
    yield from _totals(router)


def _rows(router: RouterCore, device: Device) -> Iterator[tuple[str, ...]]:
    kind = configured_type(router, device) if device.name else ""
    first: tuple[str, ...] = (kind or "Unknown Ephone", device.tag, device.mac, device.current_address)
    status = device.status.capitalize() if device.name else "Unknown"
    cells = []
    for button in phone_buttons(device):
        if button.dns:
            extension = router.phones.extensions.get(button.dns[0])
            star = "*" if button.overlay else ""
            cells.append((str(button.number), f"{button.dns[0]}{star}", extension.number if extension is not None else ""))
    for button_cells in cells or [("", "", "")]:
        yield (*first, *button_cells, status)
        first = ("", "", "", "")


def _totals(router: RouterCore) -> Iterator[str]:
    figures = router.phones.summary()
    unknown = sum(1 for device in router.phones.sccp.all() if not device.name)
    yield f"Total ephones configured   : {figures.configured}"
    yield f"Total ephones registered   : {figures.registered}"
    yield f"Total ephones unregistered : {figures.unregistered - unknown}"
    yield f"Total ephones deceased     : {figures.deceased}"
    yield f"Ephones in unknown state   : {unknown}"


def _by_type(router: RouterCore) -> Iterator[str]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for device in router.phones.sccp.all():
        figures = counts[(configured_type(router, device) if device.name else "") or "Unknown Ephone type"]
        figures[0] += 1
        figures[{REGISTERED: 1, UNREGISTERED: 2, DECEASED: 3}[device.status] if device.name else 4] += 1
    ruler = "=" * 75
    yield ruler
    yield f"{'PhoneType':22}{'Configured':12}{'Registered':12}{'Unregistered':14}{'Deceased':10}Other"
    yield ruler
    yield from (_figures(kind, figures) for kind, figures in sorted(counts.items()))
    yield ruler
    yield _figures("Total Phones", [sum(figures[place] for figures in counts.values()) for place in range(5)])
    yield ruler


def _figures(kind: str, figures: list[int]) -> str:
    return f"{kind:22}{figures[0]:<12}{figures[1]:<12}{figures[2]:<14}{figures[3]:<10}{figures[4]}"
