"""Rule default-gateway-with-routing."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class DefaultGatewayWithRouting(ValidationRule):
    """A default gateway is set on a router that routes.

    `ip default-gateway` counts only while `no ip routing` is entered: a router takes `ip route 0.0.0.0 0.0.0.0`. It is an info,
    since the line does no harm. Switches, which do not route until they are told so, are left out.

    Example:
        version 15.7
        ip default-gateway 10.0.0.254

    Better:
        version 15.7
        ip route 0.0.0.0 0.0.0.0 10.0.0.254

    References:
        IOS IP Routing: Protocol-Independent Command Reference, `ip default-gateway`
    """

    name = "default-gateway-with-routing"
    severity = "info"
    looks_at = ("ip_default_gateway",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        command = facts.entered("ip_default_gateway")
        routing = facts.root.get("ip_routing")
        switch = any(name.startswith(("switchport", "spanning_tree")) for name in facts.names)
        if command is not None and not switch and not (routing is not None and routing.negative):
            yield Violation(command, "has no effect on a router: ip routing is on")
