"""Rule reversible-password."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.secrets import login_passwords
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class ReversiblePassword(ValidationRule):
    """A password is encrypted so that everybody can decrypt it (type 7).

    Programs that decrypt type 7 are a few lines long. Enter `secret` in place of `password`. Passwords of lines, which have no
    `secret`, are an info.

    Example:
        version 15.7
        username admin privilege 15 password 7 060506324F41

    Better:
        version 15.7
        username admin privilege 15 secret 9 $9$Brfd0000000000$abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ

    References:
        Cisco Guide to Harden Cisco IOS Devices, password management
    """

    name = "reversible-password"
    looks_at = ("enable_password", "username", "password")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for item in facts.once(login_passwords):
            if item.kind == "7":
                severity = "info" if item.command.name == "password" else ""
                yield Violation(item.command, "type 7 can be decrypted by everybody", item.word, severity)
