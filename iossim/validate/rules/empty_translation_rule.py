"""Rule empty-translation-rule."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: What opens the section, and what it lacks.
_EMPTY = (("voice_translation_rule", "has no rule"), ("voice_translation_profile", "translates nothing"))


class EmptyTranslationRule(ValidationRule):
    """A translation rule has no rules, or a translation profile translates nothing.

    Dial peers and numbers that use it send numbers on as they are. Enter `rule`, or `translate`; or remove it.

    Example:
        voice translation-rule 1
        voice translation-profile OUT
         translate called 1

    Better:
        voice translation-rule 1
         rule 1 /^9/ //
        voice translation-profile OUT
         translate called 1

    References:
        IOS Voice Command Reference, `voice translation-rule`, `voice translation-profile`
    """

    name = "empty-translation-rule"
    looks_at = ("voice_translation_rule", "voice_translation_profile")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for opener, lack in _EMPTY:
            for section in facts.sections(opener):
                if section.header is not None and not section.entries and not any(section.kept.values()):
                    yield Violation(section.header, f"{section.header.text} {lack}")
