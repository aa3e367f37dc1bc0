"""Rule sip-dn-on-two-phones."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.validate.facts import Facts, entered
from iossim.validate.facts.phones import pool_dns
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class SipDnOnTwoPhones(ValidationRule):
    """A directory number lies on two SIP phones and is no shared line.

    Without `shared-line` the phones do not know of each other's calls: a call cannot be taken up at the other phone. It is an
    info, since ringing alone may be what is wanted.

    Example:
        voice register global
         mode cme
         max-dn 5
         max-pool 5
        voice register dn 1
         number 1001
        voice register pool 1
         id mac 0000.1111.2222
         number 1 dn 1
        voice register pool 2
         id mac 0000.1111.2223
         number 1 dn 1

    Better:
        voice register global
         mode cme
         max-dn 5
         max-pool 5
        voice register dn 1
         number 1001
         shared-line
        voice register pool 1
         id mac 0000.1111.2222
         number 1 dn 1
        voice register pool 2
         id mac 0000.1111.2223
         number 1 dn 1

    References:
        Unified CME Command Reference, `shared-line`
    """

    name = "sip-dn-on-two-phones"
    severity = "info"
    looks_at = ("voice_register_pool",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        first: dict[str, Section] = {}
        for pool, command, tag in pool_dns(facts):
            dn = facts.root.section("voice_register_dn", tag)
            before = first.setdefault(tag, pool)
            if before is not pool and dn is not None and entered(dn, "shared_line") is None:
                message = f"voice register dn {tag} is on pool {before.key[0]} too, and has no shared-line"
                yield Violation(command, message, len(command.words) - 1)
