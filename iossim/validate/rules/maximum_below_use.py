"""Rule maximum-below-use."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.config.constraints import live_bound
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_PAIRS = (
    ("ephone", "max-ephones"),
    ("ephone_dn", "max-dn"),
    ("voice_register_pool", "max-pool"),
    ("voice_register_dn", "sip-max-dn"),
)


class MaximumBelowUse(ValidationRule):
    """A maximum is lower than a tag in use, or than the number of ephones.

    The pools or numbers above it cannot register. Of the ephones, as many can register as the maximum says, whatever their tags are.
    Raise the maximum, or remove some.

    Example:
        ephone-dn 4
         number 1004
        telephony-service
         max-dn 5
         no max-dn
         max-dn 3

    Better:
        ephone-dn 4
         number 1004
        telephony-service
         max-dn 5

    References:
        Unified CME Command Reference, `max-dn`
    """

    name = "maximum-below-use"
    looks_at = ("ephone", "ephone_dn", "voice_register_pool", "voice_register_dn")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for rule, maximum in _PAIRS:
            sections = facts.sections(rule)
            bound = live_bound(configuration, maximum) if sections else None
            if bound is not None:
                beyond = sections[bound:] if rule == "ephone" else [section for section in sections if int(section.key[0]) > bound]
                for section in beyond:
                    if section.header is not None:
                        yield Violation(section.header, f"{maximum.removeprefix('sip-')} is {bound}")
