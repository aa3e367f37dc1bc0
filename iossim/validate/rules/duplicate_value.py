"""Values that only one section may have."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from iossim.config import Configuration
from iossim.config.values import unique_values
from iossim.language import Command
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_UNIQUE = attrgetter("form.unique_words")


class DuplicateValue(ValidationRule):
    """Two sections have a value that must be unique, such as the MAC address of a phone.

    Only one of them can be in use. Correct or remove the other.
    """

    name = "duplicate-value"

    def check(self, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        first: dict[tuple[str, str], Command] = {}
        for section in configuration.root.walk():
            for command in filter(_UNIQUE, section.entries.values()):
                for value in unique_values(command):
                    before = first.setdefault(value, command)
                    if before is not command:
                        where = f" in line {before.line}" if before.line else ""
                        yield Violation(command, f"{value[0]} {value[1]} is already used{where}")
