"""Rule unreachable-next-hop."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.config.ipv4 import number
from iossim.validate.facts import Facts
from iossim.validate.facts.addresses import addresses_in, interface_addresses, own_addresses, route_network
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_UNKNOWN_WAYS = ("ip_unnumbered", "pppoe_client_dial_pool_number", "vrf_forwarding", "ip_vrf_forwarding", "ip_default_network")


class UnreachableNextHop(ValidationRule):
    """A static route leads to an address in no network of the router.

    The route is not taken up: nothing reaches its network. Correct the next hop. Routes with an interface or a VRF are not
    checked, nor routers with a routing protocol, with interfaces whose address is not known, or with lines that are not known.

    Example:
        version 15.7
        interface GigabitEthernet0/0
         ip address 10.0.0.1 255.255.255.0
        ip route 0.0.0.0 0.0.0.0 10.0.1.254

    Better:
        version 15.7
        interface GigabitEthernet0/0
         ip address 10.0.0.1 255.255.255.0
        ip route 0.0.0.0 0.0.0.0 10.0.0.254

    References:
        IOS IP Routing: Protocol-Independent Command Reference, `ip route`
    """

    name = "unreachable-next-hop"
    looks_at = ("ip_route",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        routes = facts.all("ip_route", "global")
        if not routes or not facts.whole or facts.unknown_lines or any(facts.all(name) for name in _UNKNOWN_WAYS):
            return
        if not facts.once(own_addresses) or any(opener.startswith("router_") for opener in facts.openers):
            return
        connected = [item.network for item in facts.once(interface_addresses)]
        static = [(command, route_network(command)) for _, command in routes]
        for command, _ in static:
            hops = list(addresses_in(command))[2:]
            if len(command.words) < 5 or not hops or hops[0][0] != 4 or "vrf" in command.words:
                continue
            index, hop = hops[0]
            others = [other for other_command, other in static if other_command is not command and other.length]
            if not any(known.has(number(hop)) for known in (*connected, *others)):
                yield Violation(command, f"{hop} is in no network of this router: the route is not taken up", index)
