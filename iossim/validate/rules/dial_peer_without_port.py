"""Rule dial-peer-without-port."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered, has_any
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_PORTS = ("port", "trunkgroup", "service", "application", "shutdown")


class DialPeerWithoutPort(ValidationRule):
    """A dial peer of a telephone network matches numbers and has no port.

    Calls to these numbers fail. Enter `port`, or a trunk group. In an excerpt or in typed commands it is an info.

    Example:
        version 15.7
        dial-peer voice 9 pots
         destination-pattern 9T

    Better:
        version 15.7
        dial-peer voice 9 pots
         destination-pattern 9T
         port 0/0/0:23

    References:
        IOS Voice Command Reference, `port (dial peer)`
    """

    name = "dial-peer-without-port"
    looks_at = ("dial_peer_voice",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for peer in facts.sections("dial_peer_voice"):
            header = peer.header
            if header is None or header.words[-1] != "pots" or any(peer.kept.values()):
                continue
            if entered(peer, "destination_pattern") is not None and not has_any(peer, _PORTS):
                message = f"dial-peer voice {peer.key[0]} has no port: calls to it fail"
                yield Violation(header, message, severity="" if facts.whole else "info")
