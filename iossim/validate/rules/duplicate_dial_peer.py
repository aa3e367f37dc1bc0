"""Rule duplicate-dial-peer."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.validate.facts import Facts, entered, has_any
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_TARGETS = ("session_target", "port", "trunkgroup", "session_server_group")


class DuplicateDialPeer(ValidationRule):
    """Two dial peers are equal: pattern, target and all other settings but the description.

    The second one does nothing that the first does not. Remove it, or correct its pattern or target. In an excerpt or in typed
    commands, which may be for several routers, it is an info.

    Example:
        version 15.7
        dial-peer voice 2 voip
         destination-pattern 2...
         session target ipv4:10.0.0.2
        dial-peer voice 3 voip
         destination-pattern 2...
         session target ipv4:10.0.0.2

    Better:
        version 15.7
        dial-peer voice 2 voip
         destination-pattern 2...
         session target ipv4:10.0.0.2
        dial-peer voice 3 voip
         destination-pattern 3...
         session target ipv4:10.0.0.2

    References:
        IOS Voice Configuration Library, dial peer configuration: hunt groups of dial peers
    """

    name = "duplicate-dial-peer"
    looks_at = ("destination_pattern",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        first: dict[tuple[str, ...], Section] = {}
        for peer, command in facts.all("destination_pattern", "dial_peer"):
            header = peer.header
            if header is None or entered(peer, "shutdown") is not None or any(peer.kept.values()):
                continue
            if not has_any(peer, _TARGETS):
                continue
            rest = sorted(entry.text for identity, entry in peer.entries.items() if identity[0] != "description")
            before = first.setdefault((header.words[-1], *rest), peer)
            if before is not peer and before.header is not None:
                message = f"dial-peer voice {before.key[0]} has this pattern and target already"
                yield Violation(command, message, 1, "" if facts.whole else "info")
