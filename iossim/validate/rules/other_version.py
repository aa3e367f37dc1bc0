"""Commands that the wanted version of Unified CME does not have yet, or no longer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from iossim.config import Configuration
from iossim.language import Command
from iossim.language.bodies import Keyword
from iossim.versions import Version
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class LaterCommand(ValidationRule):
    """A command came with a later version of Unified CME than the wanted one.

    The router refuses the line. Leave it out, or check against the version that the router has.
    """

    name = "later-command"

    def check(self, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if target.cme_version is not None:
            for command, since in _dated(configuration, "since"):
                if since > target.cme_version:
                    yield Violation(command, f"{_words(command)} came with Unified CME {since}")


class RemovedCommand(ValidationRule):
    """A command is gone from the wanted version of Unified CME; without a wanted version, from the newest.

    iossim keeps the line, a router of that version refuses it. Leave it out.
    """

    name = "removed-command"

    def check(self, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration; only a note where no version is asked for."""
        for command, removed in _dated(configuration, "removed"):
            fault = Violation(command, f"{_words(command)} was removed with Unified CME {removed}")
            if target.cme_version is None:
                yield replace(fault, severity="info")
            elif removed <= target.cme_version:
                yield fault


def _dated(configuration: Configuration, directive: str) -> Iterator[tuple[Command, Version]]:
    """The commands with a `since` or `removed`, once a line, and what it says."""
    seen: set[tuple[int, str]] = set()
    for section in configuration.root.walk():
        for command in section.entries.values():
            text = command.form.rule.since if directive == "since" else command.form.rule.removed
            if text and (command.line, command.name) not in seen:
                if command.line:
                    seen.add((command.line, command.name))
                yield command, Version.of(text)


def _words(command: Command) -> str:
    """The keywords that every command of its kind begins with: nothing of the user's, and so nothing secret."""
    found = command.words[:1]
    for place, word in list(zip(command.form.places, command.words, strict=False))[1:]:
        if place.chosen or place.field is not None or not isinstance(place.symbol, Keyword):
            break
        found.append(word)
    return " ".join(found)
