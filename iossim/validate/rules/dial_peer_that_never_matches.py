"""Rule dial-peer-that-never-matches."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, has_any
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_MATCHES = frozenset((
    "destination_pattern", "destination_uri", "destination_e164_pattern_map", "destination_route_string", "incoming_called_number",
    "incoming_called_e164_pattern_map", "incoming_calling_e164_pattern_map", "incoming_uri", "answer_address", "port", "carrier_id",
    "trunkgroup", "voice_class_called_number", "shutdown", "tech_prefix",
))  # fmt: skip
_TARGETS = ("session_target", "session_server_group")


class DialPeerThatNeverMatches(ValidationRule):
    """A dial peer has nothing that a call could match.

    It has neither a pattern of numbers for calls out nor one for calls in, and no port: no call takes it. Enter
    `destination-pattern`, `incoming called-number` or another match, or remove it. In an excerpt or in typed commands it is an
    info.

    Example:
        version 15.7
        dial-peer voice 2 voip
         session target ipv4:10.0.0.2
         codec g711ulaw

    Better:
        version 15.7
        dial-peer voice 2 voip
         destination-pattern 2...
         session target ipv4:10.0.0.2
         codec g711ulaw

    References:
        IOS Voice Configuration Library, dial peer configuration: matching of dial peers
    """

    name = "dial-peer-that-never-matches"
    looks_at = ("dial_peer_voice",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for peer in facts.sections("dial_peer_voice"):
            header = peer.header
            if header is None or header.words[-1] not in ("voip", "pots") or not peer.entries or any(peer.kept.values()):
                continue
            if not has_any(peer, _MATCHES) and (facts.whole or has_any(peer, _TARGETS)):
                message = f"dial-peer voice {peer.key[0]} has no pattern: no call takes it"
                yield Violation(header, message, severity="" if facts.whole else "info")
