"""Rule encrypted-password."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class EncryptedPassword(ValidationRule):
    """The password of an `xml user` is encrypted (type 6).

    Only the router that has encrypted it has the key: on another router, and in iossim, nobody can log in with it. Enter the
    password in clear.

    Example:
        telephony-service
         max-ephones 5
         xml user provisioning password 6 VOEaTUSYOFUh 15

    Better:
        telephony-service
         max-ephones 5
         xml user provisioning password 0 W3bXml-2026 15

    References:
        Unified CME Command Reference, `xml user`
    """

    name = "encrypted-password"
    looks_at = ("xml_user",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for _, command in facts.all("xml_user"):
            if "6" in command.keywords:
                user = command.words[2]
                yield Violation(command, f"the password of xml user {user} is encrypted, and only its own router can decrypt it", 4)
