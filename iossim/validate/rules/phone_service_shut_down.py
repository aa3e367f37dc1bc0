"""Rule phone-service-shut-down."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class PhoneServiceShutDown(ValidationRule):
    """The section that phones register with is shut down.

    `shutdown` in telephony-service or call-manager-fallback ends all phones' registrations. Enter `no shutdown`.

    Example:
        telephony-service
         max-ephones 5
         ip source-address 10.0.0.1 port 2000
         shutdown

    Better:
        telephony-service
         max-ephones 5
         ip source-address 10.0.0.1 port 2000

    References:
        Unified CME Command Reference, `shutdown (telephony-service)`
    """

    name = "phone-service-shut-down"
    looks_at = ("shutdown",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for mode in ("telephony_service", "call_manager_fallback"):
            for section, command in facts.all("shutdown", mode):
                if section.header is not None:
                    yield Violation(command, f"{section.header.text} is shut down: no phone can register")
