"""Phones or directory numbers above a maximum, or without one."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.config.constraints import live_bound
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: A rule that opens sections, the maximum of their tags (of their number for ephones), and the section where it is set.
_PAIRS = (
    ("ephone", "max-ephones", "telephony_service"),
    ("ephone_dn", "max-dn", "telephony_service"),
    ("voice_register_pool", "max-pool", "voice_register_global"),
    ("voice_register_dn", "sip-max-dn", "voice_register_global"),
)


class MissingMaximum(ValidationRule):
    """There are phones or directory numbers, but their maximum is not configured.

    max-ephones, max-dn and max-pool are 0 until they are configured: no phone can register. Configure them first. In a file without
    the section that sets the maximum, an excerpt, it is no more than an info.
    """

    name = "missing-maximum"

    def check(self, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for rule, maximum, setter in _PAIRS:
            if live_bound(configuration, maximum) is not None:
                continue
            sections = configuration.root.find_sections(rule)
            if sections and sections[0].header is not None:
                severity = "info" if configuration.section(setter) is None else ""
                none = "none can register" if rule == "ephone" else "a router accepts none"
                message = f"{maximum.removeprefix('sip-')} is not set: {none} until it is"
                yield Violation(sections[0].header, message, severity=severity)


class MaximumBelowUse(ValidationRule):
    """A maximum is lower than a tag in use, or than the number of ephones.

    The pools or numbers above it cannot register. Of the ephones, as many can register as the maximum says, whatever their tags are.
    Raise the maximum, or remove some.
    """

    name = "maximum-below-use"

    def check(self, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for rule, maximum, _ in _PAIRS:
            bound = live_bound(configuration, maximum)
            if bound is None:
                continue
            sections = configuration.root.any_sections(rule)
            beyond = sections[bound:] if rule == "ephone" else [section for section in sections if int(section.key[0]) > bound]
            for section in beyond:
                if section.header is not None:
                    yield Violation(section.header, f"{maximum.removeprefix('sip-')} is {bound}")
