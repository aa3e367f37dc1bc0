"""Rule pool-without-tftp-server."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.validate.facts import Facts
from iossim.validate.facts.addresses import pools, source_addresses
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: Commands of a pool that give phones the address of their TFTP server in another way than option 150, and its codes in options.
_OTHER_SERVERS = ("next_server", "import_all", "host", "origin", "vrf", "class")
_TFTP_OPTIONS = ("150", "66")


class PoolWithoutTftpServer(ValidationRule):
    """The DHCP pool of the phones does not give them the address of a TFTP server.

    Phones without `option 150` do not load their configuration, unless it is set on every phone. Add `option 150 ip ADDRESS`.
    The pool of the phones is the one whose network has the address that phones register with, or the only pool; it is not
    checked if another pool has the option.

    Example:
        ip dhcp pool VOICE
         network 10.0.0.0 255.255.255.0
         default-router 10.0.0.1
        telephony-service
         ip source-address 10.0.0.1 port 2000

    Better:
        ip dhcp pool VOICE
         network 10.0.0.0 255.255.255.0
         default-router 10.0.0.1
         option 150 ip 10.0.0.1
        telephony-service
         ip source-address 10.0.0.1 port 2000

    References:
        Unified CME System Administrator Guide, defining network parameters: DHCP for phones
        Unified CME Command Reference, `option`
    """

    name = "pool-without-tftp-server"
    looks_at = ("ip_dhcp_pool",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        sources = facts.once(source_addresses)
        sections = facts.sections("ip_dhcp_pool") if sources else ()
        if not sections or any(_serves_tftp(pool) or any(pool.kept.values()) for pool in sections):
            return
        with_network = facts.once(pools)
        for pool in with_network:
            inside = any(network.has(source) for source in sources for network in pool.networks)
            if (inside or len(with_network) == 1) and pool.section.header is not None:
                yield Violation(
                    pool.section.header, f"ip dhcp pool {pool.name} has no option 150: phones do not find their configuration"
                )


def _serves_tftp(pool: Section) -> bool:
    """True if a pool gives its clients the address of a TFTP server, or may do so."""
    return any(
        identity[0] in _OTHER_SERVERS or (identity[0].startswith("option") and identity[1:2] and identity[1] in _TFTP_OPTIONS)
        for identity in pool.entries
    )
