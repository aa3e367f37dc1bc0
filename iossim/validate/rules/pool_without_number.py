"""Rule pool-without-number."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_LINES = ("number", "logout_profile")


class PoolWithoutNumber(ValidationRule):
    """A SIP phone of Unified CME has no line.

    The phone registers no number: nobody can call it. Enter `number TAG dn DN` in its pool. Without `mode cme` the pool may be
    for phones that fall back from another system, and the rule is silent.

    Example:
        voice register global
         mode cme
         max-pool 5
        voice register pool 1
         id mac 0000.1111.2222
         type 7841

    Better:
        voice register global
         mode cme
         max-dn 5
         max-pool 5
        voice register dn 1
         number 1001
        voice register pool 1
         id mac 0000.1111.2222
         type 7841
         number 1 dn 1

    References:
        Unified CME Command Reference, `number (voice register pool)`
    """

    name = "pool-without-number"
    looks_at = ("voice_register_pool",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        modes = facts.all("mode", "voice_register_global")
        if not any(command.words[-1] == "cme" for _, command in modes):
            return
        for pool, command in facts.all("id", "voice_register_pool"):
            known = any(identity[0] in _LINES for identity in pool.entries) or any(pool.kept.values())
            if "mac" in command.fields and pool.header is not None and not known:
                yield Violation(pool.header, f"voice register pool {pool.key[0]} has no number: the phone has no line")
