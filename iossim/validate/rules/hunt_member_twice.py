"""Rule hunt-member-twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.numbers import hunt_members
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class HuntMemberTwice(ValidationRule):
    """A number is in the list of a hunt group twice.

    The group calls it twice in a row, and a caller waits for one timeout more. Leave the second one out. Places for members
    that join later (`*`) may stand several times.

    Example:
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
        ephone-dn 2
         number 1002
        ephone-hunt 1 sequential
         pilot 5000
         list 1001, 1002, 1001

    Better:
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
        ephone-dn 2
         number 1002
        ephone-hunt 1 sequential
         pilot 5000
         list 1001, 1002

    References:
        Unified CME Command Reference, `list (ephone-hunt)`
    """

    name = "hunt-member-twice"
    looks_at = ("list",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for _, command, numbers in hunt_members(facts):
            twice = [number for number, count in Counter(numbers).items() if count > 1]
            if twice:
                yield Violation(command, f"{', '.join(twice)}: is in the list twice")
