"""Rule login-without-user."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class LoginWithoutUser(ValidationRule):
    """Users shall log in, and there is none.

    `login local` and `ip http authentication local` ask for a name of `username`: without one nobody can log in. The rule looks
    at running-configs.

    Example:
        version 15.7
        line vty 0 4
         login local
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

    name = "login-without-user"
    looks_at = ("login", "ip_http_authentication")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if not facts.whole or facts.all("username", "global") or facts.unknown_lines or facts.entered("aaa_new_model") is not None:
            return
        for _, command in facts.all("login", "line"):
            if command.words[-1] == "local":
                yield Violation(command, "no username is configured: nobody can log in", 1)
        http = facts.entered("ip_http_authentication")
        if http is not None and http.words[-1] == "local" and facts.entered("ip_http_server") is not None:
            yield Violation(http, "no username is configured: nobody can log in", len(http.words) - 1)
