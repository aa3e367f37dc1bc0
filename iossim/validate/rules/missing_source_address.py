"""Rule missing-source-address."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: The section, the command that shows that it is in use, and the one with the address.
_NEEDS = (
    ("telephony_service", "max_ephones", "ip_source_address"),
    ("call_manager_fallback", "max_ephones", "ip_source_address"),
    ("voice_register_global", "max_pool", "source_address"),
)


class MissingSourceAddress(ValidationRule):
    """The section that phones register with has no source address.

    Without `ip source-address` (`source-address` for SIP phones in `mode cme`) the router does not listen for phones: none
    registers. In an excerpt or in typed commands the line may stand elsewhere: an info.

    Example:
        version 15.7
        telephony-service
         max-ephones 5
         max-dn 5

    Better:
        version 15.7
        telephony-service
         max-ephones 5
         max-dn 5
         ip source-address 10.0.0.1 port 2000

    References:
        Unified CME Command Reference, `ip source-address (telephony-service)`, `source-address (voice register global)`
    """

    name = "missing-source-address"
    looks_at = ("max_ephones", "max_pool")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for opener, use, needed in _NEEDS:
            section = facts.section(opener)
            if section is None or section.header is None or entered(section, use) is None:
                continue
            mode = entered(section, "mode")
            if opener == "voice_register_global" and (mode is None or mode.words[-1] != "cme"):
                continue
            in_group = any(identity[0].startswith("group") for identity in section.sections)
            if entered(section, needed) is None and not in_group and not any(section.kept.values()):
                name = needed.replace("_", "-").replace("ip-", "ip ")
                severity = "" if facts.whole else "info"
                yield Violation(section.header, f"{section.header.text} has no {name}: no phone can register", severity=severity)
