"""Applies validation rules to a configuration: only those that look at a command which it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from iossim.config import Configuration
from iossim.language import Form
from iossim.language.speed import Remembered
from iossim.validate.facts import facts_of
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class RuleSet:
    """Some of the rules, by the commands that they look at.

    Args:
        rules: the rules, in the order in which they are applied.
    """

    def __init__(self, rules: Sequence[ValidationRule]) -> None:
        self._rules = tuple(rules)
        self._always = frozenset(place for place, rule in enumerate(rules) if not (rule.looks_at or rule.looks_for))
        self._looking: dict[str, set[int]] = defaultdict(set)
        for place, rule in enumerate(rules):
            for name in rule.looks_at:
                self._looking[name].add(place)
        self._searching = [(place, rule.looks_for) for place, rule in enumerate(rules) if rule.looks_for]
        self._places_of = Remembered(self._of_form).__getitem__

    def violations(self, configuration: Configuration, target: Target) -> Iterator[tuple[ValidationRule, Violation]]:
        """The violations in a configuration; they are infos if the text mixes the lines of several routers.

        Args:
            configuration: the configuration.
            target: the router that it is meant for.
        """
        facts = facts_of(configuration)
        mixed = facts.several_routers
        for rule in self.looking_at(facts.forms):
            for violation in rule.find(facts, configuration, target):
                yield rule, replace(violation, severity="info") if mixed else violation

    def looking_at(self, forms: Iterable[Form]) -> list[ValidationRule]:
        """The rules that may find something in a configuration with commands of some forms."""
        places = self._always.union(*map(self._places_of, forms))
        return [self._rules[place] for place in sorted(places)]

    def _of_form(self, form: Form) -> frozenset[int]:
        """The places of the rules that look at the commands of a form."""
        searching = (place for place, wanted in self._searching if any(wants(form) for wants in wanted))
        return frozenset(self._looking.get(form.name, ())).union(searching)
