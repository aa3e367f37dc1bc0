"""Rule sip-phones-without-registrar."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class SipPhonesWithoutRegistrar(ValidationRule):
    """There are SIP phones, and the router takes no registrations.

    Without `registrar server` in `voice service voip`, `sip`, the router refuses the REGISTER of each phone. In an excerpt or
    in typed commands it is an info.

    Example:
        version 15.7
        voice service voip
         allow-connections sip to sip
        voice register global
         mode cme
         max-pool 5
        voice register pool 1
         id mac 0000.1111.2222
         type 7841

    Better:
        version 15.7
        voice service voip
         allow-connections sip to sip
         sip
          registrar server expires max 600 min 60
        voice register global
         mode cme
         max-pool 5
        voice register pool 1
         id mac 0000.1111.2222
         type 7841

    References:
        Unified CME System Administrator Guide, setting up SIP phones: `registrar server`
    """

    name = "sip-phones-without-registrar"
    looks_at = ("voice_register_pool",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        first = min(
            (pool.header for pool, _ in facts.all("id", "voice_register_pool") if pool.header is not None),
            key=lambda header: header.line,
            default=None,
        )
        services = (*facts.sections("voice_service_voip"), *facts.sections("sip"))
        if first is None or facts.all("registrar_server") or any(any(service.kept.values()) for service in services):
            return
        severity = "" if facts.whole and not facts.unknown_lines else "info"
        yield Violation(first, "registrar server is missing in voice service voip: no SIP phone can register", severity=severity)
