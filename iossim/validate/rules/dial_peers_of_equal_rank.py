"""Rule dial-peers-of-equal-rank."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class DialPeersOfEqualRank(ValidationRule):
    """A dial peer of the telephone network and one of an IP network have the same pattern and preference.

    The router takes one of them at random. Give the one that shall be tried later a higher `preference`. It is an info, since
    both ways may be equally good.

    Example:
        dial-peer voice 9 pots
         destination-pattern 9T
         port 0/0/0:23
        dial-peer voice 10 voip
         destination-pattern 9T
         session target ipv4:10.0.0.9

    Better:
        dial-peer voice 9 pots
         preference 1
         destination-pattern 9T
         port 0/0/0:23
        dial-peer voice 10 voip
         destination-pattern 9T
         session target ipv4:10.0.0.9

    References:
        IOS Voice Configuration Library, dial peer configuration: preference and hunting of dial peers
    """

    name = "dial-peers-of-equal-rank"
    severity = "info"
    looks_at = ("destination_pattern",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        first: dict[tuple[str, str], Section] = {}
        for peer, command in facts.all("destination_pattern", "dial_peer"):
            if peer.header is None or entered(peer, "shutdown") is not None or any(peer.kept.values()):
                continue
            preference = entered(peer, "preference")
            rank = (command.words[1], preference.words[1] if preference is not None else "0")
            before = first.setdefault(rank, peer)
            if before.header is not None and before.header.words[-1] != peer.header.words[-1]:
                yield Violation(command, f"dial-peer voice {before.key[0]} has this pattern and preference too", 1)
