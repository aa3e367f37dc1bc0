"""show ip prefix-list."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.filters.sequences import numbered


@exec_command
def show_ip_prefix_list(line: Line, name: str = "") -> Iterator[str]:
    """The prefix lists, or one."""
    entered = line.router.config.root.entries.items()
    commands = [command for identity, command in entered if identity[0] == "ip_prefix_list"]
    names = sorted({str(command.fields["name"]) for command in commands if name in ("", command.fields["name"])})
    if name and not names:
        yield f"% Can't find prefix-list {name}"
    for one in names:
        entries = [
            (str(command.fields.get("sequence", "")), str(command.fields["prefix_entry"]))
            for command in commands
            if command.fields["name"] == one
        ]
        yield f"ip prefix-list {one}: {len(entries)} entries"
        yield from (f"   seq {number} {text}" for number, text in numbered(entries, 5))
