"""Unified SRST beside Unified CME."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class SrstBesideCme(ValidationRule):
    """The configuration has both telephony-service and call-manager-fallback.

    A router is either Unified CME or Unified SRST. Remove one of the sections; phones of a Unified CME can also fall back (`srst mode`).
    """

    name = "srst-beside-cme"

    def check(self, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        sections = (configuration.section("telephony_service"), configuration.section("call_manager_fallback"))
        headers = [section.header for section in sections if section is not None and section.header is not None]
        if len(headers) == len(sections):
            first, later = sorted(headers, key=lambda header: header.line)
            yield Violation(later, f"{later.text} cannot be used on a router with {first.text}")
