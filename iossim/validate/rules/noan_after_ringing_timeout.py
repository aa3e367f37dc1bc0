"""Rule noan-after-ringing-timeout."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: Seconds after which a router ends a call that nobody answers, if `timeouts ringing` is not set.
_USUAL = 180


class NoanAfterRingingTimeout(ValidationRule):
    """A call that nobody answers is forwarded after the time when the router ends it.

    `timeouts ringing` ends the call first (180 seconds if it is not set): the forwarding never takes place. Shorten the timeout
    of `call-forward noan`, or lengthen the one of ringing.

    Example:
        telephony-service
         max-dn 5
         timeouts ringing 30
        ephone-dn 1
         number 1001
         call-forward noan 6000 timeout 45

    Better:
        telephony-service
         max-dn 5
         timeouts ringing 60
        ephone-dn 1
         number 1001
         call-forward noan 6000 timeout 45

    References:
        Unified CME Command Reference, `call-forward noan`, `timeouts ringing`
    """

    name = "noan-after-ringing-timeout"
    looks_at = ("call_forward_noan",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        section = facts.section("telephony_service")
        if section is None:
            return
        limit = entered(section, "timeouts_ringing")
        seconds = int(limit.words[-1]) if limit is not None else _USUAL
        for _, command in facts.all("call_forward_noan", "ephone_dn"):
            if command.words[3:4] == ["timeout"] and int(command.words[4]) > seconds:
                yield Violation(command, f"the router ends the call after {seconds} seconds", 4)
