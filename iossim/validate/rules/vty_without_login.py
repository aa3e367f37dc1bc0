"""Rule vty-without-login."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class VtyWithoutLogin(ValidationRule):
    """The vty lines let in everybody.

    `no login` asks for no password: whoever reaches the router has a session. Enter `login local`, and a user.

    Example:
        line vty 0 4
         no login
         transport input ssh

    Better:
        username admin privilege 15 secret Qx-71-plain-wood
        line vty 0 4
         login local
         transport input ssh

    References:
        Cisco Guide to Harden Cisco IOS Devices, securing interactive management sessions
    """

    name = "vty-without-login"
    looks_at = ("login",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if facts.entered("aaa_new_model") is not None:
            return
        for section in facts.sections("line"):
            command = section.get("login")
            transport = entered(section, "transport_input")
            closed = transport is not None and transport.words[-1] == "none"
            if section.key[:1] == ("vty",) and command is not None and command.negative and not closed:
                yield Violation(command, "nobody is asked for a password on these lines")
