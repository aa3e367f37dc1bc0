"""Rule unreachable-access-list-entry."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.names import access_lists
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_EVERYTHING = (("any",), ("ip", "any", "any"))


class UnreachableAccessListEntry(ValidationRule):
    """An entry of an access list stands after one that matches everything.

    The first entry that matches is taken: the entries after `any` are never looked at. Put them before it, or remove them.

    Example:
        access-list 101 permit ip any any
        access-list 101 deny tcp any host 10.0.0.5 eq telnet
        interface GigabitEthernet0/0
         ip access-group 101 in

    Better:
        access-list 101 deny tcp any host 10.0.0.5 eq telnet
        access-list 101 permit ip any any
        interface GigabitEthernet0/0
         ip access-group 101 in

    References:
        IOS Security Configuration Guide, access lists: order of entries
    """

    name = "unreachable-access-list-entry"
    looks_at = ("ip_access_list",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for entries in facts.once(access_lists).values():
            end = ""
            for entry in entries:
                if end:
                    yield Violation(entry, f"never reached: `{end}` before it matches everything")
                    break
                rest = tuple(word for word in entry.words[1:] if word not in ("log", "log-input"))
                if rest in _EVERYTHING:
                    end = " ".join(entry.words)
