"""Rule srst-beside-cme."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class SrstBesideCme(ValidationRule):
    """The configuration has both telephony-service and call-manager-fallback.

    A router is either Unified CME or Unified SRST; phones that fall back to it find neither whole. Remove one of the sections;
    phones of a Unified CME can also fall back (`srst mode auto-provision`).

    Example:
        telephony-service
         max-ephones 5
         max-dn 5
        call-manager-fallback
         max-ephones 5
         max-dn 5

    Better:
        telephony-service
         srst mode auto-provision none
         max-ephones 5
         max-dn 5

    References:
        Unified SRST System Administrator Guide, restrictions: call-manager-fallback and telephony-service
    """

    name = "srst-beside-cme"
    looks_at = ("call_manager_fallback",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        sections = (facts.section("telephony_service"), facts.section("call_manager_fallback"))
        headers = [section.header for section in sections if section is not None and section.header is not None]
        if len(headers) == len(sections):
            first, later = sorted(headers, key=lambda header: header.line)
            yield Violation(later, f"{later.text} cannot be used on a router with {first.text}")
