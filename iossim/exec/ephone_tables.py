"""show ephone …: tables of phones, and who has which number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config import Section
from iossim.exec.base import Line, Result, exec_command
from iossim.exec.phone_state import NONE_SUCH, carriers, configured_type, phone_buttons, tag_of
from iossim.router import RouterCore
from iossim.router.facts.phone_types import shown_type
from iossim.router.fields import field, is_set, mac_of
from iossim.router.phones import DECEASED, REGISTERED, UNREGISTERED, Device


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table of buttons, and how wide its lines of `=` are."""

    widths: tuple[int, ...]
    ruler: int
    last_ruler: int
    end: str = ""


REGISTERED_TABLE = Table((10, 7, 15, 16, 4, 5, 12), 82, 82)
UNREGISTERED_TABLE = Table((11, 8, 16, 14, 5, 5, 9), 79, 79, " ")
BRIEF_TABLE = Table((16, 8, 16, 16, 5, 6, 9), 108, 105)
_COLUMNS = ("PhoneType", "Ephone", "MacAddress", "IpAddress", "Ln", "Dn", "Number", "Status")


@exec_command
def show_ephone_list_summary(line: Line, registered: bool = False) -> Result:
    """The registered, or the unregistered, phones: one line a button."""
    devices = [
        device for device in line.router.phones.sccp.all() if device.registered == registered and (registered or device.name)
    ]
    return _table(line.router, devices, REGISTERED_TABLE if registered else UNREGISTERED_TABLE)


def rows_brief(router: RouterCore) -> str:
    """`show ephone summary brief`: one line a button of all phones."""
    return _table(router, list(router.phones.sccp.all()), BRIEF_TABLE)


def _table(router: RouterCore, devices: list[Device], table: Table) -> str:
    rows = [row for device in devices for row in _rows(router, device)]
    text = ["=" * table.ruler, _row(table, _COLUMNS) + table.end, "=" * table.ruler]
    text += [_row(table, row) for row in rows]
    return "\n".join([*text, "=" * table.last_ruler, *_totals(router), ""])


def _row(table: Table, cells: tuple[str, ...]) -> str:
    return "".join(f"{cell:<{width - 1}} " for cell, width in zip(cells, table.widths, strict=False)) + cells[-1]


def _rows(router: RouterCore, device: Device) -> Iterator[tuple[str, ...]]:
    kind = configured_type(router, device) if device.name else ""
    first = (kind or "Unknown Ephone", device.tag, device.mac, device.current_address)
    status = device.status.capitalize() if device.name else "Unknown"
    lines = []
    for button in phone_buttons(device):
        if button.dns:
            extension = router.phones.extensions.get(button.dns[0])
            star = "*" if button.overlay else ""
            lines.append((str(button.number), f"{button.dns[0]}{star}", extension.number if extension is not None else ""))
    for place, cells in enumerate(lines or [("", "", "")]):
        yield (*(first if place == 0 else ("", "", "", "")), *cells, status)


def _totals(router: RouterCore) -> list[str]:
    figures = router.phones.summary()
    unknown = sum(1 for device in router.phones.sccp.all() if not device.name)
    return [
        f"Total ephones configured   : {figures.configured}",
        f"Total ephones registered   : {figures.registered}",
        f"Total ephones unregistered : {figures.unregistered - unknown}",
        f"Total ephones deceased     : {figures.deceased}",
        f"Ephones in unknown state   : {unknown}",
    ]


def by_type(router: RouterCore) -> str:
    """`show ephone summary types`: one line a type, in figures."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for device in router.phones.sccp.all():
        row = counts[(configured_type(router, device) if device.name else "") or "Unknown Ephone type"]
        row[0] += 1
        row[{REGISTERED: 1, UNREGISTERED: 2, DECEASED: 3}[device.status] if device.name else 4] += 1
    total = [sum(row[place] for row in counts.values()) for place in range(5)]
    ruler = "=" * 75
    head = f"{'PhoneType':22}{'Configured':12}{'Registered':12}{'Unregistered':14}{'Deceased':10}Other"
    rows = [_figures(kind, row) for kind, row in sorted(counts.items())]
    return "\n".join([ruler, head, ruler, *rows, ruler, _figures("Total Phones", total), ruler, ""])


def _figures(kind: str, row: list[int]) -> str:
    return f"{kind:22}{row[0]:<12}{row[1]:<12}{row[2]:<14}{row[3]:<10}{row[4]}"


@exec_command
def show_ephone_attempted_registrations(line: Line) -> Result:
    """The phones that were not allowed to register."""
    lines = [
        "Attempting Mac address:",
        "Num    Mac Address         DateTime                          DeviceType",
        "-" * 77,
    ]
    for place, each in enumerate(line.router.phones.attempts, start=1):
        when = f"{each.latest:%H:%M:%S} UTC {each.latest:%a %b} {each.latest.day} {each.latest.year}"
        lines.append(f"{place:<7}{each.mac:<20}{when:<34}{shown_type(each.reported)} ")
    return "\n".join([*lines, ""])


@exec_command
def show_ephone_with_dn(line: Line, dn: str | bool = "") -> Result:
    """The phones that have a directory number, or each of them, on a button."""
    router = line.router
    found = carriers(router.config, "ephone")
    tags = [dn] if isinstance(dn, str) and dn else [tag_of(section) for section in router.config.sections("ephone_dn")]
    return "".join(_tag(tag, found.get(str(tag), []), " ", "") for tag in map(str, tags) if router.config.section("ephone_dn", tag))


def _tag(tag: str, phones: list[tuple[Section, int]], end: str, indent: str) -> str:
    lines = [f"Tag {tag}, Normal or Intercom dn{end}"]
    lines += [f"{indent}ephone {tag_of(phone)}, mac-address {mac_of(phone)}, line {button}" for phone, button in phones]
    return "".join(f"{each}\n" for each in lines)


@exec_command
def show_ephone_telephone_number(line: Line, number: str) -> Result:
    """The phones that have a telephone number on a button."""
    config = line.router.config
    found = carriers(config, "ephone")
    text = ""
    for section in config.sections("ephone_dn"):
        numbers = {name: field(section, "number", name) for name in ("number", "secondary")}
        which = next(("primary" if name == "number" else "secondary" for name, value in numbers.items() if value == number), "")
        if which:
            text += f"DP tag: 0, {which}\n" + _tag(tag_of(section), found.get(tag_of(section), []), "", "  ")
    return text or NONE_SUCH


@exec_command
def show_ephone_login(line: Line) -> Result:
    """Which phones ask for a PIN. Nobody logs in at a simulated phone."""
    config = line.router.config
    everywhere = is_set(config.section("telephony_service"), "pin")
    lines = []
    for section in config.sections("ephone"):
        pin = "LOCAL" if is_set(section, "pin") else "GLOBAL" if everywhere else "FALSE"
        logged_in = f"{f'Pin enabled:{pin}':<24}Logged-in:FALSE" if pin != "FALSE" else f"Pin enabled:{pin}"
        lines.append(f"{f'ephone {tag_of(section)}':<16}{logged_in}")
    return "".join(f"{each}\n" for each in lines)


@exec_command
def show_ephone_phone_load(line: Line) -> Result:
    """The firmware of the phones that ever registered, and why they last started."""
    rows = [f"{'DeviceName':18}{'CurrentPhoneload':23}{'PreviousPhoneload':23}LastReset", "=" * 69]
    rows += [
        f"{device.name:18}{device.load:23}{device.previous_load:23}{device.last_reset}"
        for device in line.router.phones.sccp.all()
        if device.last_reset
    ]
    return "\n".join([*rows, ""])
