"""Rule unused-translation."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: What opens the section, and the kind of its name in references.
_KINDS = (
    ("voice_translation_rule", "translation-rule"),
    ("voice_translation_profile", "translation-profile"),
    ("voice_class_codec", "voice-class-codec"),
    ("dial_peer_cor_list", "corlist"),
)
_REFERRING = attrgetter("referring")


class UnusedTranslation(ValidationRule):
    """A translation rule, a translation profile, a codec list or a COR list is used by nothing.

    It may be left over, or the line that should use it was forgotten. It is an info.

    Example:
        voice translation-rule 1
         rule 1 /^9/ //
        voice translation-profile OUT
         translate called 1
        dial-peer voice 9 pots
         destination-pattern 9T
         port 0/0/0:23

    Better:
        voice translation-rule 1
         rule 1 /^9/ //
        voice translation-profile OUT
         translate called 1
        dial-peer voice 9 pots
         translation-profile outgoing OUT
         destination-pattern 9T
         port 0/0/0:23

    References:
        IOS Voice Command Reference, `translation-profile (dial peer)`
    """

    name = "unused-translation"
    severity = "info"
    looks_at = ("voice_translation_rule", "voice_translation_profile", "voice_class_codec", "dial_peer_cor_list")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if facts.kept or not any(facts.sections(opener) for opener, _ in _KINDS):
            return
        used = {
            (kind, tag)
            for _, command in facts.with_form(_REFERRING)
            if not command.negative
            for kind, index, notation, _ in command.form.referring
            for tag in notation.tags(command.words[index])
        }
        for opener, kind in _KINDS:
            for section in facts.sections(opener):
                if section.header is not None and (kind, section.key[0]) not in used:
                    yield Violation(section.header, f"{section.header.text} is used by nothing")
