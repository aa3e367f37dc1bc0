"""Rule pool-without-free-address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.addresses import ExcludedRange, Network, excluded_ranges, pools
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class PoolWithoutFreeAddress(ValidationRule):
    """All addresses of a DHCP pool are excluded.

    No client gets an address from it. Correct `ip dhcp excluded-address`, or the network of the pool. In an excerpt or in typed
    commands, which may be for several routers, it is an info.

    Example:
        version 15.7
        ip dhcp excluded-address 10.0.0.1 10.0.0.254
        ip dhcp pool VOICE
         network 10.0.0.0 255.255.255.0
         option 150 ip 10.0.0.1

    Better:
        version 15.7
        ip dhcp excluded-address 10.0.0.1 10.0.0.20
        ip dhcp pool VOICE
         network 10.0.0.0 255.255.255.0
         option 150 ip 10.0.0.1

    References:
        IOS IP Addressing Command Reference, `ip dhcp excluded-address`
    """

    name = "pool-without-free-address"
    looks_at = ("ip_dhcp_excluded_address",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        ranges = facts.once(excluded_ranges)
        for pool in facts.once(pools) if ranges else ():
            header = pool.section.header
            if header is not None and pool.plain and all(_is_covered(network, ranges) for network in pool.networks):
                message = f"all addresses of ip dhcp pool {pool.name} are excluded: no client gets one"
                yield Violation(header, message, severity="" if facts.whole else "info")


def _is_covered(network: Network, ranges: Iterable[ExcludedRange]) -> bool:
    """True if ranges hold every address that a host of a network can have."""
    address = network.first + (network.length < 31)
    for item in sorted(ranges, key=lambda item: item.low):
        if item.low > address:
            break
        address = max(address, item.high + 1)
    return address > network.last - (network.length < 31)
