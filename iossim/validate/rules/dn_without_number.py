"""Rule dn-without-number."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.facts.phones import dns_on_phones, has_purpose
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class DnWithoutNumber(ValidationRule):
    """An ephone-dn on a button has no number.

    The line can neither be called nor call: the button stays dark. Enter `number`. In an excerpt or in typed commands it is an
    info.

    Example:
        version 15.7
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         name Reception
        ephone 1
         mac-address 0000.1111.2222
         button 1:1

    Better:
        version 15.7
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
         name Reception
        ephone 1
         mac-address 0000.1111.2222
         button 1:1

    References:
        Unified CME Command Reference, `number (ephone-dn)`
    """

    name = "dn-without-number"
    looks_at = ("button",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        on_phones = facts.once(dns_on_phones)
        for dn in facts.sections("ephone_dn"):
            if dn.header is None or dn.key[0] not in on_phones or entered(dn, "number") is not None or any(dn.kept.values()):
                continue
            if not has_purpose(dn):
                severity = "" if facts.whole else "info"
                yield Violation(dn.header, f"ephone-dn {dn.key[0]} is on a button and has no number", severity=severity)
