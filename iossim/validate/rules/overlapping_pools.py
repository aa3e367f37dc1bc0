"""Rule overlapping-pools."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.addresses import pools
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class OverlappingPools(ValidationRule):
    """Two DHCP pools have a network in common.

    The router serves a client from one of the two, and which one is chance: phones get the options of the data pool. Give each
    pool a network of its own. Pools of a VRF, and pools with classes or imported values, are not compared. In an excerpt or in
    typed commands, which may be for several routers, it is an info.

    Example:
        version 15.7
        ip dhcp pool VOICE
         network 10.0.0.0 255.255.255.0
         option 150 ip 10.0.0.1
        ip dhcp pool DATA
         network 10.0.0.128 255.255.255.128

    Better:
        version 15.7
        ip dhcp pool VOICE
         network 10.0.0.0 255.255.255.128
         option 150 ip 10.0.0.1
        ip dhcp pool DATA
         network 10.0.0.128 255.255.255.128

    References:
        IOS IP Addressing Configuration Guide, DHCP server: address pools
    """

    name = "overlapping-pools"
    looks_at = ("ip_dhcp_pool",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        ordered = sorted(facts.once(pools), key=lambda pool: pool.section.header.line if pool.section.header else 0)
        by_start = sorted(
            (network.first, -network.last, place) for place, pool in enumerate(ordered) if pool.plain for network in pool.networks
        )
        reported: set[int] = set()
        end, holder = -1, 0
        for start, negative_last, place in by_start:
            if start <= end and place != holder:
                later, earlier = max(place, holder), min(place, holder)
                header = ordered[later].section.header
                if header is not None and later not in reported:
                    reported.add(later)
                    message = f"the network of ip dhcp pool {ordered[later].name} overlaps with that of {ordered[earlier].name}"
                    yield Violation(header, message, severity="" if facts.whole else "info")
            if -negative_last > end:
                end, holder = -negative_last, place
