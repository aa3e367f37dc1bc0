"""Encrypted secrets that cannot be one."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.config.checks.secrets import wrong_secret
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class WrongSecret(ValidationRule):
    """A secret behind the number of an encryption does not have the form of that encryption, so a router refuses the line.

    It was cut short, or taken out before the file was passed on. Nobody can log in with it. Enter the secret in clear.
    """

    name = "wrong-secret"
    severity = "error"

    def check(self, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for section in configuration.root.walk():
            for command in section.entries.values():
                wrong = wrong_secret(command) if command.form.rule.secrets else None
                if wrong is not None:
                    yield Violation(command, f"this is no secret of type {wrong.kind}: a router refuses the line", wrong.word)
