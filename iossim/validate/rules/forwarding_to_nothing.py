"""Rule forwarding-to-nothing."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.numbers import all_numbers_known, reaches, targets
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class ForwardingToNothing(ValidationRule):
    """Calls are forwarded to a number that nothing answers.

    No extension, hunt group or dial peer has it: the caller hears the tone of an unknown number. Correct the number, or add the
    dial peer that leads there. The rule is silent in excerpts, and where a line or a way of the calls is not known.

    Example:
        version 15.7
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
         call-forward busy 6000

    Better:
        version 15.7
        dial-peer voice 6 voip
         destination-pattern 6000
         session target ipv4:10.0.0.6
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
         call-forward busy 6000

    References:
        Unified CME Command Reference, `call-forward busy`, `call-forward noan`, `final`, `voicemail`
    """

    name = "forwarding-to-nothing"
    looks_at = (
        "call_forward_all",
        "call_forward_busy",
        "call_forward_noan",
        "call_forward_night_service",
        "call_forward_b2bua_all",
        "call_forward_b2bua_busy",
        "call_forward_b2bua_mailbox",
        "call_forward_b2bua_noan",
        "call_forward_b2bua_unreachable",
        "call_forward_b2bua_unregistered",
        "call_forward_b2bua_night_service",
        "final",
        "voicemail",
    )

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if not facts.once(all_numbers_known):
            return
        for item in facts.once(targets):
            if not reaches(facts, item.number):
                yield Violation(item.command, f"{item.number} is no number of this router, and no dial peer leads there", item.word)
        for section, command in facts.all("voicemail"):
            if section.mode.name in ("telephony_service", "voice_register_global") and not reaches(facts, command.words[1]):
                yield Violation(command, f"{command.words[1]} is no number of this router, and no dial peer leads there", 1)
