"""Checks of `interface NAME` and `voice-port NAME`: which ports there are, and which can be removed."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.channels import has_group
from iossim.config.ports import has_interface, header_name, is_virtual
from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command

_NOT_ALL = "% Not all config may be removed and may reappear after reactivating the logical-interface/sub-interfaces"


def port(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """An interface that the router has not: the caret. A port that shall be removed: refused. Nothing while a file is read.

    A channel goes with its group of time slots, and can be removed where there is none.
    """
    ports, name = configuration.ports, header_name(command)
    if ports is None:
        return
    if not has_interface(section, ports, name):
        yield Refusal("", 1)
    elif command.reset:
        yield Notice(f"Interface {name} set to default configuration")
    elif not command.negative:
        return
    elif "." in name:
        yield Notice(_NOT_ALL)
    elif not is_virtual(name) and (":" not in name or has_group(section, name)):
        yield Refusal("% Removal of physical interfaces is not permitted")


def voice_port(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A voice port that the router has not: the caret. Nothing while a file is read."""
    ports, index = configuration.ports, len(command.words) - 1
    if ports is None or len(command.words) < 2 or command.reset:
        return
    name = command.words[index]
    made = has_group(configuration.root, name)
    if not (configuration.root.section("voice_port", name) or (ports.has_voice_port(name) if made is None else made)):
        yield Refusal("", index)
