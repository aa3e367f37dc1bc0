"""The source of one element of an answer, and of everything inside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from iossim.router.templates import Templated, template_of

if TYPE_CHECKING:
    from iossim.config.tree import Section
    from iossim.language import Command
    from iossim.router import RouterCore


Value = str | Mapping[str, str]


class Item:
    """A section, one of its commands, or one value of a command.

    Attributes:
        router: the router.
        section: the section whose commands are shown; None if it is not configured.
        parameters: the parameters of the request by name.
        template: the template of the section, which shows where the section itself has no command.
        entry: the command that a repeated element shows.
        value: the value that a repeated element shows: a text, or several by name.
        ordinal: the element's number among its repetitions, from 1.
        state: the phone or extension at run time, once it was looked up.
    """

    __slots__ = ("entry", "ordinal", "parameters", "router", "section", "state", "template", "value")

    def __init__(
        self,
        router: RouterCore,
        section: Section | None,
        parameters: Mapping[str, str],
        template: Section | None = None,
        entry: Command | None = None,
        value: Value = "",
        ordinal: int = 0,
    ) -> None:
        self.router = router
        self.section = section
        self.parameters = parameters
        self.template = template
        self.entry = entry
        self.value = value
        self.ordinal = ordinal
        self.state: Any = None

    @classmethod
    def of(cls, router: RouterCore, section: Section, parameters: Mapping[str, str]) -> Item:
        """The item of a section and its template."""
        return cls(router, section, parameters, template_of(router.config, section))

    @property
    def key(self) -> str:
        """The section's tag."""
        return self.section.key[0] if self.section is not None and self.section.key else ""

    def command(self, *commands: tuple[str, ...]) -> Command | None:
        """The first of some commands (rule and key) that was entered, in the section or else in its template."""
        for section in (self.section, self.template):
            if section is not None:
                for command in commands:
                    entry = section.entries.get(command)
                    if entry is not None:
                        return entry
        return None

    def get(self, rule: str, *key: str | int) -> Command | None:
        """The entry of a rule and its key; None if nothing is entered. Defaults do not count."""
        return self.command((rule, *map(str, key)))

    effective = get

    def all(self, rule: str) -> list[Command]:
        """All entries of a command with a key, in the order of the running-config; the template adds the keys left free."""
        if self.section is None:
            return []
        section = self.section if self.template is None else Templated(self.section, self.template)
        return [entry for entry in section.all(rule) if not entry.negative]

    def at(self, section: Section | None) -> Item:
        """An item of another section, in the same answer."""
        return Item(self.router, section, self.parameters)

    def repetition(self, ordinal: int, entry: Command | None = None, value: Value = "") -> Item:
        """One repetition inside this item."""
        return Item(self.router, self.section, self.parameters, self.template, entry, value, ordinal)
