"""Rule duplicate-pilot."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.facts.numbers import PLAIN, Extension, extensions, pilots
from iossim.validate.facts.phones import has_purpose
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class DuplicatePilot(ValidationRule):
    """The pilot of a hunt group is the number of another hunt group, or of a phone.

    A call to it goes to one of the two, the other is never called. Give the group a number of its own, or another `preference`.

    Example:
        telephony-service
         max-dn 5
        ephone-dn 1
         number 5000
        ephone-hunt 1 sequential
         pilot 5000
         list 5000, *

    Better:
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
        ephone-hunt 1 sequential
         pilot 5000
         list 1001, *

    References:
        Unified CME Command Reference, `pilot (ephone-hunt)`, `pilot (voice hunt-group)`
    """

    name = "duplicate-pilot"
    looks_at = ("pilot",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        groups = facts.once(pilots)
        first: dict[str, Extension] = {}
        if groups:
            for item in facts.once(extensions):
                if entered(item.section, "preference") is None and PLAIN(item.number) and not has_purpose(item.section):
                    first.setdefault(item.number, item)
        for item in sorted(groups, key=lambda item: item.command.line):
            before = first.setdefault(item.number, item)
            if before.section is not item.section and _preference(before) == _preference(item):
                yield Violation(item.command, f"{item.number} is the number of {before.owner} already", item.word)


def _preference(item: Extension) -> str:
    command = entered(item.section, "preference")
    return command.words[1] if command is not None else "0"
