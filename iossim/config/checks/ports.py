"""Checks of `interface NAME`: which interfaces there are, and which can be removed."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.ports import header_name, is_made, is_virtual, main_of
from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command

_NOT_ALL = "% Not all config may be removed and may reappear after reactivating the logical-interface/sub-interfaces"


def port(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """An interface that the router has not: the caret. A port that shall be removed: refused. Nothing while a file is read."""
    ports, name = configuration.ports, header_name(command)
    if ports is None:
        return
    if not (is_virtual(name) or ports.has(main_of(name)) or is_made(section, main_of(name))):
        yield Refusal("", 1)
    elif command.reset:
        yield Notice(f"Interface {name} set to default configuration")
    elif not command.negative:
        return
    elif "." in name:
        yield Notice(_NOT_ALL)
    elif not is_virtual(name):
        yield Refusal("% Removal of physical interfaces is not permitted")
