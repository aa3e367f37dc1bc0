"""Rule writable-snmp-community."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class WritableSnmpCommunity(ValidationRule):
    """An SNMP community may write, and no access list limits who.

    With the name of the community alone each host can change the router. Enter an access list after `RW`, or leave the
    community for reading.

    Example:
        snmp-server community m0nitor-71 RW

    Better:
        access-list 10 permit 10.0.0.5
        snmp-server community m0nitor-71 RW 10

    References:
        Cisco Guide to Harden Cisco IOS Devices, SNMP
    """

    name = "writable-snmp-community"
    looks_at = ("snmp_server_community",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for _, command in facts.all("snmp_server_community"):
            if command.words[-1] == "RW":
                yield Violation(command, "no access list limits who may write", len(command.words) - 1)
