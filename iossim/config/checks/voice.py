"""Checks of voice: how many hosts a class of URIs has, the code of the night service."""

from __future__ import annotations

from collections.abc import Iterable

from iossim.config.refusal import Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command

_MOST_HOSTS = 10


def ten_hosts(configuration: Configuration, section: Section, command: Command) -> Iterable[Refusal]:  # noqa: ARG001
    """An eleventh host of a class of URIs."""
    if command.negative or command.reset or command.form.identity(command.words) in section.entries:
        return ()
    count = sum(identity[0] == command.name for identity in section.entries)
    return (Refusal(f"Error:Maximum of {_MOST_HOSTS} hosts can only be configured."),) if count >= _MOST_HOSTS else ()


def star_code(configuration: Configuration, section: Section, command: Command) -> Iterable[Refusal]:  # noqa: ARG001
    """A code of the night service that does not begin with an asterisk."""
    if command.negative or command.reset or command.words[2].startswith("*"):
        return ()
    return (Refusal("", 2),)
