"""Rule overwritten-line."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.files.fixes import Edit, Fix
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: Commands that stand once in modes of IOS at large; of others in these modes a router may keep several.
_ONCE = frozenset(("ip_address", "encapsulation", "network", "default_router", "destination_pattern", "session_target", "port", "login",
                   "transport_input", "description", "hostname", "router_id"))  # fmt: skip


class OverwrittenLine(ValidationRule):
    """A line is overwritten by a later line of the same section.

    Only the last one counts: one of the two is wrong. In typed commands and excerpts it is an info, since they may have been
    changed on purpose; so it is for most commands of modes that iossim does not know in full.

    Example:
        version 15.7
        telephony-service
         max-ephones 5
         max-ephones 10

    Better:
        version 15.7
        telephony-service
         max-ephones 10

    References:
        IOS Configuration Fundamentals Configuration Guide, the running configuration
    """

    name = "overwritten-line"

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if facts.notes is None or facts.several_routers:
            return
        reported: set[int] = set()
        for section, before, now in facts.notes.replaced:
            other = before.words != now.words or before.negative != now.negative
            if not other or before.negative or not 0 < before.line < now.line or before.line in reported:
                continue
            if before.form.rule.enters or before.form.merges or now.form.merges or before.form.multiline:
                continue
            if section is not facts.root and not section.stands:
                continue
            reported.add(before.line)
            sure = facts.whole and (before.name in _ONCE or not section.mode.open)
            severity = "" if sure else "info"
            fix = Fix("remove the line that is overwritten", (Edit(before.line, before.line),))
            yield Violation(before, f"line {now.line} overwrites it", severity=severity, fix=fix)
