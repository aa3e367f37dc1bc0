"""Rule foreign-default-router."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.config.ipv4 import number
from iossim.validate.facts import Facts, entered
from iossim.validate.facts.addresses import addresses_in, pools
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class ForeignDefaultRouter(ValidationRule):
    """The default router of a DHCP pool is outside of the pool's network.

    Clients of the pool reach no other network. Correct the address of the router, or the network.

    Example:
        ip dhcp pool VOICE
         network 10.0.0.0 255.255.255.0
         default-router 10.9.9.1
         option 150 ip 10.0.0.1

    Better:
        ip dhcp pool VOICE
         network 10.0.0.0 255.255.255.0
         default-router 10.0.0.1
         option 150 ip 10.0.0.1

    References:
        RFC 2132, section 3.5, router option
    """

    name = "foreign-default-router"
    looks_at = ("default_router",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for pool in facts.once(pools):
            command = entered(pool.section, "default_router")
            if command is None:
                continue
            for index, address in addresses_in(command):
                if not any(network.has(number(address)) for network in pool.networks):
                    yield Violation(command, f"{address} is outside of the network of ip dhcp pool {pool.name}", index)
