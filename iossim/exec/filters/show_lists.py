"""show ip as-path-access-list, show ip community-list, show zone security and show zone-pair security."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.fields import field
from iossim.router.network.interfaces import interfaces


@exec_command
def show_ip_as_path_access_list(line: Line, number: str = "") -> Iterator[str]:
    """The lists of AS paths, or one."""
    last = ""
    for command in line.router.config.root.all("ip_as_path_access_list"):
        name, text = command.text.split(maxsplit=4)[3:]
        if number in ("", name):
            if name != last:
                yield f"AS path access list {name}"
            last = name
            yield f"    {text}"


@exec_command
def show_ip_community_list(line: Line, name: str = "") -> Iterator[str]:
    """The lists of communities, or one."""
    last = ""
    for command in line.router.config.root.all("ip_community_list"):
        words = command.text.split()[2:]
        named = words[0] in ("standard", "expanded")
        kind, own, *entry = words if named else ("standard" if int(words[0]) < 100 else "expanded", *words)
        if name not in ("", own):
            continue
        if own != last:
            numbered = f"Community standard list {own}" if kind == "standard" else f"Community (expanded) access list {own}"
            yield f"Named Community {kind} list {own}" if named else numbered
        last = own
        yield f"    {' '.join(entry)}"


@exec_command
def show_zone_security(line: Line, name: str = "") -> Iterator[str]:
    """The zones of the firewall with their interfaces; the router itself is one."""
    ports = interfaces(line.router.network)
    if name in ("", "self"):
        yield from ("zone self", "  Description: System defined zone", "", "")
    for section in line.router.config.root.find_sections("zone_security"):
        if name not in ("", section.key[0]):
            continue
        yield f"zone {section.key[0]}"
        if text := field(section, "description", "text"):
            yield f"  Description: {text}"
        members = [port.name for port in ports if field(port.section, "zone_member_security", "zone") == section.key[0]]
        if members:
            yield "  Member Interfaces:"
            yield from (f"    {member}" for member in members)
        yield from ("", "")


@exec_command
def show_zone_pair_security(line: Line, name: str = "") -> Iterator[str]:
    """The pairs of zones with their policies."""
    for section in line.router.config.root.find_sections("zone_pair_security"):
        header = section.header
        if header is None or name not in ("", section.key[0]):
            continue
        yield f"Zone-pair name {section.key[0]}"
        yield f"    Source-Zone {header.fields['source']}  Destination-Zone {header.fields['destination']} "
        yield f"    service-policy {field(section, 'service_policy_type_inspect', 'name') or 'not configured'}"
