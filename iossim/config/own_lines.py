"""Lines that the router enters by itself: headers of sections, and lines in them."""

from __future__ import annotations

from iossim.config.tree import Configuration, Section
from iossim.language import Command, Identity, match


def command_of(section: Section, line: str) -> Command:
    """The command of a line that the mode of a section has."""
    command = match(section.mode, line)
    assert isinstance(command, Command), line
    return command


def identity_of(section: Section, line: str) -> Identity:
    """The identity of a line that the mode of a section has."""
    command = command_of(section, line)
    return command.form.identity(command.words)


def open_line(configuration: Configuration, section: Section, line: str) -> Section:
    """Opens the section of a header line, and makes it if it is not there.

    Args:
        configuration: the tree.
        section: the section of the header line.
        line: the header line, such as `interface Port-channel1`.
    """
    header = command_of(section, line)
    return configuration.open(
        section, header.form.identity(header.words), header, configuration.language.mode(header.form.rule.enters)
    )


def store_line(configuration: Configuration, section: Section, line: str) -> None:
    """Stores a line in a section, in the place of the line that it replaces.

    Args:
        configuration: the tree.
        section: the section.
        line: the line; no header.
    """
    command = command_of(section, line)
    configuration.store(section, command.form.identity(command.words), command)
