"""Rule undefined-cor-name."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class UndefinedCorName(ValidationRule):
    """A COR list has a member that is no name of a class of restriction.

    The member has no effect: calls are allowed or refused against the plan. Add the name to `dial-peer cor custom`, or correct
    it. In an excerpt or in typed commands without `dial-peer cor custom` it is an info.

    Example:
        dial-peer cor custom
         name local
         name long
        dial-peer cor list ALL
         member local
         member lang

    Better:
        dial-peer cor custom
         name local
         name long
        dial-peer cor list ALL
         member local
         member long

    References:
        IOS Voice Command Reference, `dial-peer cor custom`, `member (dial peer cor list)`
    """

    name = "undefined-cor-name"
    looks_at = ("member",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        custom = facts.section("dial_peer_cor_custom")
        if custom is not None and any(custom.kept.values()):
            return
        known = {command.words[-1] for _, command in facts.all("name", "dial_peer_cor_custom")}
        severity = "" if facts.whole or custom is not None else "info"
        for _, command in facts.all("member", "dial_peer_cor_list"):
            if command.words[-1] not in known:
                yield Violation(command, f"{command.words[-1]} is no name of dial-peer cor custom", 1, severity)
