"""Hunt groups of both kinds: their kind, members and agents, and the blocks of their statistics."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from iossim.config import Section
from iossim.exec.phones import tag_of
from iossim.router import RouterCore
from iossim.router.fields import field, is_set
from iossim.router.phones import Extension

#: Statistics are kept for a week, in blocks of an hour.
WEEK = 168
_ZEROS = "HuntGp, 00, 00, 00000, 00000, 00000, 0000, 0000, 000000, 000000, 0000, 00000, 000000, 000000,"


def kind_of(group: Section) -> str:
    """The word after the tag of a hunt group: `sequential`, `peer`, `longest-idle`, `parallel`."""
    assert group.header is not None
    return str(group.header.fields.get("hunt_type", "sequential"))


def members(group: Section) -> list[str]:
    """The numbers in the list of a hunt group; `*` is a free place."""
    return field(group, "list", "members").replace(",", " ").split()


def is_logged_out(router: RouterCore, group: Section, extension: Extension) -> bool:
    """True if an agent takes no calls of a hunt group: not logged in at first, or do-not-disturb is on at all phones of the agent."""
    if is_set(group, "members_logout"):
        return True
    key = field(router.config.section("telephony_service"), "hunt_group_logout", "logout_key") or "DND"
    if key.lower() != "dnd":
        return False
    registry = router.phones.sccp if extension.section.mode.name == "ephone_dn" else router.phones.sip
    phones = [registry.get(tag) for tag in extension.carriers]
    return bool(phones) and all(phone is not None and phone.dnd for phone in phones)


def hour_block(start: datetime) -> str:
    """An hour of the statistics: `Mon 11:00 - 12:00`."""
    return f"{start:%a %H:00} - {start + timedelta(hours=1):%H:00}"


def written_at(router: RouterCore) -> str:
    """The line with the time at which statistics are written."""
    local, zone = router.clock.zone.local(router.clock.now())
    return f"{local:%H:%M:%S} {zone} {local:%a %b %d %Y},"


def written_rows(router: RouterCore, rule: str) -> Iterator[str]:
    """The statistics of a week of all groups that collect them, one line an hour; simulated phones answer no calls of groups.

    Args:
        router: the router.
        rule: the groups: `ephone_hunt` or `voice_hunt_group`.
    """
    now, _ = router.clock.zone.local(router.clock.now())
    for group in router.config.sections(rule):
        if is_set(group, "statistics_collect"):
            for hours in range(WEEK, 0, -1):
                yield f"{int(tag_of(group)):02}, {hour_block(now - timedelta(hours=hours))}, {_ZEROS}"
