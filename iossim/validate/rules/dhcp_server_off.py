"""Rule dhcp-server-off."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class DhcpServerOff(ValidationRule):
    """There are DHCP pools, and the DHCP server is off.

    With `no service dhcp` no phone gets an address. Enter `service dhcp`.

    Example:
        no service dhcp
        ip dhcp pool VOICE
         network 10.0.0.0 255.255.255.0
         option 150 ip 10.0.0.1

    Better:
        service dhcp
        ip dhcp pool VOICE
         network 10.0.0.0 255.255.255.0
         option 150 ip 10.0.0.1

    References:
        IOS IP Addressing Command Reference, `service dhcp`
    """

    name = "dhcp-server-off"
    looks_at = ("service_dhcp",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        command = facts.root.get("service_dhcp")
        if command is not None and command.negative and facts.sections("ip_dhcp_pool"):
            yield Violation(command, "the DHCP server is off: no pool gives an address")
