"""Rule later-command."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.versions import dated, leading_keywords, version_of
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target
from iossim.versions import Version


class LaterCommand(ValidationRule):
    """A command came with a later version of Unified CME than that of `--cme-version`.

    The router refuses the line. Leave it out, or check against the version that the router has. Without a version the rule is
    silent.

    Example:
        telephony-service
         max-ephones 5
         fac standard

    Better:
        telephony-service
         max-ephones 5

    References:
        Unified CME Command Reference, the command history of the command
    """

    name = "later-command"
    looks_for = (version_of("since"),)
    example_target = Target(cme_version=Version.of("3.2"))

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if target.cme_version is not None:
            for command, since in dated(facts, "since"):
                if since > target.cme_version:
                    yield Violation(command, f"{leading_keywords(command)} came with Unified CME {since}")
