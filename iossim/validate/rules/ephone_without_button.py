"""Rule ephone-without-button."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.phones import kept_words
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: Commands that give a phone a line; lines with them that were refused have their own diagnostic.
_LINES = frozenset(("button", "logout-profile", "logout_profile"))


class EphoneWithoutButton(ValidationRule):
    """An ephone has a mac-address and no button.

    The phone registers, and has no line to call from. Give it a `button` or a `logout-profile`, or remove it.

    Example:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
        ephone 1
         mac-address 0000.1111.2222

    Better:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
        ephone 1
         mac-address 0000.1111.2222
         button 1:1

    References:
        Unified CME Command Reference, `button`
    """

    name = "ephone-without-button"
    looks_at = ("mac_address",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for section, _ in facts.all("mac_address", "ephone"):
            header = section.header
            has_line = any(name[0] in _LINES for name in section.entries) or not _LINES.isdisjoint(kept_words(section))
            if header is not None and not has_line:
                yield Violation(header, f"ephone {section.key[0]} has a mac-address and no button")
