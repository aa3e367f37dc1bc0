"""Access lists of a configuration: their entries, and the commands that name them."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from iossim.config import Section
from iossim.language import Command
from iossim.validate.facts.facts import Facts

#: The commands that open a named access list.
_OPENERS = ("ip_access_list",)
#: Modes with many commands, none of which names an access list, a route map or a policy.
_OTHER_MODES = frozenset(("ephone", "ephone_dn", "ephone_template", "voice_register_dn", "voice_register_pool", "ephone_hunt"))


class AccessEntry(msgspec.Struct, frozen=True):
    """An entry of an access list.

    Attributes:
        command: the command.
        words: its words from `permit` or `deny` on.
        sequence: its number; 0 if it has none.
    """

    command: Command
    words: list[str]
    sequence: int


def access_lists(facts: Facts) -> dict[str, list[AccessEntry]]:
    """The entries of the access lists, in the order in which they are looked at, by the name of the list; remarks are left out.

    Lists whose entries have numbers partly are ordered by what is known.
    """
    lists: dict[str, list[AccessEntry]] = defaultdict(list)
    for section in facts.sections("ip_access_list"):
        entries = lists[section.key[0]]
        for identity, command in section.entries.items():
            if identity[0] == "entry" and not command.negative:
                _add(entries, command, command.words)
        if all(entry.sequence for entry in entries):
            entries.sort(key=lambda entry: entry.sequence)
    for _, command in facts.all("access_list"):
        _add(lists[command.words[1]], command, command.words[2:])
    return lists


def _add(entries: list[AccessEntry], command: Command, words: list[str]) -> None:
    sequence = int(words[0]) if words[0].isdigit() else 0
    rest = words[1:] if sequence else words
    if rest and rest[0] != "remark":
        entries.append(AccessEntry(command, rest, sequence))


def other_words(facts: Facts) -> set[str]:
    """All words of the commands that may name an access list, a route map or a policy: no headers and no entries of lists."""
    words: set[str] = set()
    for form, placed in facts.forms.items():
        if form.mode in _OTHER_MODES or form.rule.enters or form.name in ("access_list", "entry"):
            continue
        for _, command in placed:
            words.update(command.words)
    return words


def map_names(facts: Facts, opener: str) -> set[str]:
    """The names of the sections that a rule opens: route maps, policy maps."""
    return {_name(section) for section in facts.sections(opener)}


def _name(section: Section) -> str:
    return section.key[0] if section.key else ""
