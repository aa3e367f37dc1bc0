"""Rule night-service-without-bell."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_USES = ("night_service_bell", "call_forward_night_service", "call_forward_b2bua_night_service")
_TIMES = ("night_service_everyday", "night_service_weekday", "night_service_weekend", "night_service_day", "night_service_date")
_NUMBERS = ("ephone_dn", "ephone_dn_template", "voice_register_dn", "voice_register_pool", "ephone_template")


class NightServiceWithoutBell(ValidationRule):
    """Night service has times, and nobody takes part.

    Without `night-service bell` on a directory number (or `call-forward night-service`) no call rings elsewhere at night. In an
    excerpt or in typed commands it is an info.

    Example:
        version 15.7
        telephony-service
         max-dn 5
         night-service everyday 18:00 08:00
        ephone-dn 1
         number 1001

    Better:
        version 15.7
        telephony-service
         max-dn 5
         night-service everyday 18:00 08:00
        ephone-dn 1
         number 1001
         night-service bell

    References:
        Unified CME Command Reference, `night-service bell`
    """

    name = "night-service-without-bell"
    looks_at = (
        "night_service_everyday",
        "night_service_weekday",
        "night_service_weekend",
        "night_service_day",
        "night_service_date",
    )

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        times = [command for name in _TIMES for _, command in facts.all(name)]
        used = any(section.mode.name in _NUMBERS for name in _USES for section, _ in facts.all(name))
        if times and not used:
            first = min(times, key=lambda command: command.line)
            severity = "" if facts.whole else "info"
            yield Violation(first, "no directory number takes part in night service", severity=severity)
