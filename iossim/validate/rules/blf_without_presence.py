"""Rule blf-without-presence."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_USES = ("blf_speed_dial", "presence_call_list")
_PHONES = ("ephone", "voice_register_pool")


class BlfWithoutPresence(ValidationRule):
    """A button shows the state of a number, and presence is off.

    `blf-speed-dial` and `presence call-list` need `presence` in global configuration: the lamp stays dark without it. In an
    excerpt or in typed commands it is an info.

    Example:
        version 15.7
        telephony-service
         max-ephones 5
        ephone 1
         mac-address 0000.1111.2222
         blf-speed-dial 1 1002 label "Bob"

    Better:
        version 15.7
        presence
         presence call-list
        sip-ua
         presence enable
        telephony-service
         max-ephones 5
        ephone 1
         mac-address 0000.1111.2222
         blf-speed-dial 1 1002 label "Bob"

    References:
        Unified CME Command Reference, `blf-speed-dial`, `presence`
    """

    name = "blf-without-presence"
    looks_at = ("blf_speed_dial", "presence_call_list")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if facts.section("presence") is not None or facts.all("presence_enable"):
            return
        severity = "" if facts.whole and not facts.unknown_lines else "info"
        for name in _USES:
            for mode in _PHONES:
                for _, command in facts.all(name, mode):
                    yield Violation(command, "presence is not configured: the lamp stays dark", severity=severity)
