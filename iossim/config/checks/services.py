"""Checks of NTP and SNMP."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command


def ntp_running(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """`no ntp …` while nothing of NTP is configured. Nothing while a file is read."""
    if configuration.ports is not None and command.negative and not any(name.startswith("ntp") for name, *_ in section.entries):
        yield Refusal("%NTP is not initialized")


def trusted_key(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """A trusted key that is one already. Nothing while a file is read."""
    entry = section.entries.get(command.form.identity(command.words))
    if configuration.ports is not None and entry is not None and not (command.negative or command.reset):
        yield Refusal("%NTP trusted-key is invalid : key already configured")


def informs(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """Informs of version 1, which has none."""
    if not command.negative and "informs" in command.keywords and "version 1 " in f"{command.text} ":
        yield Refusal("%Informs not supported in SNMPv1")
