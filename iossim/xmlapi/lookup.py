"""Look-ups by tag and by value that take the same time with ten phones and with twenty thousand.

An index is built at its first use, and from then on follows the configuration: a command that is entered or removed in a
section marks that section, and only marked ones are looked at again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from iossim.config.references import references

if TYPE_CHECKING:
    from iossim.config import Configuration, Section
    from iossim.language import Identity

_Made = TypeVar("_Made")
Values = Callable[["Section"], Iterable[str]]


class Tags:
    """The tags of all sections that one rule opened.

    Args:
        configuration: the configuration.
        rule: the rule, whose key is one number.
    """

    def __init__(self, configuration: Configuration, rule: str) -> None:
        self._sections = configuration.root.sections
        self._rule = rule
        self._tags = {int(identity[1]) for identity in self._sections if identity[0] == rule and len(identity) > 1}
        self._sorted: list[int] | None = None
        self._free = 1  # every tag below it is taken

    def note(self, tag: str) -> None:
        """Something was entered or removed under a tag."""
        number = int(tag)
        if ((self._rule, tag) in self._sections) != (number in self._tags):
            self._tags ^= {number}
            self._sorted = None
            if number not in self._tags:
                self._free = min(self._free, number)

    def __len__(self) -> int:
        """The number of tags."""
        return len(self._tags)

    def ascending(self) -> list[int]:
        """All tags, ascending."""
        if self._sorted is None:
            self._sorted = sorted(self._tags)
        return self._sorted

    def lowest_free(self, highest: int) -> int:
        """The lowest tag from 1 that no section has; 0 if all tags up to `highest` are taken."""
        while self._free in self._tags:
            self._free += 1
        return self._free if self._free <= highest else 0


class Lookup:
    """The sections of one rule, by value.

    Args:
        configuration: the configuration.
        rule: the rule.
        values: gives the values of a section.
        tags: the tags of the rule's sections.
    """

    def __init__(self, configuration: Configuration, rule: str, values: Values, tags: Tags) -> None:
        self._configuration = configuration
        self._rule = rule
        self._values = values
        self._tags_by_value: dict[str, set[int]] = {}
        self._values_by_tag: dict[int, tuple[str, ...]] = {}
        self._marked: set[int] = set(tags.ascending())

    def note(self, tag: str) -> None:
        """Something was entered or removed under a tag."""
        self._marked.add(int(tag))

    def find(self, value: str) -> list[int]:
        """The tags of the sections that have a value, ascending."""
        if self._marked:
            for tag in self._marked:
                self._read(tag)
            self._marked.clear()
        return sorted(self._tags_by_value.get(value, ()))

    def _read(self, tag: int) -> None:
        for value in self._values_by_tag.pop(tag, ()):
            tags = self._tags_by_value[value]
            tags.discard(tag)
            if not tags:
                del self._tags_by_value[value]
        section = self._configuration.section(self._rule, tag)
        if section is not None:
            values = tuple(dict.fromkeys(self._values(section)))
            self._values_by_tag[tag] = values
            for value in values:
                self._tags_by_value.setdefault(value, set()).add(tag)


class Index:
    """The indexes of one configuration; they follow its changes.

    Args:
        configuration: the configuration.
    """

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._tags: dict[str, Tags] = {}
        self._lookups: dict[str, dict[str, Lookup]] = {}
        self._once: dict[str, tuple[int, Any]] = {}

    @classmethod
    def of(cls, configuration: Configuration) -> Index:
        """The index of a configuration; it is made at the first call."""
        return configuration.watcher(cls)

    def __call__(self, section: Section, identity: Identity) -> None:
        """A command was entered or removed in a section; identity `()`: any number of commands, anywhere."""
        while section.parent is not None:
            identity, section = section.identity, section.parent
        if not identity:
            self._tags.clear()
            self._lookups.clear()
            return
        tags = self._tags.get(identity[0])
        if tags is not None:
            tags.note(identity[1])
            for lookup in self._lookups.get(identity[0], {}).values():
                lookup.note(identity[1])

    def tags(self, rule: str) -> Tags:
        """The tags of all sections that a rule opened."""
        known = self._tags.get(rule)
        if known is None:
            known = self._tags[rule] = Tags(self._configuration, rule)
        return known

    def lookup(self, rule: str, name: str, values: Values) -> Lookup:
        """The sections that a rule opened, by value.

        Args:
            rule: the rule.
            name: the name of the kind of value.
            values: gives the values of a section; it may read nothing but that section.
        """
        lookups = self._lookups.setdefault(rule, {})
        known = lookups.get(name)
        if known is None:
            known = lookups[name] = Lookup(self._configuration, rule, values, self.tags(rule))
        return known

    def once(self, name: str, make: Callable[[], _Made]) -> _Made:
        """A result that depends on the configuration; it is computed again only after a change.

        Args:
            name: the name of the result.
            make: computes it.
        """
        changes, made = self._once.get(name, (-1, None))
        if changes != self._configuration.changes:
            made = make()
            self._once[name] = self._configuration.changes, made
        return cast("_Made", made)


def carriers(configuration: Configuration, carrier: str, kind: str, rule: str, key: str) -> list[str]:
    """The tags of the sections that refer to a line or phone, ascending.

    Args:
        configuration: the configuration.
        carrier: the rule that opens the sections, for example `ephone`.
        kind: the kind of the reference, for example `ephone-dn`.
        rule: the command that refers, for example `button`.
        key: the tag of the line or phone.
    """

    def referred(section: Section) -> list[str]:
        return [tag for identity, _, _, _, tag in references(section, {kind}) if identity[0] == rule]

    return list(map(str, Index.of(configuration).lookup(carrier, kind, referred).find(key)))
