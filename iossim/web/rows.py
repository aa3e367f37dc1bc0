"""The rows of the live tables: phones, extensions, calls and events of a router, as texts and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from iossim.router import RouterCore
from iossim.router.buttons import buttons
from iossim.router.fields import field, name_of
from iossim.router.phones.device import Device
from iossim.router.phones.extension import Extension

#: A row: its values by column, and `id`, which tells it apart from the others.
Row = dict[str, str | int | float]
#: The columns of a table: the names in the rows, and the titles.
COLUMNS: dict[str, dict[str, str]] = {
    "ephones": {
        "tag": "Tag",
        "name": "Name",
        "type": "Type",
        "status": "Status",
        "address": "Address",
        "lines": "Lines",
        "since": "Since",
    },
    "pools": {
        "tag": "Tag",
        "name": "Name",
        "type": "Type",
        "status": "Status",
        "address": "Address",
        "lines": "Lines",
        "since": "Since",
    },
    "extensions": {"tag": "Tag", "protocol": "Protocol", "number": "Number", "name": "Name", "status": "Status", "state": "State"},
    "calls": {"number": "Number", "channel": "Channel", "state": "State", "peer": "Far end", "way": "Way", "since": "Since"},
    "events": {"index": "No", "time": "Time", "text": "Event"},
}


def rows(router: RouterCore, table: str) -> Iterator[Row]:
    """The rows of a table.

    Args:
        router: the router.
        table: a key of `COLUMNS`.
    """
    match table:
        case "ephones":
            return (_phone(router, "ephone", device) for device in router.phones.sccp.all())
        case "pools":
            return (_phone(router, "pool", device) for device in router.phones.sip.all())
        case "extensions":
            return _extensions(router)
        case "calls":
            return _calls(router)
        case _:
            return _events(router)


def _phone(router: RouterCore, kind: str, device: Device) -> Row:
    tags = [tag for button in buttons(device.section) for tag in button.dns]
    return {
        "id": f"{kind} {device.tag}",
        "tag": int(device.tag),
        "name": name_of(device.section),
        "type": device.reported or field(device.section, "type", "type"),
        "status": "resetting" if device.resetting else device.status,
        "address": device.current_address,
        "lines": " ".join(dict.fromkeys(number for tag in tags if (number := _number(router, device.sip, tag)))),
        "since": time_of(router, device.changed_at) if device.changed_at else "",
    }


def _number(router: RouterCore, sip: bool, tag: str) -> str:
    section = router.config.section("voice_register_dn" if sip else "ephone_dn", tag)
    return field(section, "number", "number")


def _extensions(router: RouterCore) -> Iterator[Row]:
    for kind, protocol, extensions in _both(router):
        for extension in extensions:
            yield {
                "id": f"{kind} {extension.tag}",
                "tag": int(extension.tag),
                "protocol": protocol,
                "number": extension.number,
                "name": field(extension.section, "name", "name"),
                "status": extension.status,
                "state": extension.state,
            }


def _calls(router: RouterCore) -> Iterator[Row]:
    for kind, _, extensions in _both(router):
        for extension in extensions:
            for channel, call in sorted(extension.channels.items()):
                yield {
                    "id": f"{kind} {extension.tag}/{channel}",
                    "number": extension.number,
                    "channel": channel,
                    "state": call.state,
                    "peer": call.peer,
                    "way": "out" if call.outgoing else "in",
                    "since": time_of(router, call.since),
                }


def _both(router: RouterCore) -> Iterator[tuple[str, str, Iterable[Extension]]]:
    yield "dn", "SCCP", router.phones.extensions.all()
    yield "sip-dn", "SIP", router.phones.sip_extensions.all()


def _events(router: RouterCore) -> Iterator[Row]:
    for event in router.phones.events:
        yield {"id": str(event.index), "index": event.index, "time": time_of(router, event.time), "text": event.text}


def time_of(router: RouterCore, uptime: int) -> str:
    """The time of day, in the router's zone, of a number of seconds after its start."""
    clock = router.clock
    return f"{clock.zone.local(clock.boot + timedelta(seconds=uptime))[0]:%H:%M:%S}"
