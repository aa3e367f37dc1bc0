"""Rule unknown-hunt-member."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.numbers import all_numbers_known, hunt_members, reaches
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class UnknownHuntMember(ValidationRule):
    """A member of a hunt group is no number of this router.

    The group hunts past it. Correct the number, or add the extension. Numbers that a pattern of a dial peer may match are taken
    to exist. In an excerpt, and where a line is not known, the rule is silent.

    Example:
        version 15.7
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
        ephone-hunt 1 sequential
         pilot 5000
         list 1001, 1007

    Better:
        version 15.7
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
        ephone-hunt 1 sequential
         pilot 5000
         list 1001

    References:
        Unified CME Command Reference, `list (ephone-hunt)`, `list (voice hunt-group)`
    """

    name = "unknown-hunt-member"
    looks_at = ("list",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for section, command, numbers in hunt_members(facts) if facts.once(all_numbers_known) else ():
            missing = [number for number in numbers if not reaches(facts, number)]
            if missing and section.header is not None:
                yield Violation(command, f"{', '.join(missing)}: no extension has this number")
