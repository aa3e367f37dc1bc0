"""show voice register pool …: tables of SIP phones, by line, by what goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iossim.exec.base import Line, Result, exec_command
from iossim.exec.phone_state import remote
from iossim.exec.show_pool import lines_of_pool, pool_text
from iossim.exec.sip_statistics import NO_REQUEST, refused_phones
from iossim.router import RouterCore
from iossim.router.fields import field, is_set, mac_of
from iossim.router.phones import Device

_HEAD = [
    "Pool ID              IP Address      Ln DN  Number               State",
    "==== =============== =============== == === ==================== ============",
]
_BRIEF = [
    "Pool ID                        IP Address                 Ln DN  Number     State",
    "==== ========================  ========================== == === ========== ============",
]
_WIDTHS, _BRIEF_WIDTHS = (5, 16, 16, 3, 4, 21), (5, 26, 27, 3, 4, 11)
PoolRow = tuple[int, str, str, bool]


@exec_command
def show_voice_register_pool(line: Line, pool: str | bool = "", brief: bool = False) -> Result:
    """One pool, or every pool; in short as a table."""
    router = line.router
    one = router.phones.pool(pool) if isinstance(pool, str) else None
    devices = [one] if one is not None else [] if isinstance(pool, str) else list(router.phones.sip.all())
    if brief:
        return _lines(_BRIEF, (each for device in devices for each in _rows(router, device, _BRIEF_WIDTHS)))
    return _lines([], (each for device in devices for each in pool_text(router, device)))


def _lines(head: list[str], body: Iterable[str]) -> str:
    return "".join(f"{each}\n" for each in (*head, *body))


def _rows(router: RouterCore, device: Device, widths: tuple[int, ...], lines: list[PoolRow] | None = None) -> Iterator[str]:
    own = lines_of_pool(router, device) if lines is None else lines
    known = mac_of(device.section) or field(device.section, "id", "address")
    states = [(str(button), tag, number, "REGISTERED" if up else "UNREGISTERED") for button, tag, number, up in own]
    for place, cells in enumerate(states or [("", "", "", device.status.upper())]):
        first = (device.tag, known, device.current_address) if place == 0 else ("", "", "")
        yield "".join(f"{cell:<{width - 1}} " for cell, width in zip((*first, *cells[:3]), widths, strict=True)) + cells[3]


def table(router: RouterCore, devices: Iterable[Device]) -> str:
    """SIP phones, one line for each of theirs."""
    return _lines(_HEAD, (each for device in devices for each in _rows(router, device, _WIDTHS)))


@exec_command
def show_voice_register_pool_list(line: Line, pool_list: str) -> Result:
    """The pools that meet a condition, each condition in a form of its own."""
    router = line.router
    devices = list(router.phones.sip.all())
    match pool_list:
        case "after-hour-exempt":
            return _lines(_HEAD, (each for device in devices for each in _exempt(router, device)))
        case "attempted-registrations":
            return refused_phones(router.phones.sip_attempts)
        case "cfa":
            return _forwards(router, devices)
        case "phone-load":
            return _loads(devices)
        case "registered":
            return _lines([], (each for device in devices if device.registered for each in pool_text(router, device)))
        case "unregistered":
            return _lines([], (each for device in devices if not device.registered for each in _unregistered(device)))
        case _:
            return table(router, remote(router, devices))


def _exempt(router: RouterCore, device: Device) -> Iterator[str]:
    whole = is_set(device.section, "after_hour_exempt")
    dns = router.config.section
    lines = [row for row in lines_of_pool(router, device) if whole or is_set(dns("voice_register_dn", row[1]), "after_hour_exempt")]
    return _rows(router, device, _WIDTHS, lines) if lines else iter(())


def _forwards(router: RouterCore, devices: list[Device]) -> str:
    rows = []
    for device in devices:
        own, first = field(device.section, "call_forward_b2bua_all", "target"), device.tag
        for button, tag, number, _ in lines_of_pool(router, device):
            target = field(router.config.section("voice_register_dn", tag), "call_forward_b2bua_all", "target") or own
            if target:
                rows.append(f"{first:<4} {button:<2} {tag:<3} {number:<20} {target}")
                first = ""
    head = ["Pool Ln DN  Number               Call Forward All Number", "==== == === ==================== ========================"]
    return _lines(head, rows)


def _loads(devices: list[Device]) -> str:
    head = ["Pool Device Name     Current Version   Previous Version", "==== =============== ================= ==================="]
    rows = [f"{each.tag:<4} {each.name:<15} {each.load:<17} {each.previous_load}".rstrip() for each in devices if each.last_reset]
    return _lines(head, rows)


def _unregistered(device: Device) -> Iterator[str]:
    counters = device.counters
    yield f" Pool Tag: {device.tag}"
    yield f" MAC Address                : {device.mac}"
    yield f" No. of attempts to register: {counters.attempts}"
    yield f" Unregister time            :{f' {counters.unregistered}' if counters.unregistered else ''}"
    yield f" Last register request time :{f' {counters.last_request}' if counters.last_request else ''}"
    yield " Reason for state unregister: "
    yield f"         {NO_REQUEST}"


@exec_command
def show_voice_register_pool_ip(line: Line, ip: str) -> Result:
    """The SIP phone that is registered from an address."""
    return table(line.router, [each for each in line.router.phones.sip.all() if each.current_address == ip])


@exec_command
def show_voice_register_pool_mac(line: Line, mac: str) -> Result:
    """The SIP phone with a MAC address."""
    found = line.router.phones.find(mac)
    return table(line.router, [found] if found is not None and found.sip else [])


@exec_command
def show_voice_register_pool_telephone_number(line: Line, number: str) -> Result:
    """The SIP phones that have a telephone number."""
    router = line.router
    rows: list[str] = []
    for device in router.phones.sip.all():
        lines = [row for row in lines_of_pool(router, device) if row[2] == number]
        rows += _rows(router, device, _WIDTHS, lines) if lines else ()
    return _lines(_HEAD, rows)
