"""Rule network-without-interface."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.config.ipv4 import number
from iossim.validate.facts import Facts
from iossim.validate.facts.addresses import own_addresses
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_PROTOCOLS = ("router_ospf", "router_eigrp")


class NetworkWithoutInterface(ValidationRule):
    """A routing protocol has a network that holds no address of an interface.

    The line has no effect: the protocol does not run where it should. Correct the network or its wildcard mask. In excerpts, in
    typed commands and where the address of an interface is not known, the rule is silent.

    Example:
        version 15.7
        interface GigabitEthernet0/0
         ip address 10.0.0.1 255.255.255.0
        router ospf 1
         network 10.0.1.0 0.0.0.255 area 0

    Better:
        version 15.7
        interface GigabitEthernet0/0
         ip address 10.0.0.1 255.255.255.0
        router ospf 1
         network 10.0.0.0 0.0.0.255 area 0

    References:
        IOS IP Routing: OSPF Command Reference, `network area`
    """

    name = "network-without-interface"
    looks_at = ("network",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        placed = [item for mode in _PROTOCOLS for item in facts.all("network", mode)] if facts.whole else []
        own = facts.once(own_addresses) if placed else set()
        if not own or facts.all("ip_unnumbered"):
            return
        for _, command in placed:
            fields = command.fields
            if "wildcard" not in fields:
                continue
            network, wildcard = number(str(fields["network"])), number(str(fields["wildcard"]))
            if wildcard >> 24 == 255 and wildcard & 255 == 0:  # a mask, which the router turns round
                wildcard ^= 0xFFFFFFFF
            if not any((address ^ network) & ~wildcard == 0 for address in own):
                yield Violation(command, "no interface has an address in this network", 1)
