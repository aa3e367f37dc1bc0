"""show ip as-path-access-list, show ip community-list, show zone security and show zone-pair security."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from iossim.exec.command import Line, exec_command
from iossim.language import Command
from iossim.router.fields import field
from iossim.router.network.interfaces import interfaces


@exec_command
def show_ip_as_path_access_list(line: Line, number: str = "") -> Iterator[str]:
    """The lists of AS paths, or one."""
    entries = (command.text.split(maxsplit=4)[3:] for command in line.router.config.root.all("ip_as_path_access_list"))
    for name, listed in groupby(entries, key=itemgetter(0)):
        if number in ("", name):
            yield f"AS path access list {name}"
            yield from (f"    {text}" for _, text in listed)


@exec_command
def show_ip_community_list(line: Line, name: str = "") -> Iterator[str]:
    """The lists of communities, or one."""
    entries = map(_community_entry, line.router.config.root.all("ip_community_list"))
    for (title, own), listed in groupby(entries, key=itemgetter(0, 1)):
        if name in ("", own):
            yield f"{title} {own}"
            yield from (f"    {text}" for _, _, text in listed)


def _community_entry(command: Command) -> tuple[str, str, str]:
    """The title of the list of an entry, the name of the list, and the entry."""
    first, second, *rest = command.words[2:]
    if first in ("standard", "expanded"):
        return f"Named Community {first} list", second, " ".join(rest)
    title = "Community standard list" if int(first) < 100 else "Community (expanded) access list"
    return title, first, " ".join([second, *rest])


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
