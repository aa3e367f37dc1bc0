"""Rule login-without-password."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class LoginWithoutPassword(ValidationRule):
    """Lines ask for a password, and none is set.

    The router closes each session with "Password required, but none set". Enter `password`, or `login local` and a user. The
    rule looks at running-configs.

    Example:
        version 15.7
        line vty 0 4
         login
         transport input ssh

    Better:
        version 15.7
        username admin privilege 15 secret Qx-71-plain-wood
        line vty 0 4
         login local
         transport input ssh

    References:
        IOS Terminal Services Command Reference, `login`
    """

    name = "login-without-password"
    looks_at = ("login",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if not facts.whole or facts.entered("aaa_new_model") is not None:
            return
        for section in facts.sections("line"):
            command = entered(section, "login")
            transport = entered(section, "transport_input")
            usable = transport is not None and transport.words[-1] != "none"
            if section.key[:1] != ("vty",) or command is None or len(command.words) > 1 or not usable:
                continue
            if section.get("password") is None and not any(section.kept.values()):
                yield Violation(command, "no password is set: nobody can log in on these lines")
