"""Rule dialplan-pattern-too-short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_PLAIN = re.compile(r"[0-9.*#+]+").fullmatch


class DialplanPatternTooShort(ValidationRule):
    """A dialplan-pattern has fewer digits than the extensions that it expands.

    The extension is made of the last digits of the pattern: with fewer digits no number is expanded. Correct the pattern or
    `extension-length`.

    Example:
        telephony-service
         dialplan-pattern 1 408 extension-length 4

    Better:
        telephony-service
         dialplan-pattern 1 408555.... extension-length 4

    References:
        Unified CME Command Reference, `dialplan-pattern`
    """

    name = "dialplan-pattern-too-short"
    looks_at = ("dialplan_pattern",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for _, command in facts.all("dialplan_pattern"):
            pattern = command.words[2]
            index = command.words.index("extension-length") + 1
            if _PLAIN(pattern) and len(pattern.lstrip("+")) < int(command.words[index]):
                yield Violation(command, f"extensions of {command.words[index]} digits do not fit into {pattern}", 2)
