"""Rule unused-access-list."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.names import access_lists, other_words
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class UnusedAccessList(ValidationRule):
    """An access list is used by nothing.

    It may be left over, or the line that should use it was forgotten. It is an info.

    Example:
        access-list 10 permit 10.0.0.0 0.0.0.255
        line vty 0 4
         login local

    Better:
        access-list 10 permit 10.0.0.0 0.0.0.255
        line vty 0 4
         access-class 10 in
         login local

    References:
        IOS Security Configuration Guide, access lists: applying an access list
    """

    name = "unused-access-list"
    severity = "info"
    looks_at = ("ip_access_list",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        lists = facts.once(access_lists)
        if not lists or facts.kept:
            return
        used = facts.once(other_words)
        for name, entries in lists.items():
            if entries and name not in used:
                section = facts.root.section("ip_access_list", name)
                header = section.header if section is not None else None
                if header is None or header.line == entries[0].line:  # the line is `access-list 10 permit any`
                    header = entries[0]
                yield Violation(header, f"access list {name} is used by nothing")
