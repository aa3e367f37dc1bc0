"""show voice emergency: the locations, zones and settings of emergency calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from iossim.config import Configuration, Section
from iossim.exec.command import Line, exec_command
from iossim.exec.phones import tag_of
from iossim.router.fields import field, is_set, number

_LOCATION, _ZONE = "voice_emergency_response_location", "voice_emergency_response_zone"


@exec_command
def show_voice_emergency(line: Line, emergency_view: str = "") -> Iterator[str]:
    """The locations as a table, their addresses, all about them, or the zones."""
    return _VIEWS[emergency_view](line.router.config)


def _elin(section: Section, entry: str) -> str:
    return field(section, "elin", "number", entry) or (field(section, "elin", "number") if entry == "1" else "")


def _subnet(section: Section, entry: str) -> tuple[str, str]:
    """Network and mask of an entry; the command without a number is that of the first entry."""
    for key in ((entry,), ()) if entry == "1" else ((entry,),):
        if section.get("subnet", *key):
            return field(section, "subnet", "network", *key), field(section, "subnet", "mask", *key)
    return "", ""


def _table(config: Configuration) -> Iterator[str]:
    yield "EMERGENCY RESPONSE LOCATIONS"
    yield "ERL               | ELIN 1     | ELIN2      | SUBNET 1        | SUBNET 2       "
    for section in config.sections(_LOCATION):
        network, mask = _subnet(section, "1")
        yield f"{tag_of(section):<18}| {_elin(section, '1'):<10} | {_elin(section, '2'):<10} | {network:<15} | {mask} "


def _addresses(config: Configuration) -> Iterator[str]:
    yield from (text for section in config.sections(_LOCATION) if (text := field(section, "address", "civic_address")))


def _all(config: Configuration) -> Iterator[str]:
    settings = config.section("voice_emergency_response_settings")
    yield "VOICE EMERGENCY RESPONSE SETTINGS"
    yield f"   Callback Number: {field(settings, 'callback', 'number')}"
    yield f"   Emergency Line ID Number: {field(settings, 'elin', 'number')}"
    yield f"   Expiry: {number(settings, 'expiry', 'minutes', 180)} minutes"
    yield "   Logging Enabled" if settings is None or is_set(settings, "logging") else "   Logging Disabled"
    for section in config.sections(_LOCATION):
        yield f"EMERGENCY RESPONSE LOCATION {tag_of(section)}"
        yield f"   Name: {field(section, 'name', 'name')}"
        yield f"   Address: {field(section, 'address', 'civic_address')}"
        for entry in ("1", "2"):
            network, mask = _subnet(section, entry)
            if network:
                yield f"   IP Address {entry}: {network} IP mask {entry}: {mask}"
        for entry in ("1", "2"):
            yield f"   Emergency Line ID {entry}: {_elin(section, entry)}"
        yield "   Last Caller: "
        yield f"   Next ELIN For Emergency Call: {_elin(section, '1')}"


def _zones(config: Configuration) -> Iterator[str]:
    yield "EMERGENCY RESPONSE ZONES"
    for zone in config.sections(_ZONE):
        yield f" zone {tag_of(zone)}"
        for command in zone.all("location"):
            yield f"    {command.text}"


_VIEWS: dict[str, Callable[[Configuration], Iterator[str]]] = {"": _table, "addresses": _addresses, "all": _all, "zone": _zones}


@exec_command
def show_voice_emergency_callers(line: Line) -> Iterator[str]:
    """The emergency calls of the last three hours; simulated phones make none."""
    yield "EMERGENCY CALLS CALL BACK TABLE"
    yield "ELIN                      | CALLER                     | TIME                "
