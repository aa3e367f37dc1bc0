"""Rule missing-prerequisite."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_NEEDS = attrgetter("rule.needs")
#: A template may have what is missing.
_TEMPLATE = "ephone_dn_template"


class MissingPrerequisite(ValidationRule):
    """A command needs another one in its section, and that one is missing.

    Without it the command has no effect: `ephone-template` of a phone needs its `mac-address`, the lines of a SIP phone need
    its `id`, `snr` needs `mobility`, and a message lamp needs a `number`. Commands of AAA, which need `aaa new-model`, are
    refused without it. In an excerpt or in typed commands it is an info.

    Example:
        version 15.7
        voice register global
         mode cme
         max-dn 5
         max-pool 5
        voice register dn 1
         number 1001
        voice register pool 1
         number 1 dn 1

    Better:
        version 15.7
        voice register global
         mode cme
         max-dn 5
         max-pool 5
        voice register dn 1
         number 1001
        voice register pool 1
         id mac 0000.1111.2222
         number 1 dn 1

    References:
        Unified CME Command Reference, `id (voice register pool)`, `ephone-template (ephone)`
    """

    name = "missing-prerequisite"
    looks_for = (_NEEDS,)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        severity = "" if facts.whole else "info"
        for section, command in facts.with_form(_NEEDS):
            needed = command.form.rule.needs
            if entered(section, needed) is not None or entered(section, _TEMPLATE) is not None or any(section.kept.values()):
                continue
            printed = command.form.rule.always_printed and not command.form.rule.checks  # a checked line is refused
            if command.negative or printed:
                continue
            rule = section.mode.command(needed)
            words = rule.leading_words if rule is not None else needed.replace("_", "-")
            yield Violation(command, f"{words} is missing in this section", severity=severity)
