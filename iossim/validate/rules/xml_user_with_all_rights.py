"""Rule xml-user-with-all-rights."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class XmlUserWithAllRights(ValidationRule):
    """An `xml user` has level 15.

    The user may change the whole configuration of the router through the XML API. Programs that only read need level 0;
    programs that change phones may need 15, so it is an info.

    Example:
        telephony-service
         xml user reader password 0 W3bXml-2026 15

    Better:
        telephony-service
         xml user reader password 0 W3bXml-2026 0

    References:
        Unified CME System Administrator Guide, Configure the XML API: privilege levels
    """

    name = "xml-user-with-all-rights"
    severity = "info"
    looks_at = ("xml_user",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for _, command in facts.all("xml_user"):
            if command.words[-1] == "15":
                yield Violation(command, "this user may change the whole configuration", len(command.words) - 1)
