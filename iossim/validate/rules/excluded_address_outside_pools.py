"""Rule excluded-address-outside-pools."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.addresses import excluded_ranges, pools
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class ExcludedAddressOutsidePools(ValidationRule):
    """An excluded address is in the network of no DHCP pool.

    The line has no effect: the address was meant for another network, and the one that should be excluded is given to a client.
    In an excerpt or in typed commands the pool may stand elsewhere: an info.

    Example:
        version 15.7
        ip dhcp excluded-address 10.0.1.1 10.0.1.20
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

    name = "excluded-address-outside-pools"
    looks_at = ("ip_dhcp_excluded_address",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        all_pools = facts.once(pools)
        if not all_pools or len(all_pools) < len(facts.sections("ip_dhcp_pool")) or not all(pool.plain for pool in all_pools):
            return
        networks = [network for pool in all_pools for network in pool.networks]
        for item in facts.once(excluded_ranges):
            if not any(item.low <= network.last and network.first <= item.high for network in networks):
                severity = "" if facts.whole and not facts.unknown_lines else "info"
                yield Violation(item.command, "no DHCP pool has these addresses: nothing is excluded", severity=severity)
