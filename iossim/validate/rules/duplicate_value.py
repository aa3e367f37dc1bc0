"""Rule duplicate-value."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from iossim.config import Configuration
from iossim.config.values import unique_values
from iossim.language import Command
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_UNIQUE = attrgetter("unique_words")


class DuplicateValue(ValidationRule):
    """Two sections have a value that must be unique, such as the MAC address of a phone.

    Only one of them can be in use: which one, is chance. Correct or remove the other.

    Example:
        telephony-service
         max-ephones 5
        ephone 1
         mac-address 0000.1111.2222
        ephone 2
         mac-address 0000.1111.2222

    Better:
        telephony-service
         max-ephones 5
        ephone 1
         mac-address 0000.1111.2222
        ephone 2
         mac-address 0000.1111.2223

    References:
        Unified CME Command Reference, `mac-address (ephone)`
    """

    name = "duplicate-value"
    looks_for = (_UNIQUE,)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        first: dict[tuple[str, str], Command] = {}
        placed = [command for _, command in facts.with_form(_UNIQUE)]
        for command in sorted(placed, key=lambda command: command.line):
            for value in unique_values(command):
                before = first.setdefault(value, command)
                if before is not command:
                    where = f" in line {before.line}" if before.line else ""
                    yield Violation(command, f"{value[0]} {value[1]} is already used{where}")
