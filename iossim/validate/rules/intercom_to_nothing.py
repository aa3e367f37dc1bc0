"""Rule intercom-to-nothing."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.numbers import all_numbers_known, reaches
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class IntercomToNothing(ValidationRule):
    """An intercom calls a number that no directory number has.

    The button rings nowhere. Correct the number, or add the other end of the intercom. In excerpts, and where a line is not
    known, the rule is silent.

    Example:
        version 15.7
        telephony-service
         max-dn 5
        ephone-dn 1
         number A101
         intercom A102

    Better:
        version 15.7
        telephony-service
         max-dn 5
        ephone-dn 1
         number A101
         intercom A102
        ephone-dn 2
         number A102
         intercom A101

    References:
        Unified CME Command Reference, `intercom (ephone-dn)`
    """

    name = "intercom-to-nothing"
    looks_at = ("intercom",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for section, command in facts.all("intercom", "ephone_dn") if facts.once(all_numbers_known) else ():
            number = command.words[1].strip('"')
            if section.header is not None and not reaches(facts, number):
                yield Violation(command, f"no directory number has {number}", 1)
