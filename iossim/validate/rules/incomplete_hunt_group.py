"""Rule incomplete-hunt-group."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_NEEDED = ("pilot", "list")


class IncompleteHuntGroup(ValidationRule):
    """A hunt group has no pilot, or nobody to hunt.

    Without `pilot` it cannot be called; without `list` a call goes nowhere. Enter both, or remove the group. In an excerpt or
    in typed commands it is an info.

    Example:
        version 15.7
        ephone-hunt 1 sequential
         pilot 5000
         timeout 20

    Better:
        version 15.7
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
        ephone-hunt 1 sequential
         pilot 5000
         list 1001
         timeout 20

    References:
        Unified CME Command Reference, `pilot (ephone-hunt)`, `list (ephone-hunt)`
    """

    name = "incomplete-hunt-group"
    looks_at = ("ephone_hunt", "voice_hunt_group")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for opener in ("ephone_hunt", "voice_hunt_group"):
            for group in facts.sections(opener):
                missing = [name for name in _NEEDED if entered(group, name) is None]
                if group.header is None or not missing or not group.entries or any(group.kept.values()):
                    continue
                title = " ".join(group.header.words[: 3 if opener == "voice_hunt_group" else 2])
                severity = "" if facts.whole else "info"
                yield Violation(group.header, f"{title} has no {' and no '.join(missing)}", severity=severity)
