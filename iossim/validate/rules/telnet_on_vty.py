"""Rule telnet-on-vty."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class TelnetOnVty(ValidationRule):
    """The router takes telnet.

    Passwords cross the network in clear. Enter `transport input ssh`. The rule looks at lines where telnet, or every protocol,
    is entered.

    Example:
        line vty 0 4
         login local
         transport input telnet ssh

    Better:
        line vty 0 4
         login local
         transport input ssh

    References:
        Cisco Guide to Harden Cisco IOS Devices, securing interactive management sessions
    """

    name = "telnet-on-vty"
    looks_at = ("transport_input",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for section, command in facts.all("transport_input", "line"):
            if section.key[:1] == ("vty",):
                for index, word in enumerate(command.words[2:], 2):
                    if word in ("telnet", "all"):
                        yield Violation(command, "telnet sends passwords in clear", index)
                        break
