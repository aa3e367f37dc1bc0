"""show voice hunt-group: voice hunt-groups, their members, and the state of the members."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.hunt_groups import is_logged_out, kind_of, members
from iossim.exec.phones import extensions_by_number, sections_of, tag_of
from iossim.router import RouterCore
from iossim.router.fields import field, is_set, number
from iossim.router.hunt_groups import pilot_peers
from iossim.router.phones import Extension

#: The digits of a number that fit into the brief table.
_BRIEF_DIGITS = 7
#: The members that fit into the brief table.
_BRIEF_MEMBERS = 5


@exec_command
def show_voice_hunt_group(line: Line, hunt: str = "", hunt_view: str = "") -> Iterator[str]:
    """The voice hunt-groups: one, the groups of a kind, or all; `brief` as a table."""
    router = line.router
    groups = sections_of(router, "voice_hunt_group", hunt)
    if hunt_view == "brief":
        yield from _brief(groups)
        return
    groups = [group for group in groups if hunt_view in ("", kind_of(group))]
    if not groups:
        yield "no voice hunt-groups configured"
    extensions, peers = extensions_by_number(router), pilot_peers(router.config)
    for group in groups:
        yield from _group(router, group, extensions, peers[tag_of(group)])


def _group(router: RouterCore, group: Section, extensions: dict[str, list[Extension]], peers: tuple[int, int]) -> Iterator[str]:
    kind = kind_of(group)
    yield f"Group {tag_of(group)}"
    yield f"    type: {kind}"
    yield f"    pilot number: {field(group, 'pilot', 'number')}, peer-tag {peers[0]}"
    if second := field(group, "pilot", "secondary"):
        yield f"    secondary number: {second}, peer-tag {peers[1]}"
    for title, name in (("pilot", "name"), ("secondary", "secondary")):
        if text := field(group, "name", name).strip('"'):
            yield f"    {title} name: {text}"
    yield "    list of numbers: "
    yield "         MEMBER         USED_BY         STATE     LOGIN/LOGOUT"
    yield "         =======        =======         ========  ============"
    for member in members(group):
        yield _member(router, group, member, extensions.get(member, []))
    yield f"    preference: {field(group, 'preference', 'order') or '0'}"
    yield f"    preference (sec): {field(group, 'preference', 'secondary') or '0'}"
    yield f"    timeout: {number(group, 'timeout', 'seconds', 180)}"
    yield f"    final_number: {field(group, 'final', 'number')}"
    if kind in ("longest-idle", "peer"):
        yield f"    hops: {field(group, 'hops', 'hops') or max(1, len(members(group)))}"
    yield f"    stat collect: {'yes' if is_set(group, 'statistics_collect') else 'no'}"
    yield f"    phone-display: {'Yes' if is_set(group, 'phone_display') else 'No'}"
    if is_set(group, "hlog_block"):
        yield "    hlog-block: Yes"


def _member(router: RouterCore, group: Section, member: str, lines: list[Extension]) -> str:
    state = "UP" if any(extension.up for extension in lines) else "DOWN"
    out = all(is_logged_out(router, group, extension) for extension in lines) if lines else is_set(group, "members_logout")
    cells = ("*", "-", "-", "-") if member == "*" else (member, member, state, "Logout" if out else "Login")
    return f"         {cells[0]:<15}{cells[1]:<16}{cells[2]:<10}{cells[3]}"


def _brief(groups: list[Section]) -> Iterator[str]:
    yield "TAG TYPE PILOT     LIST"
    yield "=== ==== ========  " + "=" * 53
    for group in groups:
        numbers = [_shortened(member) for member in members(group)]
        shown = ", ".join(numbers[:_BRIEF_MEMBERS]) + (",....." if len(numbers) > _BRIEF_MEMBERS else "")
        pilot = _shortened(field(group, "pilot", "number"))
        yield f"{tag_of(group):<4}{kind_of(group)[:3].upper():<5}{pilot:<10}{shown}"
        if second := field(group, "pilot", "secondary"):
            yield f"{'':9}{_shortened(second):<10}{shown}"


def _shortened(digits: str) -> str:
    """A number of the brief table; a longer one is cut and ends in a hyphen."""
    return digits if len(digits) <= _BRIEF_DIGITS else digits[:_BRIEF_DIGITS] + "-"
