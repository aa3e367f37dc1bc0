"""The config tree: sections, and in each the commands by identity."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from iossim.config.platforms import Platform
from iossim.language import Command, Identity, Language, Mode, language
from iossim.language.notations import unquoted

Undo = Callable[[], None]
#: Is told where something was entered or removed: the section, and the identity in it; () for anything anywhere below it.
Watcher = Callable[["Section", Identity], None]


class Section:
    """The configuration itself, or the commands below one that entered a mode (`ephone 1`).

    Attributes:
        mode: the mode of its commands.
        header: the command that opened it; None for the configuration itself.
        parent: the section it stands in.
        entries: what was entered, by identity.
        sections: the sections in it, by the identity of their header.
        kept: lines that are not in the grammar, by the identity of the entry they stand behind (None: at the beginning).
    """

    __slots__ = ("entries", "header", "kept", "mode", "parent", "sections")

    def __init__(self, mode: Mode, header: Command | None = None, parent: Section | None = None) -> None:
        self.mode = mode
        self.header = header
        self.parent = parent
        self.entries: dict[Identity, Command] = {}
        self.sections: dict[Identity, Section] = {}
        self.kept: dict[Identity | None, list[str]] = {}

    @property
    def identity(self) -> Identity:
        """The identity of the header."""
        return self.header.form.identity(self.header.words) if self.header else ()

    @property
    def key(self) -> tuple[str, ...]:
        """The key words of the header: ("1",) for `ephone 1`."""
        return self.identity[1:]

    def get(self, rule: str, *key: str | int) -> Command | None:
        """What was entered for a rule and its key; None where nothing was."""
        return self.entries.get((rule, *map(str, key)))

    def effective(self, rule: str, *key: str | int) -> Command | None:
        """What is in force: what was entered, else the declared default, else None."""
        identity = (rule, *map(str, key))
        return self.entries.get(identity) or self.mode.defaults.get(identity)

    def all(self, rule: str) -> list[Command]:
        """Everything entered for a rule, in the order of the keys."""
        return [self.entries[identity] for identity in sorted_identities(i for i in self.entries if i[0] == rule)]

    def section(self, rule: str, *key: str | int) -> Section | None:
        """The section opened by a rule and its key, or None."""
        return self.sections.get((rule, *map(str, key)))

    def any_sections(self, rule: str) -> list[Section]:
        """All sections opened by a rule, in the order in which they were entered, which is quicker to find."""
        return [section for identity, section in self.sections.items() if identity[0] == rule]

    def find_sections(self, rule: str) -> list[Section]:
        """All sections opened by a rule, in the order of the keys."""
        return [self.sections[identity] for identity in sorted_identities(i for i in self.sections if i[0] == rule)]

    def walk(self) -> Iterator[Section]:
        """This section and all below it."""
        yield self
        for section in self.sections.values():
            yield from section.walk()

    def snapshot(self) -> dict[Any, Any]:
        """The section as plain values, for comparing trees."""
        return {
            "entries": {identity: command.text for identity, command in self.entries.items()},
            "sections": {identity: section.snapshot() for identity, section in self.sections.items()},
            "kept": {identity: list(lines) for identity, lines in self.kept.items() if lines},
        }


SortKey = tuple[tuple[int, int, str], ...]


def natural(word: str) -> SortKey:
    """A sort key that puts numbers in numeric order, also inside names: GigabitEthernet0/2 stands before GigabitEthernet0/10."""
    if word.isdigit() and word.isascii():
        return ((0, int(word), ""),) if len(word) < 20 else ((1, 0, word),)
    return tuple(
        (0, int(part), "") if part.isdigit() and part.isascii() and len(part) < 20 else (1, 0, part) for part in _PARTS(word)
    )


_PARTS = re.compile(r"[0-9]+|[^0-9]+").findall


def sorted_identities(identities: Iterator[Identity]) -> list[Identity]:
    """Identities of one rule in the order of their keys, numbers numerically."""
    return sorted(identities, key=lambda identity: [natural(word) for word in identity[1:]])


class Configuration:
    """One router's configuration.

    Changes go through `store`, `drop`, `open` and `keep`, which keep the index of unique values and, during a transaction,
    what undoes them.

    Args:
        language_: the language; by default the one that came with iossim.
        platform: the router model whose limits count; None: the widest.
    """

    def __init__(self, language_: Language | None = None, platform: Platform | None = None) -> None:
        self.language = language_ or language()
        self.platform = platform
        self.root = Section(self.language.mode("global"))
        self.unique: dict[tuple[str, str], dict[Section, None]] = {}
        self.journal: list[Undo] | None = None
        self.watchers: list[Watcher] = []
        self.changes = 0

    def section(self, rule: str, *key: str | int) -> Section | None:
        """A section of global configuration by rule and key."""
        return self.root.section(rule, *key)

    def sections(self, rule: str) -> list[Section]:
        """All sections of global configuration that a rule opened, in the order of the keys."""
        return self.root.find_sections(rule)

    def owners(self, kind: str, value: str) -> list[Section]:
        """The sections that have a value of which only one should be (`//@ unique mac ADDRESS`)."""
        return list(self.unique.get((kind, value), ()))

    def touch(self, section: Section, identity: Identity = ()) -> None:
        """Counts a change, and tells whoever watches where it was made."""
        self.changes += 1
        for watcher in self.watchers:
            watcher(section, identity)

    def store(self, section: Section, identity: Identity, command: Command) -> None:
        """Enters a command, in place of what had its identity."""
        before = section.entries.get(identity)
        section.entries[identity] = command
        self.touch(section, identity)
        if self.journal is not None:
            self.journal.append(lambda: self._put_back(section, identity, before))
        if command.form.unique_words:
            self._forget(section, before)
            self._remember(section, command)

    def drop(self, section: Section, identity: Identity) -> None:
        """Removes a command, and the section that it opened."""
        before = section.entries.get(identity)
        order = (
            list(section.entries) if self.journal is not None and before is not None and before.form.sorted_keys is not None else []
        )
        section.entries.pop(identity, None)
        child = section.sections.pop(identity, None)
        if before is None and child is None:
            return
        self.touch(section, identity)
        kept = section.kept.get(identity)
        if kept:
            undone = {place: list(lines) for place, lines in section.kept.items()}
            section.kept.setdefault(None, []).extend(section.kept.pop(identity))
            if self.journal is not None:
                self.journal.append(lambda: setattr(section, "kept", undone))
        if self.journal is not None:
            self.journal.append(lambda: self._put_back(section, identity, before, child, order))
        self._forget(section, before)
        for each in child.walk() if child else ():
            for command in each.entries.values():
                self._forget(each, command)

    def open(self, section: Section, identity: Identity, header: Command, mode: Mode) -> Section:
        """The section of a header, made where it is not yet there."""
        child = section.sections.get(identity)
        if child is None:
            child = section.sections[identity] = Section(mode, header, section)
            self.store(section, identity, header)
            if self.journal is not None:
                self.journal.append(lambda: self._discard(section, identity))
        elif child.header is not None and len(header.words) > len(child.header.words):
            before, child.header = child.header, header
            self.store(section, identity, header)
            if self.journal is not None:
                self.journal.append(lambda: setattr(child, "header", before))
        return child

    def keep(self, section: Section, behind: Identity | None, line: str) -> None:
        """Keeps a line that is not in the grammar, behind the entry that stood before it."""
        section.kept.setdefault(behind, []).append(line)
        if self.journal is not None:
            self.journal.append(lambda: self._unkeep(section, behind))

    def _unkeep(self, section: Section, behind: Identity | None) -> None:
        section.kept[behind].pop()

    def _discard(self, section: Section, identity: Identity) -> None:
        section.sections.pop(identity, None)
        self.touch(section, identity)

    def _put_back(
        self,
        section: Section,
        identity: Identity,
        before: Command | None,
        child: Section | None = None,
        order: Iterable[Identity] = (),
    ) -> None:
        self._forget(section, section.entries.get(identity))
        if before is None:
            section.entries.pop(identity, None)
        else:
            section.entries[identity] = before
            self._remember(section, before)
        # Commands that stand as they were entered go back to their place.
        for each in order:
            section.entries[each] = section.entries.pop(each)
        if child is not None:
            section.sections[identity] = child
            for below in child.walk():
                for command in below.entries.values():
                    self._remember(below, command)
        self.touch(section, identity)

    def _remember(self, section: Section, command: Command) -> None:
        for kind, value in unique_values(command):
            self.unique.setdefault((kind, value), {})[section] = None

    def _forget(self, section: Section, command: Command | None) -> None:
        if command is not None and command.form.unique_words:
            for kind, value in unique_values(command):
                owners = self.unique.get((kind, value), {})
                owners.pop(section, None)
                if not owners:
                    self.unique.pop((kind, value), None)


def unique_values(command: Command) -> list[tuple[str, str]]:
    """The values of a command that no other section may have, with their kind (`//@ unique mac ADDRESS`)."""
    if command.negative:
        return []
    return [(kind, unquoted(command.words[index])) for kind, index in command.form.unique_words]
