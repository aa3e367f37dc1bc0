"""Rule removed-command."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.versions import dated, leading_keywords, version_of
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target
from iossim.versions import NEWEST


class RemovedCommand(ValidationRule):
    """A command was removed with a version of Unified CME, or is refused from it on.

    With `--cme-version` the router refuses the line, and it is a warning. Without a version it is an info, but a warning if the
    version that iossim has refuses the line. Leave the line out.

    Example:
        telephony-service
         max-ephones 5
         log password secretword

    Better:
        telephony-service
         max-ephones 5
         xml user provisioning password 0 W3bXml-2026 15

    References:
        Unified CME Command Reference, the command history of the command
    """

    name = "removed-command"
    looks_for = (version_of("refused"), version_of("removed"))

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        version = str(target.cme_version or NEWEST)
        for command, refused in dated(facts, "refused"):
            if not command.form.rule.exists_in(version):
                yield Violation(command, f"{leading_keywords(command)} is refused from Unified CME {refused} on")
        for command, removed in dated(facts, "removed"):
            if not command.form.rule.exists_in(version):
                continue
            message = f"{leading_keywords(command)} was removed with Unified CME {removed}"
            if target.cme_version is None:
                yield Violation(command, message, severity="info")
            elif removed <= target.cme_version:
                yield Violation(command, message)
