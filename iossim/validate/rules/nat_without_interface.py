"""Rule nat-without-interface."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.addresses import interfaces
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_TRANSLATIONS = ("ip_nat_inside_source", "ip_nat_inside_source_static")


class NatWithoutInterface(ValidationRule):
    """Addresses shall be translated, and no interface is inside or outside.

    `ip nat inside source` works between an interface with `ip nat inside` and one with `ip nat outside`: without them nothing
    is translated. In excerpts and in typed commands the rule is silent.

    Example:
        version 15.7
        access-list 10 permit 10.0.0.0 0.0.0.255
        interface GigabitEthernet0/0
         ip address 10.0.0.1 255.255.255.0
        interface GigabitEthernet0/1
         ip address 192.0.2.2 255.255.255.252
         ip nat outside
        ip nat inside source list 10 interface GigabitEthernet0/1 overload

    Better:
        version 15.7
        access-list 10 permit 10.0.0.0 0.0.0.255
        interface GigabitEthernet0/0
         ip address 10.0.0.1 255.255.255.0
         ip nat inside
        interface GigabitEthernet0/1
         ip address 192.0.2.2 255.255.255.252
         ip nat outside
        ip nat inside source list 10 interface GigabitEthernet0/1 overload

    References:
        IOS IP Addressing Configuration Guide, configuring NAT
    """

    name = "nat-without-interface"
    looks_at = ("ip_nat_inside_source", "ip_nat_inside_source_static")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        placed = [command for name in _TRANSLATIONS for _, command in facts.all(name)] if facts.whole else []
        if not placed or facts.unknown_lines or any(any(section.kept.values()) for section in facts.once(interfaces)):
            return
        sides = {command.words[2] for _, command in facts.all("ip_nat") if len(command.words) > 2}
        missing = [side for side in ("inside", "outside") if side not in sides]
        if missing:
            first = min(placed, key=lambda command: command.line)
            yield Violation(first, f"no interface has ip nat {' or '.join(missing)}: nothing is translated")
