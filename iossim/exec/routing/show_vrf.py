"""show vrf, show vrf detail, show ip vrf and show ip vrf interfaces."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.router.fields import field
from iossim.router.network.interfaces import Interface, interfaces

_FAMILIES = ("ipv4 unicast", "ipv6 unicast", "ipv4 multicast", "ipv6 multicast")


def _vrfs(line: Line, wanted: str) -> list[Section]:
    root = line.router.config.root
    sections = [*root.any_sections("vrf_definition"), *root.any_sections("ip_vrf")]
    return sorted((section for section in sections if wanted in ("", section.key[0])), key=lambda section: section.key[0])


def _members(line: Line, section: Section) -> list[Interface]:
    return [port for port in interfaces(line.router.network) if port.vrf == section.key[0]]


def _is_old(section: Section) -> bool:
    """True for `ip vrf`, which knows IPv4 only."""
    return section.header is not None and section.header.name == "ip_vrf"


def _distinguisher(section: Section) -> str:
    return next((str(command.fields["rd"]) for command in section.all("rd")), "<not set>")


def _protocols(section: Section) -> list[str]:
    if _is_old(section):
        return ["ipv4"]
    return [part.key[0] for part in section.any_sections("address_family")]


def _rows(first: str, members: list[Interface], width: int) -> Iterator[str]:
    """A row, with one interface a line."""
    yield f"{first}{members[0].short if members else ''}"
    yield from (f"{'':{width}}{port.short}" for port in members[1:])


@exec_command
def show_vrf(line: Line, vrf: str | bool = "") -> Iterator[str]:
    """The VRFs and their interfaces."""
    yield "  Name                             Default RD            Protocols   Interfaces"
    for section in _vrfs(line, vrf if isinstance(vrf, str) else ""):
        first = f"  {section.key[0]:32} {_distinguisher(section):21} {','.join(_protocols(section)):11} "
        yield from _rows(first, _members(line, section), 69)


@exec_command
def show_ip_vrf(line: Line, vrf: str | bool = "") -> Iterator[str]:
    """The VRFs with IPv4, and their interfaces."""
    yield "  Name                             Default RD            Interfaces"
    for section in _vrfs(line, vrf if isinstance(vrf, str) else ""):
        if "ipv4" in _protocols(section):
            first = f"  {section.key[0]:32} {_distinguisher(section):21} "
            yield from _rows(first, _members(line, section), 57)


@exec_command
def show_ip_vrf_interfaces(line: Line, vrf: str | bool = "") -> Iterator[str]:
    """The interfaces of VRFs, with their addresses."""
    yield "Interface              IP-Address      VRF                              Protocol"
    for section in _vrfs(line, vrf if isinstance(vrf, str) else ""):
        for port in _members(line, section):
            address = str(port.address.ip) if port.address is not None else "unassigned"
            yield f"{port.short:22} {address:15} {section.key[0]:32} {port.state[1]}"


@exec_command
def show_vrf_detail(line: Line, vrf: str | bool = "") -> Iterator[str]:
    """All about the VRFs."""
    wanted = vrf if isinstance(vrf, str) else ""
    for number, section in enumerate(_vrfs(line, ""), 1):
        if wanted in ("", section.key[0]):
            yield from _detail(line, section, number)


def _detail(line: Line, section: Section, number: int) -> Iterator[str]:
    yield f"VRF {section.key[0]} (VRF Id = {number}); default RD {_distinguisher(section)}; default VPNID <not set>"
    description = field(section, "description", "text")
    if description:
        yield f"  Description: {description}"
    if _is_old(section):
        yield "  Old CLI format, supports IPv4 only"
    else:
        yield "  New CLI format, supports multiple address-families"
    yield "  Flags: 0x1808" if not _is_old(section) else "  Flags: 0xC"
    members = _members(line, section)
    yield "  Interfaces:" if members else "  No interfaces"
    if members:
        yield f"    {' '.join(f'{port.short:24}' for port in members)}"
    for family in _FAMILIES:
        if family.split()[0] in _protocols(section) and family.endswith("unicast"):
            yield from _family(section, family, number)
        else:
            yield f"Address family {family} not active"
    yield ""


def _family(section: Section, family: str, number: int) -> Iterator[str]:
    inner = section.section("address_family", family.split(maxsplit=1)[0])
    targets = [command for part in (section, inner) if part is not None for command in part.all("route_target")]
    yield f"Address family {family} (Table ID = 0x{number:X}):"
    yield "  Flags: 0x0"
    for way in ("export", "import"):
        names = [str(command.fields["community"]) for command in targets if command.fields["direction"] in (way, "both")]
        yield (
            f"  {way.capitalize()} VPN route-target communities"
            if names
            else f"  No {way.capitalize()} VPN route-target communities"
        )
        yield from (f"    RT:{name:20}" for name in names)
    yield "  No import route-map"
    yield "  No global export route-map"
    yield "  No export route-map"
    yield "  VRF label distribution protocol: not configured"
    yield "  VRF label allocation mode: per-prefix"
