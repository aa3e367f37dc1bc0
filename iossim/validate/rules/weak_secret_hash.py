"""Rule weak-secret-hash."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.secrets import login_passwords
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class WeakSecretHash(ValidationRule):
    """A secret has the hash of type 4.

    Type 4 is a hash without salt, which is found faster than the old one of type 5: Cisco has withdrawn it. Enter the secret
    again, for type 8 or 9.

    Example:
        enable secret 4 tnhtc92DXBhelxjYk8LWJrPV36S2i4ntXrpb4RFmfqY

    Better:
        enable secret 9 $9$Brfd0000000000$abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ

    References:
        Cisco Security Response, Cisco IOS and Cisco IOS XE Type 4 Passwords Issue
    """

    name = "weak-secret-hash"
    looks_at = ("enable_secret", "username")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for item in facts.once(login_passwords):
            if item.hashed and item.kind == "4":
                yield Violation(item.command, "type 4 is withdrawn: enter the secret again", item.word)
