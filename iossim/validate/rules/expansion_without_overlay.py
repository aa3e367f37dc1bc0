"""Rule expansion-without-overlay."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.phones import buttons_by_phone
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class ExpansionWithoutOverlay(ValidationRule):
    """A button is to take further calls of a button that is no overlay.

    `x` needs a button of the same phone that was made with `o`; overlays with call waiting (`c`) and other buttons have no
    further calls to give away.

    Example:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
        ephone 1
         mac-address 0000.1111.2222
         button 1:1 2x1

    Better:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
        ephone-dn 2
         number 1001
         preference 1
        ephone 1
         mac-address 0000.1111.2222
         button 1o1,2 2x1

    References:
        Unified CME Command Reference, `button`: rollover of overlays
    """

    name = "expansion-without-overlay"
    looks_at = ("button",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for phone, placed in facts.once(buttons_by_phone).items():
            overlays = {str(button.number) for button in placed if button.sign == "o"}
            for button in placed:
                if button.sign == "x" and button.dns[0] not in overlays and not any(phone.kept.values()):
                    message = f"button {button.dns[0]} is no overlay (`o`)"
                    yield Violation(button.command, message, len(button.command.words) - 1)
