"""Rule missing-maximum."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.config.constraints import live_bound
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: A rule that opens sections, the maximum of their tags (of their number for ephones), and the section where it is set.
_PAIRS = (
    ("ephone", "max-ephones", "telephony_service"),
    ("voice_logout_profile", "max-ephones", "telephony_service"),
    ("voice_register_session_server", "max-ephones", "telephony_service"),
    ("voice_user_profile", "max-ephones", "telephony_service"),
    ("ephone_dn", "max-dn", "telephony_service"),
    ("voice_register_pool", "max-pool", "voice_register_global"),
    ("voice_register_dn", "sip-max-dn", "voice_register_global"),
)
_MAXIMA = ("max_ephones", "max_dn", "max_pool")


class MissingMaximum(ValidationRule):
    """There are phones, profiles of phones or directory numbers, but their maximum is not configured.

    `max-ephones`, `max-dn` and `max-pool` are 0 until they are configured: no phone can register. Configure them first. In a
    file where the section that sets the maximum is missing or has no other maximum either, an excerpt, it is no more than an
    info.

    Example:
        telephony-service
         max-dn 5
         ip source-address 10.0.0.1 port 2000
        ephone 1
         mac-address 0000.1111.2222

    Better:
        telephony-service
         max-ephones 5
         max-dn 5
         ip source-address 10.0.0.1 port 2000
        ephone 1
         mac-address 0000.1111.2222

    References:
        Unified CME Command Reference, `max-ephones`, `max-dn`, `max-pool (voice register global)`
    """

    name = "missing-maximum"
    looks_at = tuple(rule for rule, _, _ in _PAIRS)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for rule, maximum, setter in _PAIRS:
            sections = facts.sections(rule)
            if not sections or live_bound(configuration, maximum) is not None:
                continue
            lowest = min(sections, key=lambda section: int(section.key[0]))
            if lowest.header is not None:
                section = facts.section(setter)
                sure = section is not None and (facts.whole or any(entered(section, name) is not None for name in _MAXIMA))
                severity = "" if sure else "info"
                none = "none can register" if rule == "ephone" else "a router accepts none"
                message = f"{maximum.removeprefix('sip-')} is not set: {none} until it is"
                yield Violation(lowest.header, message, severity=severity)
