"""Rule clear-text-password."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.secrets import login_passwords
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class ClearTextPassword(ValidationRule):
    """A running-config shows a password in clear.

    Whoever sees the file can log in. Enter `secret` in place of `password`; for lines, which have no `secret`, `login local`
    with users. The rule looks at running-configs: in commands that are typed, a password must be in clear.

    Example:
        version 15.7
        no service password-encryption
        username admin privilege 15 password 0 Qx-71-plain-wood

    Better:
        version 15.7
        service password-encryption
        username admin privilege 15 secret 9 $9$Brfd0000000000$abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ

    References:
        Cisco Guide to Harden Cisco IOS Devices, password management
    """

    name = "clear-text-password"
    looks_at = ("enable_password", "enable_secret", "username", "password")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if not facts.whole or facts.entered("service_password_encryption") is not None:
            return
        for item in facts.once(login_passwords):
            if item.clear and not item.hashed:
                yield Violation(item.command, "this password can be read by everybody who sees the file", item.word)
