"""Rule gui-without-http-server."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_SERVERS = ("ip_http_server", "ip_http_secure_server")


class GuiWithoutHttpServer(ValidationRule):
    """A user of the web interface is configured, and the router has no HTTP server.

    `web admin` users log in through `ip http server`: without it there is no web interface. In an excerpt or in typed commands
    that do not mention the server it is an info.

    Example:
        no ip http server
        telephony-service
         web admin system name webadmin secret 0 Gui-2026-x

    Better:
        ip http server
        ip http path flash:
        telephony-service
         web admin system name webadmin secret 0 Gui-2026-x

    References:
        Unified CME System Administrator Guide, enabling the GUI
    """

    name = "gui-without-http-server"
    looks_at = ("web_admin_system", "web_admin_customer")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if any(entered(facts.root, server) is not None for server in _SERVERS):
            return
        severity = "" if facts.whole or facts.root.get("ip_http_server") is not None else "info"
        for name in ("web_admin_system", "web_admin_customer"):
            for _, command in facts.all(name):
                yield Violation(command, "ip http server is off: there is no web interface", severity=severity)
