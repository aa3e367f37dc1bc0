"""The commands in force for a phone or an extension: its own, else those of its template, else the defaults."""

from __future__ import annotations

from typing import Any, Protocol

from iossim.config import Configuration, Section
from iossim.config.section import printed_place
from iossim.language import Command

#: The command with which the sections of a mode name their template, and the rule that opens the templates.
_TEMPLATES = {
    "ephone": ("ephone_template", "ephone_template"),
    "ephone_dn": ("ephone_dn_template", "ephone_dn_template"),
    "voice_register_pool": ("template", "voice_register_template"),
}


class Commands(Protocol):
    """A section, alone or with its template."""

    def get(self, rule: str, *key: str | int) -> Command | None:
        """The command entered for a rule and its key; None if there is none."""

    def effective(self, rule: str, *key: str | int) -> Command | None:
        """The command entered, else the declared default, else None."""

    def all(self, rule: str) -> list[Command]:
        """All commands entered for a rule, in the order in which the running-config prints them."""


class Templated:
    """A section and its template; the section's own commands come first.

    Args:
        section: the section.
        template: its template.
    """

    __slots__ = ("_section", "_template")

    def __init__(self, section: Section, template: Section) -> None:
        self._section = section
        self._template = template

    def get(self, rule: str, *key: str | int) -> Command | None:
        """The command entered in the section, else in the template; None if there is none."""
        own = self._section.get(rule, *key)
        return own if own is not None else self._template.get(rule, *key)

    def effective(self, rule: str, *key: str | int) -> Command | None:
        """The command entered in the section, else in the template, else the section's default, else None."""
        entered = self.get(rule, *key)
        return entered if entered is not None else self._section.effective(rule, *key)

    def all(self, rule: str) -> list[Command]:
        """All commands entered for a rule, in printed order; the template adds the keys that the section does not have."""
        commands = {identity: entry for part in (self._template, self._section) for identity, entry in _entries(part, rule)}
        return [command for _, command in sorted(commands.items(), key=_place_among_keys)]


def _place_among_keys(item: tuple[tuple[str, ...], Command]) -> list[Any]:
    """A sort key by the keys alone: a command has another place among the commands of a template than among those of a phone."""
    return printed_place(item)[1]


def _entries(section: Section, rule: str) -> list[tuple[tuple[str, ...], Command]]:
    return [(identity, entry) for identity, entry in section.entries.items() if identity[0] == rule]


def template_of(config: Configuration, section: Section) -> Section | None:
    """The template that an ephone, an ephone-dn or a pool uses; None if it uses none."""
    names = _TEMPLATES.get(section.mode.name)
    command = section.get(names[0]) if names is not None else None
    if names is None or command is None or command.negative:
        return None
    return config.section(names[1], command.words[-1])


def in_force(config: Configuration, section: Section) -> Commands:
    """A section with its template; the section alone if it uses none."""
    template = template_of(config, section)
    return section if template is None else Templated(section, template)
