"""Passwords that the router cannot decrypt."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_SECTIONS = ("telephony_service", "voice_register_global")


class EncryptedPassword(ValidationRule):
    """The password of an `xml user` is encrypted (type 6).

    Only the router that has encrypted it has the key: on another router, and in iossim, nobody can log in with it. Enter the password
    in clear.
    """

    name = "encrypted-password"

    def check(self, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for name in _SECTIONS:
            section = configuration.section(name)
            command = section.get("xml_user") if section is not None else None
            if command is not None and not command.negative and "6" in command.keywords:
                user = command.words[2]
                yield Violation(command, f"the password of xml user {user} is encrypted, and only its own router can decrypt it", 4)
