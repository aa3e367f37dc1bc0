"""show ip prefix-list."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command


@exec_command
def show_ip_prefix_list(line: Line, name: str = "") -> Iterator[str]:
    """The prefix lists, or one."""
    entries = line.router.config.root.all("ip_prefix_list")
    names = sorted({str(entry.fields["name"]) for entry in entries if name in ("", entry.fields["name"])})
    if name and not names:
        yield f"% Can't find prefix-list {name}"
    for one in names:
        listed = [entry for entry in entries if entry.fields["name"] == one]
        yield f"ip prefix-list {one}: {len(listed)} entries"
        yield from (f"   seq {entry.fields['sequence']} {entry.fields['prefix_entry']}" for entry in listed)
