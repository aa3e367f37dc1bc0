"""Rule route-to-missing-interface."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.addresses import interfaces
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class RouteToMissingInterface(ValidationRule):
    """A static route leads to an interface that the running-config does not have.

    The route is not taken up. Correct the interface, or the slot and port of it. In excerpts and in typed commands the rule is
    silent.

    Example:
        version 15.7
        interface GigabitEthernet0/0
         ip address 10.0.0.1 255.255.255.0
        ip route 0.0.0.0 0.0.0.0 Dialer1

    Better:
        version 15.7
        interface GigabitEthernet0/0
         ip address 10.0.0.1 255.255.255.0
        ip route 0.0.0.0 0.0.0.0 GigabitEthernet0/0 10.0.0.254

    References:
        IOS IP Routing: Protocol-Independent Command Reference, `ip route`
    """

    name = "route-to-missing-interface"
    looks_at = ("ip_route",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        routes = facts.all("ip_route", "global")
        if not routes or not facts.whole or facts.unknown_lines:
            return
        known = {section.key[0] for section in facts.once(interfaces)}
        for _, command in routes if known else ():
            for index in command.form.interfaces:
                name = command.words[index]
                if name not in known and not name.startswith("Null"):
                    yield Violation(command, f"the configuration has no interface {name}", index)
