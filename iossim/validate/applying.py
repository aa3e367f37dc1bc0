"""Applies validation rules to a configuration: only those that look at a command which it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from iossim.config import Configuration
from iossim.validate.facts import facts_of
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class RuleSet:
    """Some of the rules, by the names of the commands that they look at.

    Args:
        rules: the rules, in the order in which they are applied.
    """

    def __init__(self, rules: Sequence[ValidationRule]) -> None:
        self._rules = tuple(rules)
        self._by_name: dict[str, list[int]] = {}
        self._always = [place for place, rule in enumerate(rules) if not rule.looks_at]
        for place, rule in enumerate(rules):
            for name in rule.looks_at:
                self._by_name.setdefault(name, []).append(place)

    def violations(self, configuration: Configuration, target: Target) -> Iterator[tuple[ValidationRule, Violation]]:
        """The violations in a configuration; they are infos if the text mixes the lines of several routers.

        Args:
            configuration: the configuration.
            target: the router that it is meant for.
        """
        facts = facts_of(configuration)
        mixed = facts.several_routers
        for rule in self._looking_at(facts.names):
            for violation in rule.find(facts, configuration, target):
                yield rule, replace(violation, severity="info") if mixed else violation

    def _looking_at(self, names: Iterable[str]) -> list[ValidationRule]:
        """The rules for a configuration that has the commands of some names."""
        by_name = self._by_name
        places = set(self._always)
        for name in names:
            if name in by_name:
                places.update(by_name[name])
        return [self._rules[place] for place in sorted(places)]
