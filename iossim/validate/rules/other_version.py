"""Commands that a version of Unified CME does not have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from iossim.config import Configuration
from iossim.language import Command
from iossim.language.bodies import Keyword
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target
from iossim.versions import NEWEST, Version


class LaterCommand(ValidationRule):
    """A command came with a later version of Unified CME than that of `--cme-version`.

    The router refuses the line. Leave it out, or check against the version that the router has.
    """

    name = "later-command"

    def check(self, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if target.cme_version is not None:
            for command, since in _dated(configuration, "since"):
                if since > target.cme_version:
                    yield Violation(command, f"{_leading_keywords(command)} came with Unified CME {since}")


class RemovedCommand(ValidationRule):
    """A command was removed from Unified CME before the version of `--cme-version`, or before the newest one without the option.

    A file keeps the line, a router of that version refuses it. Leave it out.
    """

    name = "removed-command"

    def check(self, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule. Without a version: only an info, but a warning if the default version refuses the line."""
        for command, refused in _dated(configuration, "refused"):
            if not command.form.rule.exists_in(str(target.cme_version or NEWEST)):
                yield Violation(command, f"{_leading_keywords(command)} is refused from Unified CME {refused} on")
        for command, removed in _dated(configuration, "removed"):
            if not command.form.rule.exists_in(str(target.cme_version or NEWEST)):
                continue
            violation = Violation(command, f"{_leading_keywords(command)} was removed with Unified CME {removed}")
            if target.cme_version is None:
                yield replace(violation, severity="info")
            elif removed <= target.cme_version:
                yield violation


def _dated(configuration: Configuration, directive: str) -> Iterator[tuple[Command, Version]]:
    """The commands with a `since`, `removed` or `refused` directive, once for each line, and the version in it."""
    seen: set[tuple[int, str]] = set()
    version = attrgetter(f"form.rule.{directive}")
    for section in configuration.root.walk():
        for command in filter(version, section.entries.values()):
            if (command.line, command.name) not in seen:
                if command.line:
                    seen.add((command.line, command.name))
                yield command, Version.of(version(command))


def _leading_keywords(command: Command) -> str:
    """The keywords that every command of the rule begins with; they are words of the grammar, so no one is secret."""
    keywords = command.words[:1]
    for place, word in list(zip(command.form.places, command.words, strict=False))[1:]:
        if place.chosen or place.field is not None or not isinstance(place.symbol, Keyword):
            break
        keywords.append(word)
    return " ".join(keywords)
