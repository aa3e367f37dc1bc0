"""Rule sip-phones-without-mode-cme."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.facts.phones import pool_dns
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class SipPhonesWithoutModeCme(ValidationRule):
    """There are directory numbers of SIP phones, and Unified CME does not run for them.

    Without `mode cme` in `voice register global` the router serves SIP phones only as a fallback: their directory numbers have
    no effect. The rule looks at routers whose SCCP phones are those of Unified CME.

    Example:
        telephony-service
         max-ephones 5
        voice register global
         source-address 10.0.0.1 port 5060
         max-dn 5
         max-pool 5
        voice register dn 1
         number 1001
        voice register pool 1
         id mac 0000.1111.2222
         number 1 dn 1

    Better:
        telephony-service
         max-ephones 5
        voice register global
         mode cme
         source-address 10.0.0.1 port 5060
         max-dn 5
         max-pool 5
        voice register dn 1
         number 1001
        voice register pool 1
         id mac 0000.1111.2222
         number 1 dn 1

    References:
        Unified CME Command Reference, `mode (voice register global)`
    """

    name = "sip-phones-without-mode-cme"
    looks_at = ("voice_register_pool",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        section = facts.section("voice_register_global")
        if section is None or section.header is None or facts.section("telephony_service") is None or any(section.kept.values()):
            return
        if entered(section, "mode") is None and any(True for _ in pool_dns(facts)):
            yield Violation(section.header, "mode cme is missing: SIP phones get no directory numbers")
