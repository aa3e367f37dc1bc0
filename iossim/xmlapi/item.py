"""What one element of an answer, and everything inside it, is filled from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from iossim.router.templates import Templated

if TYPE_CHECKING:
    from iossim.config.tree import Section
    from iossim.language import Command
    from iossim.router import RouterCore


Value = str | Mapping[str, str]


class Item:
    """One thing that an element describes: a section, one of its commands, or one value of a command.

    Attributes:
        router: the router that is asked.
        section: the section that commands are looked up in; None where it is not configured.
        template: the section that shows through where the section itself says nothing.
        entry: the command that a repeated element stands for.
        value: what a repeated element stands for, where that is no command: a text, or several by name.
        ordinal: the element's number among its repetitions, from 1.
        memo: what was found out once for the whole answer.
        state: the phone or extension at run time, once it was asked for.
    """

    __slots__ = ("entry", "memo", "ordinal", "router", "section", "state", "template", "value")

    def __init__(
        self,
        router: RouterCore,
        section: Section | None,
        memo: dict[str, Any],
        template: Section | None = None,
        entry: Command | None = None,
        value: Value = "",
        ordinal: int = 0,
    ) -> None:
        self.router = router
        self.section = section
        self.memo = memo
        self.template = template
        self.entry = entry
        self.value = value
        self.ordinal = ordinal
        self.state: Any = None

    @property
    def key(self) -> str:
        """The section's tag."""
        return self.section.key[0] if self.section is not None and self.section.key else ""

    def command(self, *commands: tuple[str, ...]) -> Command | None:
        """What was entered for the first of some commands (rule and key), in the section or else in its template."""
        for section in (self.section, self.template):
            if section is not None:
                for command in commands:
                    entry = section.entries.get(command)
                    if entry is not None:
                        return entry
        return None

    def commands(self, rule: str) -> list[Command]:
        """All that was entered for a command with a key, in key order; the template adds the keys left free."""
        if self.section is None:
            return []
        section = self.section if self.template is None else Templated(self.section, self.template)
        return [entry for entry in section.all(rule) if not entry.negative]

    def at(self, section: Section | None) -> Item:
        """The same answer, filled from another section."""
        return Item(self.router, section, self.memo)

    def each(self, ordinal: int, entry: Command | None = None, value: Value = "") -> Item:
        """One repetition inside this item."""
        return Item(self.router, self.section, self.memo, self.template, entry, value, ordinal)
