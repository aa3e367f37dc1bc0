"""Rule sip-to-sip-not-allowed."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, has_any
from iossim.validate.facts.phones import pool_dns
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class SipToSipNotAllowed(ValidationRule):
    """SIP phones and a SIP trunk are configured, and calls between them are not allowed.

    Without `allow-connections sip to sip` in `voice service voip` the router does not join a SIP phone with the trunk. The rule
    looks at running-configs.

    Example:
        version 15.7
        voice service voip
         sip
          registrar server
        voice register global
         mode cme
         max-dn 5
         max-pool 5
        voice register dn 1
         number 1001
        voice register pool 1
         id mac 0000.1111.2222
         number 1 dn 1
        dial-peer voice 9 voip
         destination-pattern 9T
         session protocol sipv2
         session target ipv4:10.0.0.9

    Better:
        version 15.7
        voice service voip
         allow-connections sip to sip
         sip
          registrar server
        voice register global
         mode cme
         max-dn 5
         max-pool 5
        voice register dn 1
         number 1001
        voice register pool 1
         id mac 0000.1111.2222
         number 1 dn 1
        dial-peer voice 9 voip
         destination-pattern 9T
         session protocol sipv2
         session target ipv4:10.0.0.9

    References:
        Unified CME System Administrator Guide, enabling calls in your VoIP network: `allow-connections`
    """

    name = "sip-to-sip-not-allowed"
    looks_at = ("voice_register_pool",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if not facts.whole or facts.kept or not any(True for _ in pool_dns(facts)):
            return
        if any(command.words[1:] == ["sip", "to", "sip"] for _, command in facts.all("allow_connections")):
            return
        for peer, command in facts.all("session_protocol", "dial_peer"):
            if command.words[-1] == "sipv2" and has_any(peer, ("destination_pattern",)) and has_any(peer, ("session_target",)):
                yield Violation(command, "allow-connections sip to sip is missing: SIP phones do not reach this dial peer")
                return
