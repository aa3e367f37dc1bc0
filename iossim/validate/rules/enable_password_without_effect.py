"""Rule enable-password-without-effect."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.files.fixes import Edit, Fix
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class EnablePasswordWithoutEffect(ValidationRule):
    """There is an enable password beside the enable secret.

    The router takes the secret alone; the password can be read or decrypted, and is often the same word. Remove it.

    Example:
        enable secret 5 $1$Brfd$X.8BsLNqAdwTdBFvcb/Lj0
        enable password Qx-71-plain-wood

    Better:
        enable secret 5 $1$Brfd$X.8BsLNqAdwTdBFvcb/Lj0

    References:
        IOS Security Command Reference, `enable secret`
    """

    name = "enable-password-without-effect"
    looks_at = ("enable_password",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        secret = facts.entered("enable_secret")
        password = facts.entered("enable_password")
        if secret is not None and password is not None and "level" not in (*secret.keywords, *password.keywords):
            fix = Fix("remove the password", (Edit(password.line, password.line),)) if password.line else None
            yield Violation(password, "the enable secret is taken in its place", fix=fix)
