"""Rule shadowed-translation-rule."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.language import Command
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class ShadowedTranslationRule(ValidationRule):
    """A rule of a translation has the pattern of a rule before it.

    The first rule that matches is taken: the second one is never reached. Correct its pattern, or remove it.

    Example:
        voice translation-rule 1
         rule 1 /^9/ //
         rule 2 /^9/ /1/

    Better:
        voice translation-rule 1
         rule 1 /^9/ //
         rule 2 /^8/ /1/

    References:
        IOS Voice Command Reference, `rule (voice translation-rule)`
    """

    name = "shadowed-translation-rule"
    looks_at = ("voice_translation_rule",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for section in facts.sections("voice_translation_rule"):
            first: dict[str, Command] = {}
            rules = [(int(identity[1]), command) for identity, command in section.entries.items() if identity[0] == "rule"]
            for number, command in sorted(rules, key=lambda item: item[0]):
                match = str(command.fields.get("match", ""))
                before = first.setdefault(match, command)
                plain = len(command.words) <= 4 and len(before.words) <= 4 and match in command.words
                if before is not command and plain and not command.negative:
                    yield Violation(
                        command,
                        f"rule {number} is never reached: rule {before.words[1]} has its pattern",
                        command.words.index(match),
                    )
