"""Rule public-snmp-community."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_KNOWN = frozenset(("public", "private", "cisco", "community", "admin", "snmp", "write", "read"))


class PublicSnmpCommunity(ValidationRule):
    """An SNMP community has a name that everybody knows.

    `public` and `private` are the first that a scanner tries: it reads the router's tables, or writes them. Choose another
    name, and an access list.

    Example:
        snmp-server community public RO

    Better:
        access-list 10 permit 10.0.0.5
        snmp-server community m0nitor-71 RO 10

    References:
        Cisco Guide to Harden Cisco IOS Devices, SNMP
    """

    name = "public-snmp-community"
    looks_at = ("snmp_server_community",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for _, command in facts.all("snmp_server_community"):
            if command.words[2].strip('"').lower() in _KNOWN:
                yield Violation(command, "everybody knows this community", 2)
