"""Section of the configuration: the commands entered in one mode, by identity, and the sections below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from iossim.config.ipv4 import ALL_ONES, class_length, number
from iossim.language import Command, Identity, Mode, defaults_of
from iossim.language.notations.addresses import ipv6_octets
from iossim.language.notations.interfaces import interface_place


class Section:
    """The configuration itself, or the commands below one that entered a mode (`ephone 1`).

    Attributes:
        mode: the mode of its commands.
        header: the command that opened it; None for the configuration itself.
        identity: the identity of the header; a longer header that takes its place has the same one.
        parent: the section it stands in.
        entries: the commands that were entered, by identity.
        sections: the sections in it, by the identity of their header.
        members: the sections that its commands are entered in, in its place (`interface range`); () for any other section.
        kept: lines that are not in the grammar, by the identity of the entry they stand after (None: at the beginning).
        left_out: the rules whose default is not printed here, because the text of a device was without it (`//@ entered-in-ports`).
        shown_off: negative forms that are printed first in the section, as in the text of a device (`//@ in-each-port`).
    """

    __slots__ = ("entries", "header", "identity", "kept", "left_out", "members", "mode", "parent", "sections", "shown_off")

    def __init__(
        self, mode: Mode, header: Command | None = None, parent: Section | None = None, identity: Identity | None = None
    ) -> None:
        self.mode = mode
        self.header = header
        if identity is None:
            identity = header.form.identity(header.words) if header is not None else ()
        self.identity = identity
        self.parent = parent
        self.entries: dict[Identity, Command] = {}
        self.sections: dict[Identity, Section] = {}
        self.members: tuple[Section, ...] = ()
        self.kept: dict[Identity | None, list[str]] = {}
        self.left_out: frozenset[str] = frozenset()
        self.shown_off: dict[Identity, Command] = {}

    @property
    def key(self) -> tuple[str, ...]:
        """The key words of the header: ("1",) for `ephone 1`."""
        return self.identity[1:]

    @property
    def prompt(self) -> str:
        """The prompt of the mode, or that of a command of this section that has one (`//@ section-prompt`)."""
        return next((rule.section_prompt for rule in self.mode.prompting if self.all(rule.base)), self.mode.prompt)

    @property
    def stands(self) -> bool:
        """True if the section, or all members of a range, are in the section around it."""
        if self.members:
            return all(member.stands for member in self.members)
        return self.parent is None or self.parent.sections.get(self.identity) is self

    @property
    def header_words(self) -> frozenset[str]:
        """The words of the header that decide which commands the section has, without their numbers, in small letters."""
        return self._kind_of(self.members[0].header if self.members else self.header)

    def is_another_kind(self, header: Command) -> bool:
        """True if a header would make the section one of another kind, with other commands."""
        here, there = self.header_words, self._kind_of(header)
        return bool(here and there) and here.isdisjoint(there)

    def _kind_of(self, header: Command | None) -> frozenset[str]:
        deciding = self.mode.header_words
        return _without_numbers(tuple(header.words)) & deciding if deciding and header is not None else frozenset()

    def get(self, rule: str, *key: str | int) -> Command | None:
        """The command entered for a rule and its key; None where none was."""
        return self.entries.get((rule, *map(str, key)))

    def effective(self, rule: str, *key: str | int) -> Command | None:
        """The command in force: the one that was entered, else the declared default, else None."""
        identity = (rule, *map(str, key))
        return self.entries.get(identity) or defaults_of(self.mode).get(identity)

    def all(self, rule: str) -> list[Command]:
        """All commands entered for a rule, in the order in which the running-config prints them."""
        entries = [entry for entry in self.entries.items() if entry[0][0] == rule]
        if len(entries) > 1:
            entries.sort(key=printed_place)
        return [command for _, command in entries]

    def section(self, rule: str, *key: str | int) -> Section | None:
        """The section opened by a rule and its key, or None."""
        return self.sections.get((rule, *map(str, key)))

    def any_sections(self, rule: str) -> list[Section]:
        """All sections opened by a rule, in the order in which they were entered; quicker than `find_sections`."""
        return [section for identity, section in self.sections.items() if identity[0] == rule]

    def find_sections(self, rule: str) -> list[Section]:
        """All sections opened by a rule, in the order of the keys."""
        return [self.sections[identity] for identity in sorted_identities(i for i in self.sections if i[0] == rule)]

    def walk(self) -> Iterator[Section]:
        """This section and all below it."""
        yield self
        for section in self.sections.values():
            if section.sections:
                yield from section.walk()
            else:
                yield section

    def snapshot(self) -> dict[Any, Any]:
        """The section as plain values, for comparing trees."""
        return {
            "entries": {identity: command.text for identity, command in self.entries.items()},
            "sections": {identity: section.snapshot() for identity, section in self.sections.items()},
            "kept": {identity: list(lines) for identity, lines in self.kept.items() if lines},
        }


@lru_cache(maxsize=1024)
def _without_numbers(words: tuple[str, ...]) -> frozenset[str]:
    """The words without the numbers at their end, in small letters: `gigabitethernet` of `GigabitEthernet0/0`."""
    return frozenset(word.rstrip("0123456789/:.").lower() for word in words)


SortKey = tuple[tuple[int, int, str], ...]


def natural(word: str) -> SortKey:
    """A sort key that puts numbers in numeric order, also inside names: GigabitEthernet0/2 stands before GigabitEthernet0/10.

    An IPv6 address, or a prefix, stands by the value of its octets.
    """
    if word.isdigit() and word.isascii():
        return ((0, int(word), ""),) if len(word) < 20 else ((1, 0, word),)
    if ":" in word and (place := _ipv6_place(word)):
        return place
    return tuple(
        (0, int(part), "") if part.isdigit() and part.isascii() and len(part) < 20 else (1, 0, part) for part in _PARTS(word)
    )


_PARTS = re.compile(r"[0-9]+|[^0-9]+").findall


def printed_place(item: tuple[Identity, Command]) -> tuple[int, list[Any]]:
    """A sort key that puts the entries of a section in the order of the running-config.

    Args:
        item: the identity of an entry, and its command.
    """
    identity, command = item
    if command.number:
        return command.form.order, [((0, command.number, ""),)]
    if command.form.ahead:
        return command.form.order, _NO_KEY
    if len(identity) == 1:
        return command.form.order, _NO_KEY
    if command.form.grouped:
        numbers = [natural(word) for word in identity[2:] if word.isdigit()]
        return command.form.order, [_peer_place(identity[1]), ((0, command.form.rank, ""),), *numbers]
    if command.form.spanned:
        return command.form.order, [_last_address(*(command.words[index] for index in command.form.spanned))]
    if command.form.as_text:
        return command.form.order, [((1, 0, word),) for word in identity[1:]]
    if command.form.by_interface:
        return command.form.order, [((_AFTER_WORDS, interface_place(identity[1])),)]
    words = [natural(word) for word in identity[1 : command.form.sorted_keys]]
    return command.form.order, [((0, command.form.kind, ""),), *words] if command.form.kind else words


_NO_KEY: list[Any] = []
#: The first part of the sort key of an interface: words in its place (`af-interface default`) stand before interfaces.
_AFTER_WORDS = 2


def is_peer_group(word: str) -> bool:
    """True if a neighbor of a routing section is the name of a group, and no address."""
    return not word[0].isdigit() and ":" not in word


def _peer_place(word: str) -> SortKey:
    """A sort key that puts names before addresses, and addresses of both kinds by their octets (`1A00::1` before `78.1.1.1`)."""
    if is_peer_group(word):
        return ((0, 0, ""), *natural(word))
    return ((0, 1, ""), *(_ipv6_place(word) or (part for part in natural(word) if part[2] != ".")))


def _ipv6_place(word: str) -> SortKey:
    """A sort key: the octets of an IPv6 address, or of the address of a prefix; () for another word."""
    return tuple((0, octet, "") for octet in ipv6_octets(word)) if word.count(":") > 1 else ()


def _last_address(network: str, wildcard: str = "") -> SortKey:
    """A sort key: the last address of a network.

    Args:
        network: the address of the network.
        wildcard: its wildcard bits; "": those of its class.
    """
    address = number(network)
    return ((0, address | (number(wildcard) if wildcard else ALL_ONES >> class_length(address)), ""),)


def sorted_identities(identities: Iterator[Identity]) -> list[Identity]:
    """Identities of one rule in the order of their keys, numbers numerically."""
    return sorted(identities, key=lambda identity: [natural(word) for word in identity[1:]])
