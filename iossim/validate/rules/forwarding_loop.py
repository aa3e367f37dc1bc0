"""Rule forwarding-loop."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.validate.facts import Facts
from iossim.validate.facts.numbers import extensions, pilots, targets
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_ALWAYS = frozenset(("call_forward_all", "call_forward_b2bua_all", "final"))


class ForwardingLoop(ValidationRule):
    """Calls are forwarded in a circle.

    `call-forward all` and the `final` number of a hunt group lead back to where they began: the call goes round until the
    router gives up, and nobody is called. Forwarding of busy lines and of calls that nobody answers is not counted, since it
    ends at the first free phone.

    Example:
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
         call-forward all 1002
        ephone-dn 2
         number 1002
         call-forward all 1001

    Better:
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
         call-forward all 1002
        ephone-dn 2
         number 1002

    References:
        Unified CME Command Reference, `call-forward all`, `final`
    """

    name = "forwarding-loop"
    looks_at = ("call_forward_all", "call_forward_b2bua_all", "final")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        leads = [item for item in facts.once(targets) if item.command.name in _ALWAYS]
        if not leads:
            return
        numbers: dict[Section, list[str]] = defaultdict(list)
        for item in (*facts.once(extensions), *facts.once(pilots)):
            numbers[item.section].append(item.number)
        next_number = {number: lead.number for lead in leads for number in numbers[lead.section]}
        for lead in leads:
            seen: set[str] = set()
            at = lead.number
            while at in next_number and at not in seen:
                seen.add(at)
                at = next_number[at]
            if at in seen and not seen.isdisjoint(numbers[lead.section]):
                yield Violation(lead.command, f"a call to {lead.number} comes back to {numbers[lead.section][0]}", lead.word)
