"""show voice register pool CONDITION, ip, mac and telephone-number: tables of the pools that meet a condition."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.phones import remote
from iossim.exec.voice_register.pool_table import HEAD, lines_of_pool, rows, table
from iossim.exec.voice_register.pool_text import pool_text
from iossim.exec.voice_register.show_statistics import NO_REQUEST, refused_phones
from iossim.router import RouterCore
from iossim.router.fields import field, is_set
from iossim.router.phones import Device


@exec_command
def show_voice_register_pool_list(line: Line, pool_list: str) -> Iterator[str]:
    """The pools that meet a condition; every condition has its own layout."""
    router = line.router
    devices = list(router.phones.sip.all())
    match pool_list:
        case "after-hour-exempt":
            return _exempt(router, devices)
        case "attempted-registrations":
            return refused_phones(router.phones.sip_attempts, router.clock)
        case "cfa":
            return _forwards(router, devices)
        case "phone-load":
            return _loads(devices)
        case "registered":
            return (text for device in devices if device.registered for text in pool_text(router, device))
        case "unregistered":
            return (text for device in devices if not device.registered for text in _unregistered(device))
        case _:
            return table(router, remote(router, devices))


def _exempt(router: RouterCore, devices: list[Device]) -> Iterator[str]:
    yield from HEAD
    for device in devices:
        whole = is_set(device.section, "after_hour_exempt")
        lines = [
            line
            for line in lines_of_pool(router, device)
            if whole or is_set(router.config.section("voice_register_dn", line.dn), "after_hour_exempt")
        ]
        if lines:
            yield from rows(device, lines)


def _forwards(router: RouterCore, devices: list[Device]) -> Iterator[str]:
    yield "Pool Ln DN  Number               Call Forward All Number"
    yield "==== == === ==================== ========================"
    for device in devices:
        of_pool, first = field(device.section, "call_forward_b2bua_all", "target"), device.tag
        for line in lines_of_pool(router, device):
            dn = router.config.section("voice_register_dn", line.dn)
            if target := field(dn, "call_forward_b2bua_all", "target") or of_pool:
                yield f"{first:<4} {line.button:<2} {line.dn:<3} {line.number:<20} {target}"
                first = ""


def _loads(devices: list[Device]) -> Iterator[str]:
    yield "Pool Device Name     Current Version   Previous Version"
    yield "==== =============== ================= ==================="
    for device in devices:
        if device.last_reset:
            yield f"{device.tag:<4} {device.name:<15} {device.load:<17} {device.previous_load}".rstrip()


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
def show_voice_register_pool_ip(line: Line, ip: str) -> Iterator[str]:
    """The SIP phone that is registered from an address."""
    return table(line.router, [device for device in line.router.phones.sip.all() if device.current_address == ip])


@exec_command
def show_voice_register_pool_mac(line: Line, mac: str) -> Iterator[str]:
    """The SIP phone with a MAC address."""
    device = line.router.phones.find(mac)
    return table(line.router, [device] if device is not None and device.sip else [])


@exec_command
def show_voice_register_pool_telephone_number(line: Line, number: str) -> Iterator[str]:
    """The SIP phones that have a telephone number."""
    router = line.router
    yield from HEAD
    for device in router.phones.sip.all():
        lines = [pool_line for pool_line in lines_of_pool(router, device) if pool_line.number == number]
        if lines:
            yield from rows(device, lines)
