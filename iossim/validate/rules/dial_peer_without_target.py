"""Rule dial-peer-without-target."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, has_any
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_TARGETS = ("session_target", "session_server_group", "destination_dpg", "service", "application", "voice_class_sip_tenant", "shutdown",
            "voice_class_sip_outbound_proxy")  # fmt: skip
_PATTERNS = ("destination_pattern", "destination_uri", "destination_e164_pattern_map")


class DialPeerWithoutTarget(ValidationRule):
    """A dial peer of an IP network matches numbers and has no session target.

    Calls to these numbers fail: the router does not know where to send them. Enter `session target`, or a server group. In an
    excerpt or in typed commands it is an info.

    Example:
        version 15.7
        dial-peer voice 2 voip
         destination-pattern 2...
         codec g711ulaw

    Better:
        version 15.7
        dial-peer voice 2 voip
         destination-pattern 2...
         session target ipv4:10.0.0.2
         codec g711ulaw

    References:
        IOS Voice Command Reference, `session target`
    """

    name = "dial-peer-without-target"
    looks_at = ("dial_peer_voice",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for peer in facts.sections("dial_peer_voice"):
            header = peer.header
            if header is None or header.words[-1] != "voip" or any(peer.kept.values()):
                continue
            if has_any(peer, _PATTERNS) and not has_any(peer, _TARGETS):
                message = f"dial-peer voice {peer.key[0]} has no session target: calls to it fail"
                yield Violation(header, message, severity="" if facts.whole else "info")
