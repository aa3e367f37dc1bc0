"""Rule shared-line-without-partner."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.facts.numbers import extensions
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class SharedLineWithoutPartner(ValidationRule):
    """An ephone-dn is a shared line with SIP phones, and no SIP phone has its number as a shared line.

    `shared-line sip` needs a voice register dn with the same number and `shared-line`. In an excerpt or in typed commands it is
    an info.

    Example:
        version 15.7
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
         shared-line sip

    Better:
        version 15.7
        voice register global
         mode cme
         max-dn 5
        voice register dn 1
         number 1001
         shared-line
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
         shared-line sip

    References:
        Unified CME Command Reference, `shared-line sip`
    """

    name = "shared-line-without-partner"
    looks_at = ("shared_line_sip",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        shared = {item.number for item in facts.once(extensions) if entered(item.section, "shared_line") is not None}
        for section, command in facts.all("shared_line_sip", "ephone_dn"):
            number = entered(section, "number")
            if number is not None and number.words[1] not in shared:
                severity = "" if facts.whole else "info"
                yield Violation(command, f"no voice register dn has {number.words[1]} as a shared line", severity=severity)
