"""Checks of routing: neighbors of BGP that are not known yet, and commands that need IPv6 routing."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command

#: The commands that make a neighbor or a peer group known.
_MAKERS = ("neighbor_remote_as", "neighbor_peer_group")


def known_neighbor(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A setting of a neighbor that has no AS number, and is in no peer group."""
    if command.negative or command.reset or "peer" not in command.fields:
        return
    peer = str(command.fields["peer"])
    around: Section | None = section
    while around is not None and around.parent is not None:
        if any(around.get(rule, peer) is not None for rule in _MAKERS):
            return
        if any(identity[:2] == ("neighbor_inherit", peer) for identity in around.entries):
            return
        around = around.parent
    yield Refusal("% Specify remote-as or peer-group commands first", ordered=True)


def ipv6_routing(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A routing process, or an address family, of IPv6 before `ipv6 unicast-routing`."""
    if command.negative or command.reset or not _is_ipv6(command):
        return
    routing = configuration.root.get("ipv6_unicast_routing")
    if routing is None or routing.negative:
        yield Refusal("% IPv6 routing not enabled", ordered=True)


def _is_ipv6(command: Command) -> bool:
    return any(word in ("ipv6", "vpnv6") for word in command.words[:2])
