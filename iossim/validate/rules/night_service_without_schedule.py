"""Rule night-service-without-schedule."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_USES = ("night_service_bell", "call_forward_night_service", "call_forward_b2bua_night_service")
_TIMES = ("night_service_everyday", "night_service_weekday", "night_service_weekend", "night_service_day", "night_service_date")


class NightServiceWithoutSchedule(ValidationRule):
    """Phones or numbers take part in night service, and it never begins.

    `night-service bell` and `call-forward night-service` have no effect without `night-service day`, `date`, `everyday`,
    `weekday` or `weekend` in telephony-service. In an excerpt or in typed commands it is an info.

    Example:
        version 15.7
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
         night-service bell

    Better:
        version 15.7
        telephony-service
         max-dn 5
         night-service everyday 18:00 08:00
        ephone-dn 1
         number 1001
         night-service bell

    References:
        Unified CME Command Reference, `night-service bell`, `night-service day`
    """

    name = "night-service-without-schedule"
    looks_at = ("night_service_bell", "call_forward_night_service", "call_forward_b2bua_night_service")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        section = facts.section("telephony_service")
        if section is None or any(facts.all(name) for name in _TIMES) or any(section.kept.values()):
            return
        severity = "" if facts.whole else "info"
        for name in _USES:
            for _, command in facts.all(name):
                yield Violation(command, "night service never begins: telephony-service has no times for it", severity=severity)
