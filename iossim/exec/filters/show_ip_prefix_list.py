"""show ip prefix-list and show ipv6 prefix-list."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command


@exec_command
def show_ip_prefix_list(line: Line, name: str = "") -> Iterator[str]:
    """The prefix lists, or one."""
    yield from _lists(line, "ip", "prefix_entry", name)


@exec_command
def show_ipv6_prefix_list(line: Line, name: str = "") -> Iterator[str]:
    """The prefix lists of IPv6, or one."""
    yield from _lists(line, "ipv6", "prefix6_entry", name)


def _lists(line: Line, family: str, field: str, name: str) -> Iterator[str]:
    entries = line.router.config.root.all(f"{family}_prefix_list")
    names = sorted({str(entry.fields["name"]) for entry in entries if name in ("", entry.fields["name"])})
    if name and not names:
        yield f"% Can't find prefix-list {name}"
    for one in names:
        listed = [entry for entry in entries if entry.fields["name"] == one]
        yield f"{family} prefix-list {one}: {len(listed)} entries"
        yield from (f"   seq {entry.fields['sequence']} {entry.fields[field]}" for entry in listed)
