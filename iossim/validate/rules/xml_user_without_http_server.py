"""Rule xml-user-without-http-server."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_SERVERS = ("ip_http_server", "ip_http_secure_server")


class XmlUserWithoutHttpServer(ValidationRule):
    """A user of the XML API is configured, and the router has no HTTP server.

    The XML API is served by `ip http server` (or `ip http secure-server`): without it no program can log in. Where neither is
    mentioned in an excerpt or in typed commands it is an info.

    Example:
        no ip http server
        telephony-service
         xml user provisioning password 0 W3bXml-2026 15

    Better:
        ip http server
        telephony-service
         xml user provisioning password 0 W3bXml-2026 15

    References:
        Unified CME System Administrator Guide, Configure the XML API
    """

    name = "xml-user-without-http-server"
    looks_at = ("xml_user",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if any(entered(facts.root, server) is not None for server in _SERVERS):
            return
        severity = "" if facts.whole or facts.root.get("ip_http_server") is not None else "info"
        for _, command in facts.all("xml_user"):
            yield Violation(command, "ip http server is off: no program reaches the XML API", severity=severity)
