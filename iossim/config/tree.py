"""The config tree: the sections of one router, and the changes to them, which can be undone."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar, cast

from iossim.config.platforms import Platform
from iossim.config.ports import Ports
from iossim.config.section import Section, SortKey, natural
from iossim.config.values import ValueIndex
from iossim.language import Command, Identity, Language, Mode, language

__all__ = ["Configuration", "Notes", "Section", "SortKey", "Undo", "Watcher", "natural"]

Undo = Callable[[], None]
#: A function that is called with the section and the identity in it where a command was entered or removed; () for all below a section.
Watcher = Callable[[Section, Identity], None]
_Made = TypeVar("_Made")


class Notes:
    """Facts of a text that the tree does not keep, for validation.

    Attributes:
        replaced: the section of a command, the command, and the one that took its place.
        actions: the section of a command that acts and is not stored (`create cnf-files`), and the command.
    """

    def __init__(self) -> None:
        self.replaced: list[tuple[Section, Command, Command]] = []
        self.actions: list[tuple[Section, Command]] = []


@dataclass
class PrefixList:
    """The entries of one prefix list, so that many can be entered without a walk over the configuration for each of them.

    Attributes:
        key: the command, and the name of the list.
        numbers: the sequence number of an entry, by its words.
        highest: the highest number.
        changes: number of changes of the configuration when this was true.
    """

    key: tuple[str, str]
    numbers: dict[tuple[str, ...], int]
    highest: int
    changes: int


class Configuration:
    """One router's configuration.

    Changes go through `store`, `drop`, `open` and `keep`, which keep the index of values and, during a transaction, the steps that undo
    them.

    Args:
        language_: the language; by default the one that came with iossim.
        platform: the router model whose limits count; None: the widest.

    Attributes:
        root: global configuration.
        values: the unique values, references and bounded numbers in it.
        journal: the steps that undo the changes of a transaction; None outside of one.
        watchers: functions that are called after a change.
        changes: number of changes so far.
        ports: the ports of the router; None while its configuration is read: then every interface exists.
        notes: takes what the tree does not keep; None: nobody asks for it.
        prefix_list: the prefix list that was changed last; None: none.
    """

    def __init__(self, language_: Language | None = None, platform: Platform | None = None) -> None:
        self.language = language_ or language()
        self.platform = platform
        self.ports: Ports | None = None
        self.notes: Notes | None = None
        self.prefix_list: PrefixList | None = None
        self.root = Section(self.language.mode("global"))
        self.values = ValueIndex()
        self.journal: list[Undo] | None = None
        self.watchers: list[Watcher] = []
        self.changes = 0

    def watcher(self, kind: Callable[[Configuration], _Made]) -> _Made:
        """The watcher of a class; it is made at the first call, and all callers share it.

        Args:
            kind: the class, whose objects are watchers and are made from a configuration.
        """
        for watcher in self.watchers:
            if type(watcher) is kind:
                return cast("_Made", watcher)
        made = kind(self)
        self.watchers.append(cast("Watcher", made))
        return made

    def section(self, rule: str, *key: str | int) -> Section | None:
        """A section of global configuration by rule and key."""
        return self.root.section(rule, *key)

    def sections(self, rule: str) -> list[Section]:
        """All sections of global configuration that a rule opened, in the order of the keys."""
        return self.root.find_sections(rule)

    def owners(self, kind: str, value: str) -> list[Section]:
        """The sections that have a value of which there should be one only (`//@ unique mac ADDRESS`)."""
        return self.values.owners(kind, value)

    def touch(self, section: Section, identity: Identity = ()) -> None:
        """Counts a change, and calls the watchers with the place where it was made."""
        self.changes += 1
        for watcher in self.watchers:
            watcher(section, identity)

    @contextmanager
    def unwatched(self) -> Iterator[None]:
        """Many changes in one piece: the watchers are called once, at the end, for anything in the configuration."""
        watchers, self.watchers = self.watchers, []
        try:
            yield
        finally:
            self.watchers = watchers
            self.touch(self.root)

    def store(self, section: Section, identity: Identity, command: Command) -> None:
        """Enters a command, in place of the one that had its identity."""
        before = section.entries.get(identity)
        section.entries[identity] = command
        if self.watchers:
            self.touch(section, identity)
        else:
            self.changes += 1
        if self.journal is not None:
            self.journal.append(lambda: self._put_back(section, identity, before))
        if before is not None:
            self.values.remove(section, identity, before)
            if self.notes is not None:
                self.notes.replaced.append((section, before, command))
        self.values.enter(section, identity, command)

    def insert(self, section: Section, identity: Identity, command: Command, place: int) -> None:
        """Enters a new command in front of the one at a place of its section.

        In front of the first one, the entries become an ordered dictionary: the new one is put there without a look at the others.
        """
        self.store(section, identity, command)
        if place:
            entries = list(section.entries.items())
            section.entries = dict([*entries[:place], entries[-1], *entries[place:-1]])
            return
        ordered = section.entries if isinstance(section.entries, OrderedDict) else OrderedDict(section.entries)
        ordered.move_to_end(identity, last=False)
        section.entries = ordered

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
        if section.kept.get(identity):
            self.release(section, identity)
        if before is not None and before.form.rule.lines:
            for line in [name for name in section.kept if name and name[1:2] == identity[1:] and name not in section.entries]:
                self.release(section, line)
        if self.journal is not None:
            self.journal.append(lambda: self._put_back(section, identity, before, child, order))
        if before is not None:
            self.values.remove(section, identity, before)
        for below in child.walk() if child else ():
            for name, command in below.entries.items():
                self.values.remove(below, name, command)

    def open(self, section: Section, identity: Identity, header: Command, mode: Mode) -> Section:
        """The section of a header, made where there is none yet.

        A longer header takes the place of a shorter one (`ephone-dn 1 dual-line`), not the other way round. A header of another kind
        (`dial-peer voice 1 pots`, `dial-peer voice 1 voip`) begins the section anew.
        """
        child = section.sections.get(identity)
        if child is not None and child.is_another_kind(header):
            self.drop(section, identity)
            child = None
        if child is None:
            child = section.sections[identity] = Section(mode, header, section, identity)
            self.store(section, identity, header)
            if self.journal is not None:
                self.journal.append(lambda: self._discard(section, identity))
        elif child.header is not None and len(header.words) > len(child.header.words):
            self.change_header(child, header)
        return child

    def change_header(self, section: Section, header: Command) -> None:
        """Gives a section another header with the same identity."""
        before, section.header = section.header, header
        assert section.parent is not None, "global configuration has no header"
        self.store(section.parent, section.identity, header)
        if self.journal is not None:
            self.journal.append(lambda: setattr(section, "header", before))

    def keep(self, section: Section, after: Identity | None, line: str, members: tuple[Section, ...] = ()) -> None:
        """Keeps a line that is not in the grammar, after the entry that stood before it (None: at the beginning).

        Args:
            section: the section of the line.
            after: identity of the entry before it.
            line: the line, indented as it is printed.
            members: in the section of a range, the members that keep the line; () for all.
        """
        for member in members or section.members:
            self.keep(member, after if after in member.entries else None, line)
        if section.members:
            return
        section.kept.setdefault(after, []).append(line)
        if self.journal is not None:
            self.journal.append(lambda: self._unkeep(section, after))

    def _unkeep(self, section: Section, after: Identity | None) -> None:
        section.kept[after].pop()

    def release(self, section: Section, identity: Identity) -> None:
        """Moves the lines kept after an entry to the beginning of the section: the entry is removed, they stay."""
        if self.journal is not None:
            undone = {place: list(lines) for place, lines in section.kept.items()}
            self.journal.append(lambda: setattr(section, "kept", undone))
        section.kept.setdefault(None, []).extend(section.kept.pop(identity))

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
        """Undoes `store` or `drop`: enters the command that stood there before, and its section."""
        present = section.entries.get(identity)
        if present is not None:
            self.values.remove(section, identity, present)
        if before is None:
            section.entries.pop(identity, None)
        else:
            section.entries[identity] = before
            self.values.enter(section, identity, before)
        # Commands that stand as they were entered go back to their place.
        for name in order:
            section.entries[name] = section.entries.pop(name)
        if child is not None:
            section.sections[identity] = child
            for below in child.walk():
                for name, command in below.entries.items():
                    self.values.enter(below, name, command)
        self.touch(section, identity)
