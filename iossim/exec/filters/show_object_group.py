"""show object-group."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.render import ordered
from iossim.exec.command import Line, exec_command


@exec_command
def show_object_group(line: Line, name: str = "") -> Iterator[str]:
    """The object groups, or one."""
    for section in line.router.config.root.any_sections("object_group"):
        header = section.header
        if name in ("", section.key[-1]) and header is not None:
            kind = str(header.fields["object_group_kind"]).capitalize()
            yield f"{kind} object group {section.key[-1]}"
            for _, command in ordered(section):
                yield f" {'D' + command.text[1:] if command.name == 'description' else command.text}"
