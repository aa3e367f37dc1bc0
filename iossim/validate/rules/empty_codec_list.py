"""Rule empty-codec-list."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class EmptyCodecList(ValidationRule):
    """A list of codecs is empty.

    Dial peers and phones with `voice-class codec` of this list cannot agree on a codec: their calls fail. Enter `codec
    preference`.

    Example:
        voice class codec 1
        dial-peer voice 2 voip
         destination-pattern 2...
         session target ipv4:10.0.0.2
         voice-class codec 1

    Better:
        voice class codec 1
         codec preference 1 g711ulaw
        dial-peer voice 2 voip
         destination-pattern 2...
         session target ipv4:10.0.0.2
         voice-class codec 1

    References:
        IOS Voice Command Reference, `voice class codec`, `codec preference`
    """

    name = "empty-codec-list"
    looks_at = ("voice_class_codec",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for section in facts.sections("voice_class_codec"):
            if section.header is not None and not section.entries and not any(section.kept.values()):
                yield Violation(section.header, f"voice class codec {section.key[0]} has no codec")
