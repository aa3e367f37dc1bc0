"""Rule sip-server-missing."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class SipServerMissing(ValidationRule):
    """A dial peer sends calls to the SIP server, and none is configured.

    `session target sip-server` takes the address of `sip-server` in `sip-ua`: calls fail without it. In an excerpt or in typed
    commands it is an info.

    Example:
        version 15.7
        dial-peer voice 9 voip
         destination-pattern 9T
         session protocol sipv2
         session target sip-server

    Better:
        version 15.7
        dial-peer voice 9 voip
         destination-pattern 9T
         session protocol sipv2
         session target sip-server
        sip-ua
         sip-server dns:sip.provider.example

    References:
        IOS Voice Command Reference, `session target (VoIP dial peer)`, `sip-server`
    """

    name = "sip-server-missing"
    looks_at = ("session_target",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if facts.all("sip_server") or facts.sections("voice_class_tenant"):
            return
        ua = facts.section("sip_ua")
        severity = "" if facts.whole and not facts.unknown_lines and not (ua is not None and any(ua.kept.values())) else "info"
        for _, command in facts.all("session_target", "dial_peer"):
            if command.words[-1] == "sip-server":
                yield Violation(command, "sip-ua has no sip-server: calls fail", len(command.words) - 1, severity)
