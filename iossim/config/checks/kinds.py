"""Check of the kind of a section: `clock rate` on an Ethernet port, `auto-summary` in OSPF (`//@ only-in`, `//@ not-in`)."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command


def of_its_kind(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A command that sections of this kind do not have. A session does not know it there, a file may hold it."""
    if not command.form.rule.exists_among(section.header_words):
        yield Refusal("", 0)
