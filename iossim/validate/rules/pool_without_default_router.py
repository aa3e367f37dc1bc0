"""Rule pool-without-default-router."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.facts.addresses import pools, source_addresses
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class PoolWithoutDefaultRouter(ValidationRule):
    """The DHCP pool of phones in another network gives them no default router.

    The address that phones register with is outside of the pool's network: without `default-router` they cannot reach it. The
    pool of phones is one with `option 150`.

    Example:
        interface Loopback0
         ip address 10.1.0.1 255.255.255.255
        ip dhcp pool VOICE
         network 10.0.0.0 255.255.255.0
         option 150 ip 10.1.0.1
        telephony-service
         ip source-address 10.1.0.1 port 2000

    Better:
        interface Loopback0
         ip address 10.1.0.1 255.255.255.255
        ip dhcp pool VOICE
         network 10.0.0.0 255.255.255.0
         default-router 10.0.0.1
         option 150 ip 10.1.0.1
        telephony-service
         ip source-address 10.1.0.1 port 2000

    References:
        RFC 2132, section 3.5, router option
    """

    name = "pool-without-default-router"
    looks_at = ("ip_dhcp_pool",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        sources = facts.once(source_addresses)
        for pool in facts.once(pools) if sources else ():
            header, option = pool.section.header, entered(pool.section, "option", "150")
            outside = not any(network.has(source) for network in pool.networks for source in sources)
            if header is None or option is None or not pool.plain or not outside:
                continue
            if entered(pool.section, "default_router") is None and entered(pool.section, "option", "3") is None:
                yield Violation(header, f"ip dhcp pool {pool.name} has no default-router: its phones do not reach the router")
