"""show ip nat and clear ip nat: static translations; no packet makes a dynamic one."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.text import row
from iossim.language import Command
from iossim.router import RouterCore
from iossim.router.fields import field
from iossim.router.network.interfaces import interface, interfaces

_WIDTHS = (4, 19, 19, 19)
_NONE = "---"


@exec_command
def show_ip_nat_translations(line: Line, nat_protocol: str = "") -> Iterator[str]:
    """The translations, or those of a protocol; nothing at all if there are none."""
    rows = [cells for cells in _translations(line.router) if nat_protocol in ("", cells[0])]
    if rows:
        yield row(_WIDTHS, "Pro", "Inside global", "Inside local", "Outside local", "Outside global")
    yield from (row(_WIDTHS, *cells) for cells in rows)


def _translations(router: RouterCore) -> list[tuple[str, str, str, str, str]]:
    root = router.config.root
    inside = [_inside(router, command) for command in root.all("ip_nat_inside_source_static")]
    outside = [_outside(command) for command in root.all("ip_nat_outside_source_static")]
    return [*inside, *outside]


def _inside(router: RouterCore, command: Command) -> tuple[str, str, str, str, str]:
    words = str(command.fields["nat_static"]).split()
    protocol = words[0] if words[0] in ("tcp", "udp") else ""
    addresses = command.fields.get("address", [])
    addresses = [addresses] if isinstance(addresses, str) else addresses
    ports = command.fields.get("port", [])
    ports = [ports] if isinstance(ports, str) else ports
    local = addresses[0] if addresses else _NONE
    port = interface(router.network, str(command.fields["interface"])) if "interface" in command.fields else None
    own = str(port.address.ip) if port is not None and port.address is not None else _NONE
    outer = addresses[1] if len(addresses) > 1 else own
    if protocol and len(ports) > 1:
        return protocol, f"{outer}:{ports[1]}", f"{local}:{ports[0]}", _NONE, _NONE
    return _NONE, outer, local, _NONE, _NONE


def _outside(command: Command) -> tuple[str, str, str, str, str]:
    addresses = command.fields.get("address", [])
    outer, local = addresses[:2] if isinstance(addresses, list) and len(addresses) > 1 else (_NONE, _NONE)
    return _NONE, _NONE, _NONE, local, outer


@exec_command
def show_ip_nat_statistics(line: Line) -> Iterator[str]:
    """The numbers of translations, the interfaces, and the rules of dynamic ones."""
    router = line.router
    rows = _translations(router)
    static, extended = len(rows), sum(cells[0] != _NONE for cells in rows)
    yield f"Total active translations: {static} ({static} static, 0 dynamic; {extended} extended)"
    yield f"Peak translations: {static}"
    for title, domain in (("Outside interfaces:", "outside"), ("Inside interfaces: ", "inside")):
        names = [port.name for port in interfaces(router.network) if field(port.section, "ip_nat", "nat") == domain]
        yield title
        if names:
            yield f"  {', '.join(names)}"
    yield "Hits: 0  Misses: 0"
    yield "CEF Translated packets: 0, CEF Punted packets: 0"
    yield "Expired translations: 0"
    yield "Dynamic mappings:"
    rules = router.config.root.all("ip_nat_inside_source")
    if rules:
        yield "-- Inside Source"
    for number, command in enumerate(rules, 1):
        kind, name = str(command.fields["nat_source"]).split()[:2]
        pool = command.fields.get("name")
        way = f"pool {pool}" if pool else f"interface {command.fields.get('interface', '')}"
        yield f"[Id: {number}] {'access-list' if kind == 'list' else kind} {name} {way} refcount 0"
