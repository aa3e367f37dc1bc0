"""Checks of lists: names of access lists, hosts that an entry before them covers, lengths of prefixes that no network has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iossim.config.networks import source_of
from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command

#: The numbers of access lists, by their kind.
_NUMBERS_OF_LISTS = {"standard": (range(1, 100), range(1300, 2000)), "extended": (range(100, 200), range(2000, 2700))}


def list_name(configuration: Configuration, section: Section, command: Command) -> Iterable[Refusal]:  # noqa: ARG001
    """A number that is none of the kind of the list (`ip access-list standard 101`), or the name of a list of the other kind."""
    name = str(command.fields["name"])
    kind = next((word for word in command.words if word in _NUMBERS_OF_LISTS), "")
    if not kind or command.negative or command.reset:
        return ()
    if name.isdecimal():
        return () if any(int(name) in numbers for numbers in _NUMBERS_OF_LISTS[kind]) else (Refusal("% Invalid access list name."),)
    before = section.section(command.name, name)
    if before is None or before.header is None or kind in before.header.words:
        return ()
    return (Refusal(f"% A named {before.header.words[2]} IP access list with this name already exists"),)


def covered_host(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """A host in a standard access list after an entry for a network that the host is in."""
    source = source_of(command)
    if source is None or source[1]:
        return
    numbers = []
    for identity in configuration.values.covering(section, source[0]):
        entry = section.entries[identity]
        if entry.number < command.number:
            numbers.append(entry.number)
    if numbers:
        yield Refusal(
            "% Access rule can't be configured at higher sequence num as it is part of the existing rule at sequence num "
            f"{min(numbers)}"
        )


def prefix_range(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """Lengths in an entry of a prefix list that are not above the length of its prefix, or not in order."""
    words = command.words
    prefix = next((word for word in words[3:] if "/" in word), "")
    if command.negative or command.reset or not prefix:
        return
    lengths = [
        int(prefix.rpartition("/")[2]),
        *(int(words[words.index(name, 3) + 1]) for name in ("ge", "le") if name in words[3:]),
    ]
    rising = all(low < high for low, high in zip(lengths[:1] * 2, lengths[1:], strict=False)) and lengths[1:] == sorted(lengths[1:])
    if not rising:
        yield Refusal(f"% Invalid prefix range for {prefix}, make sure: len < ge-value <= le-value")
