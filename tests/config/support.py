"""Short ways to fill a configuration tree of the small language."""

from __future__ import annotations

from iossim.config import Configuration, Section, apply, render
from iossim.config.applied import Applied
from iossim.files.diagnostics import Diagnostic
from iossim.files.load import read_lines
from iossim.language import Command, Language, match, match_in, unfinished


class Typist:
    """Types lines into a tree, as a session would, without its wording."""

    def __init__(self, language: Language) -> None:
        self.configuration = Configuration(language)
        self.section = self.configuration.root

    def type(self, line: str) -> Applied:
        """Types one line, which must be understood."""
        command = match_in(self.configuration.language.chain(self.section.mode.name), line)
        assert isinstance(command, Command), line
        unfinished(command)
        section = self.section
        while section.mode.name != command.mode and section.parent is not None:
            section = section.parent
        applied = apply(self.configuration, section, command)
        if applied.accepted:
            self.section = applied.section
        return applied

    def types(self, text: str) -> Typist:
        """Types several lines, all of which must take effect."""
        for line in text.splitlines():
            applied = self.type(line)
            assert applied.accepted, line
        return self

    def lines(self) -> list[str]:
        """The running-config, without the lines that only separate."""
        return [line for line in render(self.configuration.root) if line != "!"]


def entry(section: Section, line: str) -> Command:
    """A command of a section's mode."""
    command = match(section.mode, line)
    assert isinstance(command, Command)
    return command


def read(language: Language, text: str) -> tuple[Configuration, list[Diagnostic]]:
    """A configuration with a text read into it, and what was found."""
    configuration = Configuration(language)
    return configuration, read_lines(configuration, text.split("\n"))
