"""Rule after-hours-without-pattern."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_TIMES = ("after_hours_day", "after_hours_date")
_SECTIONS = ("telephony_service", "call_manager_fallback", "ephone_template")


class AfterHoursWithoutPattern(ValidationRule):
    """After-hours times are set, and no pattern of numbers is blocked.

    Without `after-hours block pattern` every call is allowed at all times. In an excerpt or in typed commands it is an info.

    Example:
        version 15.7
        telephony-service
         after-hours day mon 19:00 07:00

    Better:
        version 15.7
        telephony-service
         after-hours block pattern 1 91900
         after-hours day mon 19:00 07:00

    References:
        Unified CME Command Reference, `after-hours block pattern`
    """

    name = "after-hours-without-pattern"
    looks_at = ("after_hours_day", "after_hours_date")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if facts.all("after_hours_block_pattern") or any(
            any(section.kept.values()) for section in facts.sections("telephony_service")
        ):
            return
        times = [command for name in _TIMES for mode in _SECTIONS for _, command in facts.all(name, mode)]
        if times:
            first = min(times, key=lambda command: command.line)
            yield Violation(
                first, "no after-hours block pattern is set: nothing is blocked", severity="" if facts.whole else "info"
            )
