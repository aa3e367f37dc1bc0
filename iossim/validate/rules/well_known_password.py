"""Rule well-known-password."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.secrets import is_well_known, login_passwords
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class WellKnownPassword(ValidationRule):
    """A password of the router is in every list of passwords.

    It is the first that an attacker tries. Passwords in clear are looked at; encrypted ones are not.

    Example:
        enable secret cisco
        username admin privilege 15 password 0 admin

    Better:
        enable secret 9 $9$Brfd0000000000$abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ
        username admin privilege 15 secret Qx-71-plain-wood

    References:
        NIST SP 800-63B, section 5.1.1.2, passwords that are commonly used
    """

    name = "well-known-password"
    looks_at = ("enable_password", "enable_secret", "username", "password")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for item in facts.once(login_passwords):
            if item.clear and is_well_known(item.text):
                yield Violation(item.command, "this password is in every list of passwords", item.word)
