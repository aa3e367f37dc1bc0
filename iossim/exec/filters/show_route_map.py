"""show route-map."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command

#: The words of a `match`, and how the router shows them.
_CLAUSES = {"ip address prefix-list ": "ip address prefix-lists: ", "ip address ": "ip address (access-lists): "}


@exec_command
def show_route_map(line: Line, name: str = "") -> Iterator[str]:
    """The route maps, or one."""
    maps = [section for section in line.router.config.root.find_sections("route_map") if name in ("", section.key[0])]
    if name and not maps:
        yield f"route-map {name} not found"
    for section in maps:
        yield from _entry(section)


def _entry(section: Section) -> Iterator[str]:
    header = section.header
    action = str(header.fields.get("route_map_action", "permit")) if header is not None else "permit"
    yield f"route-map {section.key[0]}, {action}, sequence {section.key[-1]}"
    yield "  Match clauses:"
    for command in section.all("match"):
        yield f"    {_clause(str(command.fields['match_criterion']))}"
    yield "  Set clauses:"
    for command in section.all("set"):
        yield f"    {' '.join(command.words[1:])}"
    yield "  Policy routing matches: 0 packets, 0 bytes"


def _clause(text: str) -> str:
    shown = next(((words, title) for words, title in _CLAUSES.items() if text.startswith(words)), None)
    return f"{shown[1]}{text.removeprefix(shown[0])} " if shown is not None else text
