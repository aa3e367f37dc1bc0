"""Dial peers of voice hunt-groups."""

from __future__ import annotations

from iossim.config import Configuration
from iossim.router.facts.dial_peers import LAST
from iossim.router.fields import field


def pilot_peers(config: Configuration) -> dict[str, tuple[int, int]]:
    """The dial peers of the pilot and second pilot number of every voice hunt-group, by tag; -1 for a missing number."""
    peers, next_peer = {}, LAST
    for group in config.sections("voice_hunt_group"):
        pair = []
        for name in ("number", "secondary"):
            exists = bool(field(group, "pilot", name))
            pair.append(next_peer if exists else -1)
            next_peer -= exists
        peers[group.key[0]] = (pair[0], pair[1])
    return peers
