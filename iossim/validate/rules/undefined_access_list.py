"""Rule undefined-access-list."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.names import access_lists
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_USES = ("ip_access_group", "access_class", "ip_http_access_class", "ip_nat_inside_source", "ip_nat_inside_destination",
         "snmp_server_community")  # fmt: skip
_MODES = frozenset(("global", "interface", "subinterface", "line"))


class UndefinedAccessList(ValidationRule):
    """A command takes packets or hosts from an access list that is not configured.

    On an interface and on a line an access list that is missing lets everything through; NAT translates nothing. Configure the
    list, or correct its name. In an excerpt, in typed commands, and where a line of global configuration is not known, it is an
    info.

    Example:
        version 15.7
        access-list 10 permit 10.0.0.0 0.0.0.255
        line vty 0 4
         access-class 11 in
         login local
        username admin secret Qx-71-plain-wood

    Better:
        version 15.7
        access-list 10 permit 10.0.0.0 0.0.0.255
        line vty 0 4
         access-class 10 in
         login local
        username admin secret Qx-71-plain-wood

    References:
        IOS Security Configuration Guide, access lists: applying an access list
    """

    name = "undefined-access-list"
    looks_at = (
        "ip_access_group",
        "access_class",
        "ip_http_access_class",
        "ip_nat_inside_source",
        "ip_nat_inside_destination",
        "snmp_server_community",
    )

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        severity = "" if facts.whole and not facts.unknown_lines else "info"
        for name in _USES:
            for _, command in facts.all(name):
                access_list = command.fields.get("access_list") if command.mode in _MODES else None
                if isinstance(access_list, str) and access_list in command.words and access_list not in facts.once(access_lists):
                    index = len(command.words) - 1 - command.words[::-1].index(access_list)
                    yield Violation(command, f"access list {access_list} is not configured", index, severity)
