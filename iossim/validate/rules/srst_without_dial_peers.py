"""Rule srst-without-dial-peers."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class SrstWithoutDialPeers(ValidationRule):
    """Phones fall back to this router, and it has no dial peer.

    While the phone system is away the phones can call each other alone: nobody reaches the public network, nor an emergency
    call. Add dial peers for the ports of the router. The rule looks at running-configs.

    Example:
        version 15.7
        call-manager-fallback
         max-ephones 10
         max-dn 10
         ip source-address 10.0.0.1 port 2000

    Better:
        version 15.7
        dial-peer voice 9 pots
         destination-pattern 9T
         port 0/0/0:23
        call-manager-fallback
         max-ephones 10
         max-dn 10
         ip source-address 10.0.0.1 port 2000

    References:
        Unified SRST System Administrator Guide, configuring call handling: dial peers
    """

    name = "srst-without-dial-peers"
    looks_at = ("call_manager_fallback",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        section = facts.section("call_manager_fallback")
        if section is None or section.header is None or entered(section, "max_ephones") is None or not facts.whole:
            return
        if not facts.unknown_lines and not facts.all("destination_pattern") and not facts.all("destination_e164_pattern_map"):
            yield Violation(section.header, "no dial peer leads out of the router: phones cannot call outside")
