"""The sections that groups of time slots make: an interface, a voice port (`//@ follow-up channels`)."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.config.channels import made_by
from iossim.language import Command, match


def make(configuration: Configuration, controller: Section, command: Command) -> None:
    """Makes the sections of a new group of time slots; those that are there stay as they are."""
    root = configuration.root
    for header in made_by(controller, command):
        opening = match(root.mode, header)
        assert isinstance(opening, Command)
        identity = opening.form.identity(opening.words)
        if identity not in root.sections:
            section = configuration.open(root, identity, opening, configuration.language.mode(opening.form.rule.enters))
            for line in _lines(root) if command.name == "pri_group" and opening.name == "interface" else ():
                new = match(section.mode, line)
                assert isinstance(new, Command)
                configuration.store(section, new.form.identity(new.words), new)


def remove(configuration: Configuration, controller: Section, command: Command) -> None:
    """Removes the sections of a group of time slots that is gone."""
    for header in made_by(controller, command):
        opening = match(configuration.root.mode, header)
        assert isinstance(opening, Command)
        configuration.drop(configuration.root, opening.form.identity(opening.words))


def _lines(root: Section) -> Iterator[str]:
    """The lines below the interface of a new PRI group; the kind of exchange is that of the router."""
    yield from ("encapsulation hdlc", "isdn incoming-voice voice", "no cdp enable")
    exchange = root.get("isdn_switch_type")
    if exchange is not None and not exchange.negative and exchange.words[-1].startswith("primary-"):
        yield exchange.text
