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
    ("service_policy_type_inspect", "policy_map"),
    ("class", "class_map"),
    ("ip_policy_route_map", "route_map"),
    ("ip_local_policy_route_map", "route_map"),
)
#: The maps that a router has by itself.
_OWN = frozenset(("class-default",))
_MODES = frozenset(("global", "interface", "subinterface", "policy_map", "policy_map_class", "control_plane", "zone_pair"))


class UndefinedMap(ValidationRule):
    """A route map, a policy map or a class map is named that is not configured.

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
    looks_at = tuple(name for name, _ in _NAMES)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        severity = "" if facts.whole and not facts.unknown_lines else "info"
        for name, opener in _NAMES:
            for _, command in facts.all(name):
                index = next(iter(command.form.words_of("name")), len(command.words) - 1)
                if command.mode in _MODES and command.words[index] not in map_names(facts, opener) | _OWN:
                    message = f"{opener.replace('_', '-')} {command.words[index]} is not configured"
                    yield Violation(command, message, index, severity)
