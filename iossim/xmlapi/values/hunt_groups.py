"""Voice hunt groups: their members, and the dial peers of their pilot numbers."""

from __future__ import annotations

from iossim.router.fields import field
from iossim.router.hunt_groups import pilot_peers
from iossim.xmlapi.item import Item
from iossim.xmlapi.lookup import Index
from iossim.xmlapi.values.registry import value, values


@values("hunt-group.members")
def members(item: Item) -> list[str]:
    """The numbers in the list of a hunt group."""
    return field(item, "list", "members").replace(",", " ").split()


@value("hunt-group.size")
def size(item: Item) -> str:
    """The count of numbers in the list of a hunt group."""
    return str(len(members(item)))


@value("hunt-group.pilot-peer")
def pilot_peer(item: Item) -> str | None:
    """The tag of the dial peer of the pilot number."""
    return _peer(item, "number")


@value("hunt-group.second-pilot-peer")
def second_pilot_peer(item: Item) -> str | None:
    """The tag of the dial peer of the second pilot number."""
    return _peer(item, "secondary")


def _peer(item: Item, name: str) -> str | None:
    """The number itself, as the documented answer has it; the tag that `show voice hunt-group` prints if the number is a pattern."""
    number = field(item, "pilot", name)
    if not number or number.isdigit():
        return number or None
    config = item.router.config
    peers = Index.of(config).once("pilot-peers", lambda: pilot_peers(config))
    return str(peers[item.key][name == "secondary"])
