"""Checks of quality of service: classes and policies that nothing defines."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command


def class_map(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A class of a policy without a class map."""
    if command.negative or command.reset or "type" in command.words[:-1]:
        return
    name = str(command.fields["name"])
    if configuration.root.section("class_map", name) is None:
        yield Refusal(f"% class map {name} not configured", ordered=True)


def policy_map(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A policy that nothing defines."""
    name = command.words[-1]
    if not command.negative and not command.reset and configuration.root.section("policy_map", name) is None:
        yield Refusal(f"% policy map {name} not configured", ordered=True)
