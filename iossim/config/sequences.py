"""Lists whose entries have sequence numbers (`//@ sequenced`): access lists.

The entries stand in their section in the order of the numbers. A numbered list (`access-list 10 permit any`) is the section that
`ip access-list standard 10` opens; `config/listing.py` prints its lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import cast

from iossim.config.applied import Applied
from iossim.config.listing import line_of, next_number
from iossim.config.plan import plan_of
from iossim.config.refusal import Refusal
from iossim.config.tree import Configuration, PrefixList, Section
from iossim.config.written import written
from iossim.language import Command, Identity, match

Apply = Callable[[Configuration, Section, Command], Applied]

#: The distance between the numbers that a prefix list gives to its entries.
PREFIX_STEP = 5
_GREATEST = 2**31 - 1


def apply_sequenced(configuration: Configuration, section: Section, command: Command, apply: Apply) -> Applied:
    """Applies a line of a list: an entry, an entry at a number, or the line of a numbered list.

    Args:
        configuration: the tree.
        section: the section of the command's mode.
        command: the command.
        apply: applies one command to one section.

    Returns:
        The result. An entry that the list has already changes nothing; a number that another entry has is refused.
    """
    rule = command.form.rule
    if rule.listed_in:
        return _apply_to_list(configuration, section, command, apply)
    if rule.next_at or rule.written == "prefix":
        return _apply_to_prefix_list(configuration, section, command)
    if rule.at:
        number, entry = _split(section, command)
    else:
        number, entry = 0, command
    entry = written(section.mode, entry) if entry is not None else None
    if command.negative or command.reset:
        _remove(configuration, section, number, entry)
        return Applied(section)
    assert entry is not None, "only `no` leaves out the entry"
    return Applied(section, refused=_enter(configuration, section, entry, number))


def _split(section: Section, command: Command) -> tuple[int, Command | None]:
    """The number and the entry of a line that has both; None for an entry that is left out."""
    rest = command.words[len(command.form.rule.at.split()) :]
    number = int(command.words[command.form.words_of("sequence")[0]])
    if not rest:
        return number, None
    entry = cast("Command", match(section.mode, " ".join(rest)))
    entry.line = command.line
    return number, entry


def _apply_to_list(configuration: Configuration, section: Section, command: Command, apply: Apply) -> Applied:
    """Applies the line of a numbered list to the section of the list, or removes the section."""
    number = str(command.fields["number"])
    header = cast("Command", match(section.mode, command.form.rule.listed_in.replace("{NUMBER}", number)))
    header.line, header.negative = command.line, command.negative or command.reset
    if header.negative:
        return apply(configuration, section, header)
    identity = header.form.identity(header.words)
    start = len(header.form.rule.lines.split())
    listed = section.sections.get(identity) or apply(configuration, section, header).section
    entry = cast("Command", match(listed.mode, " ".join(command.words[start:])))
    entry.line = command.line
    applied = apply(configuration, listed, entry)
    applied.section = section
    return applied


def _apply_to_prefix_list(configuration: Configuration, section: Section, command: Command) -> Applied:
    """Enters or removes an entry of a prefix list; one without a number is the one with the same words, or comes last."""
    refusal = _refused(configuration, section, command)
    if refusal is not None:
        return Applied(section, refused=refusal.message, refusal=refusal)
    entry = written(section.mode, command)
    removed = command.negative or command.reset
    identities = [entry.form.identity(entry.words)]
    beginning = command.form.rule.next_at.split()
    if beginning:
        start = beginning.index("{NAME}") + 1
        rest = tuple(entry.words[start:])
        listed = _prefixes(configuration, section, (entry.name, entry.words[start - 1]), len(beginning) + 1)
        if rest in listed.numbers:
            identities = [(*listed.key, str(listed.numbers[rest]))]
            entry = section.entries[identities[0]]
        elif removed:
            identities = [] if rest else [identity for identity in section.entries if identity[:2] == listed.key]
        else:
            number = listed.numbers[rest] = listed.highest = (listed.highest // PREFIX_STEP + 1) * PREFIX_STEP
            entry = cast("Command", match(section.mode, " ".join([*entry.words[:start], *beginning[start:], str(number), *rest])))
            entry.line = command.line
            configuration.store(section, (*listed.key, str(number)), entry)
            listed.changes = configuration.changes
            return Applied(section)
    for identity in identities:
        if removed:
            configuration.drop(section, identity)
        else:
            configuration.store(section, identity, entry)
    return Applied(section)


def _refused(configuration: Configuration, section: Section, command: Command) -> Refusal | None:
    """The reason to refuse an entry of a list; None if there is none."""
    for check in plan_of(command.form).named_checks:
        for answer in check(configuration, section, command):
            if isinstance(answer, Refusal):
                return answer
    return None


def _prefixes(configuration: Configuration, section: Section, key: tuple[str, str], start: int) -> PrefixList:
    """The entries of a prefix list. Those that were asked for last are remembered until the configuration changes.

    Args:
        configuration: the tree.
        section: the section of the list.
        key: the command, and the name of the list.
        start: index of the first word of an entry.
    """
    known = configuration.prefix_list
    if known is not None and (known.changes, known.key) == (configuration.changes, key):
        return known
    numbers = {identity: int(identity[2]) for identity in section.entries if identity[:2] == key}
    entries = {tuple(section.entries[identity].words[start:]): number for identity, number in numbers.items()}
    configuration.prefix_list = PrefixList(key, entries, max(numbers.values(), default=0), configuration.changes)
    return configuration.prefix_list


def _enter(configuration: Configuration, section: Section, command: Command, number: int) -> str:
    """Enters an entry at a number, or as the last one (0); returns the message if the router refuses it."""
    identity = command.form.identity(command.words)
    is_remark = command.form.rule.sequenced == "remark"
    before = section.entries.get(identity)
    if before is not None and not is_remark:
        command.number = before.number
        configuration.store(section, identity, command)
        return ""
    last = next((entry.number for entry in reversed(section.entries.values()) if has_number(entry)), 0)
    command.number = number or next_number(last, _highest(section))
    if command.number > _GREATEST:
        return "% Exceeded maximum sequence number"
    place, previous = _place(section, command)
    if not is_remark and previous is not None and previous.number == command.number and has_number(previous):
        return "% Duplicate sequence number"
    if is_remark and before is not None:
        around = _remarks_around(list(section.entries.values()), place)
        if any(command.words == remark.words for remark in (*around[0], *around[1])):
            return ""
    refusal = _refused(configuration, section, command)
    if refusal is not None:
        return refusal.message
    if before is not None and before.number != command.number:
        identity = (*identity, str(command.number))
    if place < len(section.entries) and identity not in section.entries:
        configuration.insert(section, identity, command, place)
    else:
        configuration.store(section, identity, command)
    return ""


def _place(section: Section, command: Command) -> tuple[int, Command | None]:
    """The place of a new line in a list, and the line before it; a remark stands after the other remarks that have its number."""
    key, lines = _sort_key(command), section.entries.values()
    if not lines or key < _sort_key(next(iter(lines))):
        return 0, None
    last = next(reversed(lines))
    if key >= _sort_key(last):
        return len(lines), last
    entries = list(lines)
    place = bisect_right(entries, key, key=_sort_key)
    return place, entries[place - 1]


def _remarks_around(lines: list[Command], place: int) -> tuple[list[Command], list[Command]]:
    """The remarks directly before a place of a list, and those directly after it: all stand before the same entry."""
    start = next((index + 1 for index in range(place - 1, -1, -1) if has_number(lines[index])), 0)
    end = next((index for index in range(place, len(lines)) if has_number(lines[index])), len(lines))
    return lines[start:place], lines[place:end]


def _sort_key(entry: Command) -> tuple[int, bool]:
    """The lines of a list stand in the order of this key."""
    return entry.number, has_number(entry)


def _highest(section: Section) -> int:
    """The highest number of an entry or a remark; 0 in an empty list."""
    last = next(reversed(section.entries.values()), None)
    return last.number if last is not None else 0


def has_number(entry: Command) -> bool:
    """True for an entry that has a number for itself; a remark shares the one of the entry after it."""
    return entry.number > 0 and entry.form.rule.sequenced != "remark"


def _entry_at(section: Section, number: int) -> Identity | None:
    """The entry with a number; None if the list has none. The entries stand in the order of their numbers."""
    for identity, entry in section.entries.items():
        if entry.number > number:
            break
        if entry.number == number and has_number(entry):
            return identity
    return None


def _remove(configuration: Configuration, section: Section, number: int, entry: Command | None) -> None:
    """Removes the entry with a number, or the entry of a line; of remarks with the same words the last one."""
    if entry is None or (number and entry.form.rule.sequenced != "remark"):
        identity = _entry_at(section, number)
    else:
        own = entry.form.identity(entry.words)
        same = [name for name in section.entries if name[: len(own)] == own]
        identity = next((name for name in reversed(same) if number in (0, section.entries[name].number)), None)
    if identity is not None:
        place = list(section.entries).index(identity)
        _drop(configuration, section, identity)
        _join_remarks(configuration, section, place)


def _join_remarks(configuration: Configuration, section: Section, place: int) -> None:
    """Removes remarks after a place that stand before it, too: with the entry between them gone, both stand before the same entry."""
    lines = section.entries
    before, after = _remarks_around(list(lines.values()), place)
    words = [remark.words for remark in before]
    for identity, remark in list(lines.items())[place : place + len(after)]:
        if remark.words in words:
            _drop(configuration, section, identity)


def _drop(configuration: Configuration, section: Section, identity: Identity) -> None:
    _release(configuration, section, section.entries[identity])
    configuration.drop(section, identity)


def _release(configuration: Configuration, section: Section, entry: Command) -> None:
    """Moves the lines that were kept after the line of a numbered list to the beginning: the entry is removed, they stay."""
    header, root = section.header, section.parent
    if root is None or header is None or not root.kept or not header.form.rule.lines:
        return
    line = line_of(root.mode, header, section.key[0], entry)
    if line is not None and root.kept.get(line.form.identity(line.words)):
        configuration.release(root, line.form.identity(line.words))


def resequence(configuration: Configuration, section: Section, start: int, step: int) -> None:
    """Numbers the entries of a list anew.

    Args:
        configuration: the tree.
        section: the section of the list.
        start: number of the first entry.
        step: distance between two entries.
    """
    number = start
    for identity, entry in list(section.entries.items()):
        new = Command(entry.form, entry.words)
        new.line, new.number = entry.line, number
        configuration.store(section, identity, new)
        number += step if has_number(new) else 0
