"""Checks of IPv6: routing that is off, addresses that no interface can have, prefixes that overlap, next hops on a link."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv6Address

from iossim.config.checks.addresses import vrf_of
from iossim.config.networks import clear_hosts, prefix_of
from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command


def ipv6_routing(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A routing process, or an address family, of IPv6 before `ipv6 unicast-routing`."""
    if command.negative or command.reset or not any(word in ("ipv6", "vpnv6") for word in command.words[:2]):
        return
    routing = configuration.root.get("ipv6_unicast_routing")
    if routing is None or routing.negative:
        yield Refusal("% IPv6 routing not enabled", ordered=True, lacks=("unicast-routing",))


def own_prefix(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """A link-local or multicast address with a prefix, or an address in a prefix of another interface."""
    if command.negative or command.reset or not section.key:
        return
    prefix = str(command.fields["address"])
    if prefix_of(prefix)[0] >> _LINK_BITS == _LINK_LOCAL or prefix_of(prefix)[0] >> _MULTICAST_BITS == _MULTICAST:
        yield Refusal(f"%{section.key[0]}: Error: {prefix} is invalid")
        return
    for other, identity in configuration.values.overlapping_prefixes(prefix):
        if other is not section and vrf_of(other) == vrf_of(section):
            both = f"{clear_hosts(prefix)} is overlapping with {clear_hosts(str(other.entries[identity].fields['address']))}"
            yield Refusal(f"%{section.key[0]}: Error: {both} on {other.key[0]}", ordered=True)
            return


#: Link-local addresses begin with FE80::/10, and those of multicast groups with FF00::/8.
_LINK_LOCAL, _LINK_BITS = 0xFE80 >> 6, 128 - 10
_MULTICAST, _MULTICAST_BITS = 0xFF, 128 - 8


def ipv6_next_hop(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A link-local next hop without the interface of its link."""
    hop = str(command.fields["next_hop6"])
    if not (command.negative or command.reset) and ":" in hop and " " not in hop and IPv6Address(hop).is_link_local:
        yield Refusal("% Interface has to be specified for a link-local nexthop")
