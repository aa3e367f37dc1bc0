"""Rule undefined-login-list."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class UndefinedLoginList(ValidationRule):
    """A line asks for a list of AAA methods that is not configured.

    The router asks nobody, or refuses everybody, by its version. Configure `aaa authentication login`, or correct the name. In
    an excerpt and in typed commands it is an info.

    Example:
        version 15.7
        aaa new-model
        aaa authentication login CONSOLE local
        line con 0
         login authentication CONSOL

    Better:
        version 15.7
        aaa new-model
        aaa authentication login CONSOLE local
        line con 0
         login authentication CONSOLE

    References:
        IOS Security Command Reference, `aaa authentication login`, `login authentication`
    """

    name = "undefined-login-list"
    looks_at = ("login",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        known = {command.words[3] for _, command in facts.all("aaa_authentication", "global") if command.words[2] == "login"}
        severity = "" if facts.whole and not facts.unknown_lines else "info"
        for _, command in facts.all("login", "line"):
            if command.words[1:2] == ["authentication"] and command.words[2] not in (*known, "default"):
                yield Violation(command, f"aaa authentication login {command.words[2]} is not configured", 2, severity)
