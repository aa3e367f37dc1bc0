"""Rule undefined-map."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.names import map_names
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: The command, and what opens the sections whose name it gives.
_NAMES = (
    ("service_policy", "policy_map"),
    ("ip_policy_route_map", "route_map"),
    ("ip_local_policy_route_map", "route_map"),
)
_MODES = frozenset(("global", "interface", "subinterface", "policy_map_class"))


class UndefinedMap(ValidationRule):
    """A route map or a policy map is named that is not configured.

    On an interface it has no effect: packets take the usual way, and get no priority. Configure the map, or correct its name.
    In an excerpt, in typed commands, and where a line of global configuration is not known, it is an info.

    Example:
        version 15.7
        policy-map VOICE
         class class-default
          fair-queue
        interface GigabitEthernet0/1
         service-policy output VOIP

    Better:
        version 15.7
        policy-map VOICE
         class class-default
          fair-queue
        interface GigabitEthernet0/1
         service-policy output VOICE

    References:
        IOS Quality of Service Solutions Command Reference, `service-policy`
    """

    name = "undefined-map"
    looks_at = ("service_policy", "ip_policy_route_map", "ip_local_policy_route_map")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        severity = "" if facts.whole and not facts.unknown_lines else "info"
        for name, opener in _NAMES:
            for _, command in facts.all(name):
                if command.mode in _MODES and command.words[-1] not in map_names(facts, opener):
                    message = f"{opener.replace('_', '-')} {command.words[-1]} is not configured"
                    yield Violation(command, message, len(command.words) - 1, severity)
