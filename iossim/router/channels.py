"""The sections that groups of time slots make: an interface, a voice port (`//@ follow-up channels`)."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.config.channels import made_by
from iossim.config.own_lines import identity_of, open_line, store_line
from iossim.language import Command


def make(configuration: Configuration, controller: Section, command: Command) -> None:
    """Makes the sections of a new group of time slots; those that are there stay as they are."""
    root = configuration.root
    for header in made_by(controller, command):
        if identity_of(root, header) not in root.sections:
            section = open_line(configuration, root, header)
            for line in _lines(root) if command.name == "pri_group" and header.startswith("interface ") else ():
                store_line(configuration, section, line)


def remove(configuration: Configuration, controller: Section, command: Command) -> None:
    """Removes the sections of a group of time slots that is gone."""
    for header in made_by(controller, command):
        configuration.drop(configuration.root, identity_of(configuration.root, header))


def _lines(root: Section) -> Iterator[str]:
    """The lines below the interface of a new PRI group; the kind of exchange is that of the router."""
    yield from ("encapsulation hdlc", "isdn incoming-voice voice", "no cdp enable")
    exchange = root.get("isdn_switch_type")
    if exchange is not None and not exchange.negative and exchange.words[-1].startswith("primary-"):
        yield exchange.text
