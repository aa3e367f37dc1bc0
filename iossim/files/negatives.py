"""Negative lines of a file that remove nothing: a router prints `no exec-banner`, so the command must be on by default."""

from __future__ import annotations

from functools import lru_cache

from iossim.config import Configuration, Section
from iossim.language import Command, Mode, match


def may_vanish(section: Section, command: Command) -> bool:
    """True if a negative command removes nothing, and may be the negative form of a command that is on by default.

    The modes of CME have all their defaults in the grammar; other modes do not.

    Args:
        section: the section of the command.
        command: the command, before it is applied.
    """
    rule = command.form.rule
    if not command.negative or not section.mode.open or command.form.identity(command.words) in section.entries:
        return False
    if rule.off or rule.stored or rule.negative or rule.defaults or rule.action or rule.enters or rule.only_named:
        return False
    if command.form.has_arguments:
        return "arguments" in command.fields
    return _is_command(section.mode, " ".join(command.words))  # not the beginning of a longer command


@lru_cache(maxsize=1024)
def _is_command(mode: Mode, text: str) -> bool:
    return isinstance(match(mode, text), Command)


def print_negative(configuration: Configuration, section: Section, command: Command) -> None:
    """Stores a negative command that was applied without a result; the running-config prints it.

    Args:
        configuration: the tree.
        section: the section of the command.
        command: the command.
    """
    identity = command.form.identity(command.words)
    if identity not in section.entries:
        configuration.store(section, identity, command)
