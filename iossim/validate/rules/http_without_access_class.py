"""Rule http-without-access-class."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_SERVERS = ("ip_http_server", "ip_http_secure_server")


class HttpWithoutAccessClass(ValidationRule):
    """The HTTP server takes everybody.

    Without `ip http access-class` each host that reaches the router can try passwords. It is an info, since the network around
    may be closed.

    Example:
        ip http server

    Better:
        access-list 10 permit 10.0.0.0 0.0.0.255
        ip http server
        ip http access-class 10

    References:
        Cisco Guide to Harden Cisco IOS Devices, HTTP service
    """

    name = "http-without-access-class"
    severity = "info"
    looks_at = ("ip_http_server", "ip_http_secure_server")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if facts.all("ip_http_access_class"):
            return
        server = next((command for name in _SERVERS if (command := facts.entered(name)) is not None), None)
        if server is not None:
            yield Violation(server, "no ip http access-class limits who may connect")
