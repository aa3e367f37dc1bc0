"""Rule park-slot-on-extension."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.facts.numbers import PLAIN, extensions
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class ParkSlotOnExtension(ValidationRule):
    """A park slot has the number of a phone.

    A call that is parked there cannot be told from a call to the phone: the slot's number must belong to park slots alone.

    Example:
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
        ephone-dn 2
         number 1001
         park-slot

    Better:
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
        ephone-dn 2
         number 7001
         park-slot

    References:
        Unified CME Command Reference, `park-slot`
    """

    name = "park-slot-on-extension"
    looks_at = ("park_slot",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        slots = facts.all("park_slot", "ephone_dn")
        others = {
            item.number: item
            for item in facts.once(extensions)
            if slots and item.section.get("park_slot") is None and PLAIN(item.number)
        }
        for section, _ in slots:
            number = entered(section, "number")
            if number is not None and number.words[1] in others:
                yield Violation(number, f"{number.words[1]} is the number of {others[number.words[1]].owner} too", 1)
