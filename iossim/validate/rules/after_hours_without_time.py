"""Rule after-hours-without-time."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_TIMES = ("after_hours_day", "after_hours_date")


class AfterHoursWithoutTime(ValidationRule):
    """A pattern is blocked after hours, and no time is set.

    Without `after-hours day` or `date` the pattern is never blocked; with `7-24` it always is. In an excerpt or in typed
    commands it is an info.

    Example:
        version 15.7
        telephony-service
         after-hours block pattern 1 91900

    Better:
        version 15.7
        telephony-service
         after-hours block pattern 1 91900
         after-hours day mon 19:00 07:00

    References:
        Unified CME Command Reference, `after-hours block pattern`, `after-hours day`
    """

    name = "after-hours-without-time"
    looks_at = ("after_hours_block_pattern",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        sections = (*facts.sections("telephony_service"), *facts.sections("call_manager_fallback"))
        if any(facts.all(name) for name in _TIMES) or any(any(section.kept.values()) for section in sections):
            return
        for _, command in facts.all("after_hours_block_pattern"):
            if command.words[-1] != "7-24":
                yield Violation(
                    command, "no after-hours day or date is set: it is never blocked", severity="" if facts.whole else "info"
                )
