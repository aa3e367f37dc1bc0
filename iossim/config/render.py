"""The tree as the router prints it (NVGEN): canonical words, in the order of the grammar, then by key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from iossim.config.listing import prints_numbers, with_lines, with_numbers
from iossim.config.ports import kind_of
from iossim.config.printed import all_commands, ios_version, printed_commands, root_of
from iossim.config.section import is_peer_group, printed_place
from iossim.config.tree import Section
from iossim.language import Command, Identity, Mode, match
from iossim.language.directive_types import Before, Pads
from iossim.language.rules import Rule
from iossim.language.trail import first_word
from iossim.versions import NEWEST, Version, is_before

Permits = Callable[[Command], bool]


@dataclass(frozen=True, slots=True)
class Printing:
    """The commands that a printed text has.

    Attributes:
        permits: decides whether the reader may see a command; None: all.
        version: the router's version of Unified CME.
        everything: defaults that were not entered are printed, and lines that equal their default (`show running-config all`).
        apart: commands that a router keeps outside its configuration are printed, too.
    """

    permits: Permits | None = None
    version: str = NEWEST
    everything: bool = False
    apart: bool = True

    def commands(self, section: Section) -> list[tuple[Identity, Command]]:
        """The commands of a section that are printed, in printed order."""
        ios = ios_version(section)
        numbers = prints_numbers(ios)
        commands = (all_commands if self.everything else printed_commands)(section, self.version)
        if not numbers:
            commands = with_lines(section, commands)
        moved = _moved(section.mode, ios, _conditions_met(section)) if ios else {}
        groups = _groups(commands) if _has_groups(section.mode) else {}
        plainly = not (moved or groups)
        items = _merged(sorted(commands.items(), key=printed_place if plainly else lambda item: _place(item, moved, groups)))
        items = with_numbers(section, items, numbers)
        if not self.apart:
            items = [item for item in items if not item[1].form.rule.apart]
        return items if self.permits is None else [item for item in items if self.permits(item[1])]


@cache
def _conditions(mode: Mode) -> frozenset[tuple[str, str]]:
    """The conditions under which commands of a mode stand elsewhere (`//@ before RULE VERSION beside OTHER`)."""
    return frozenset(
        (record.condition, record.other)
        for rule in mode.commands
        for record in (*rule.before, *rule.before_from_ios)
        if record.condition
    )


def _conditions_met(section: Section) -> frozenset[tuple[str, str]]:
    """Those of the conditions of its mode that a section meets: with its own commands, its header, or global configuration."""
    conditions = _conditions(section.mode)
    if not conditions:
        return conditions
    root = root_of(section)
    own = {identity[0] for identity in section.entries}
    whole = root.get("boot_start_marker") is not None
    header = section.header.words if section.header is not None else []
    met: dict[str, Callable[[str], bool]] = {
        "below": lambda other: other in header,
        "beside": lambda other: other in own or root.get(other) is not None,
        "without": lambda other: whole and root.get(other) is None,
    }
    return frozenset((condition, other) for condition, other in conditions if met[condition](other))


@cache
def _moved(mode: Mode, ios: str, conditions: frozenset[tuple[str, str]]) -> dict[str, float]:
    """The places of the commands that stand elsewhere in this version of IOS (`//@ before`, `//@ placed-with`), by rule.

    Args:
        mode: the mode.
        ios: the version.
        conditions: the conditions that the section meets.
    """
    places = {rule.base: place for rule, place in reversed(mode.space.commands(mode.name))}
    rules = {rule.base: rule for rule in reversed(mode.commands)}
    moved: dict[str, float] = {}
    for rule in mode.commands:
        placing = [rule, rules[rule.placed_with]] if rule.placed_with else [rule]
        older = [record for one in placing for record in one.before if not is_before(record.version, ios)]
        newer = [record for one in placing for record in one.before_from_ios if not is_before(ios, record.version)]
        records = [
            record
            for record in (*older, *newer)
            if record.rule in places and (not record.condition or (record.condition, record.other) in conditions)
        ]
        if records:
            moved[rule.name] = places[min(records, key=_precedence).rule] - 0.5
    return moved


def _precedence(record: Before) -> tuple[bool, Version]:
    """A sort key: a condition that is met counts before none, then the record of the older version."""
    return not record.condition, Version.of(record.version)


@cache
def _has_groups(mode: Mode) -> bool:
    """True if a section of the mode has neighbors, among which groups stand in the order in which they were made."""
    return mode.name != "global" and any(rule.grouped_by for rule in mode.commands)


def _groups(commands: dict[Identity, Command]) -> dict[str, int]:
    """The places of the peer groups of a section, by name: they stand in the order in which they were entered."""
    neighbors = (identity[1] for identity, command in commands.items() if command.form.grouped)
    return {name: place for place, name in enumerate(dict.fromkeys(filter(is_peer_group, neighbors)))}


def _place(item: tuple[Identity, Command], moved: dict[str, float], groups: dict[str, int]) -> tuple[float, tuple[int, list[Any]]]:
    """A sort key as `printed_place`, with the places of the commands that stand elsewhere, and those of peer groups."""
    identity, command = item
    order, place = printed_place(item)
    if command.form.grouped and identity[1] in groups:
        place = [((0, 0, ""), (0, groups[identity[1]], "")), *place[1:]]
    return moved.get(command.form.rule.name, order), (order, place)


def _group(command: Command) -> str:
    """The first word of a line up to its hyphen: a `!` stands between the lines of two groups. The version stands with the services."""
    word = command.words[0].partition("-")[0]
    return "service" if word == "version" else word


def render(section: Section, printing: Printing = Printing()) -> Iterator[str]:
    """The lines of the whole configuration, from the first command to `end`.

    Args:
        section: the root.
        printing: the commands that are printed.
    """
    separated = True
    word = ""
    keeps = section.kept if printing.permits is None else {}
    ios = ios_version(section)
    yield from keeps.get(None, ())
    child: Section | None = None
    for identity, command in printing.commands(section):
        before, child = child, section.sections.get(identity)
        first = _group(command)
        if not separated and (child is not None or first != word):
            yield "!"
        if before is not None and command.form.loose:
            yield from _exits(before, [line(command, ios)])
        yield from _comments(command)
        yield line(command, ios) + (" " if _is_bare(command, child) else "")
        separated = child is not None
        word = first
        if child is not None:
            yield from _below(child, indent_of(child.mode, ios), printing)
            yield "!"
        if keeps:
            yield from _kept_after(keeps, identity, command, child)
    if not separated:
        yield "!"
    yield "end"


def _below(section: Section, indent: str, printing: Printing, depth: int = 1) -> Iterator[str]:
    keeps = section.kept if printing.permits is None else {}
    more = indent[depth:]
    ios = ios_version(section)
    yield from (indent + line(off, ios) for off in (section.shown_off.values() if printing.permits is None else ()))
    yield from (more + text for text in keeps.get(None, ()))
    child: Section | None = None
    for identity, command in printing.commands(section):
        before, child = child, section.sections.get(identity)
        if before is not None and command.form.loose:
            yield from _exits(before, [line(command, ios)], indent)
        if child is not None and closing_of(child.mode):
            yield indent + "!"
        yield from (indent + comment for comment in _comments(command))
        for part in _wrapped(command):
            yield _in_section(part, indent, ios)
        if child is not None:
            yield from _below(child, indent + " ", printing, depth + 1)
        if keeps:
            yield from (more + text for text in _kept_after(keeps, identity, command, child, indent[: len(indent) - len(more)]))


def _in_section(command: Command, indent: str, ios: str) -> str:
    """The line of a command in a section, with the blanks before it.

    Args:
        command: the command.
        indent: the blanks before the lines of the section.
        ios: the version of IOS.
    """
    rule = command.form.rule
    deeper = rule.deeper
    if deeper is not None and ios and not is_before(ios, deeper.first) and not is_before(deeper.last, ios):
        text = line(command, ios).lstrip(" ")
        return " " * (len(indent) + deeper.blanks) + (text if _is_older(rule, ios) else text.rstrip(" "))
    return (indent[1:] if rule.closes else indent) + line(command, ios)


def _comments(command: Command) -> tuple[str, ...]:
    """The router's own comments before a line."""
    comments = command.form.rule.comments
    return comments.lines if comments is not None and comments.word in command.words else ()


@cache
def indent_of(mode: Mode, ios: str) -> str:
    """The blanks before the lines of a section of global configuration in a version of IOS (`//@ indent`); "" is no known version."""
    indent = mode.rule.indent
    counts = indent is not None and (not indent.version or (ios != "" and not is_before(indent.version, ios)))
    return " " * int(indent.blanks) if indent is not None and counts else " "


@cache
def closing_of(mode: Mode) -> bool:
    """True if the sections of a mode end with a line of their own (`exit-address-family`); a `!` stands before such a section."""
    return any(rule.closes for rule in mode.commands)


def _kept_after(
    keeps: dict[Identity | None, list[str]], identity: Identity, command: Command, child: Section | None, indent: str = ""
) -> Iterator[str]:
    """The lines kept after an entry, and after the entries that are printed on one line with it."""
    lines = keeps.get(identity, ())
    if child is not None and lines:
        yield from _exits(child, lines, indent)
    yield from lines
    for other in keeps if command.form.merges else ():
        if other is not None and other != identity and other[0] == identity[0]:
            yield from keeps[other]


def _exits(section: Section, lines: Iterable[str], indent: str = "") -> Iterator[str]:
    """`exit` for each mode that is open after a section, if one of them has a command that begins like one of the next lines.

    The lines stay outside of the section then when the text is read again. So they do after an empty section inside of another: it has
    neither lines that are indented deeper, nor a `!` after it.
    """
    open_modes = list(_left_open(section))
    texts = _leading(list(lines))
    empty = indent != "" and not section.entries and not any(section.kept.values())
    if empty or any(
        first_word(text) in mode.root.folded or isinstance(match(mode, text), Command) for text in texts for mode in open_modes
    ):
        yield from [f"{indent}exit"] * len(open_modes)


def _leading(lines: list[str]) -> list[str]:
    """The lines without those of sections that are not known: a header that no mode has holds the lines that are indented below it."""
    margin = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    return [line.strip() for line in lines if len(line) - len(line.lstrip()) == margin]


def _left_open(section: Section) -> Iterator[Mode]:
    """The modes that are open after the last line of a section was read: its own, and the mode of the section that it ends with."""
    inner: Section | None = section
    while inner is not None:
        yield inner.mode
        last = ordered(inner)[-1:]
        inner = inner.sections.get(last[0][0]) if last else None


def section_lines(section: Section, indent: str = " ") -> list[str]:
    """The lines of one section, without its header."""
    return list(_below(section, indent, Printing()))


def ordered(section: Section) -> list[tuple[Identity, Command]]:
    """The entries of a section in the order of the running-config; entries that are printed on one line are joined."""
    return _merged(one_by_one(section))


def one_by_one(section: Section) -> list[tuple[Identity, Command]]:
    """The entries of a section in the order of the running-config, one by one."""
    return sorted(section.entries.items(), key=printed_place)


def _merged(items: list[tuple[Identity, Command]]) -> list[tuple[Identity, Command]]:
    merged: list[tuple[Identity, Command]] = []
    for identity, command in items:
        if command.form.merges and merged and merged[-1][1].name == command.name and not command.negative:
            before = merged[-1][1]
            start = command.form.words_of(command.form.merges)[0]
            merged[-1] = (merged[-1][0], Command(before.form, [*before.words, *command.words[start:]]))
        else:
            merged.append((identity, command))
    return merged


def _wrapped(command: Command) -> Iterator[Command]:
    """The commands that stand on lines of their own where the entries on one line are too many (`//@ wraps`)."""
    most = command.form.rule.wraps
    if not most or command.negative:
        yield command
        return
    start = command.form.words_of(command.form.merges)[0]
    for first in range(start, len(command.words), most):
        yield Command(command.form, [*command.words[:start], *command.words[first : first + most]])


def line(command: Command, ios: str = "") -> str:
    """One command as the running-config of a version of IOS prints it, with the blanks of its `prints` directive."""
    pads = command.form.rule.pads
    if pads is not None and ios and not is_before(ios, pads.version):
        command = _padded(command, pads)
    rule = command.form.rule
    if rule.short_names:
        command = _with_short_names(command)
    blanks = command.form.older_blanks if _is_older(rule, ios) else command.form.blanks
    if blanks is None or not _has_blanks(rule, ios):
        return command.text.replace(" \n", "\n", 1) if command.words[-1].startswith("\n") else command.text
    words = command.words
    gaps, end = blanks
    text = gaps[0] + words[0]
    for index in range(1, len(words)):
        text += (gaps[index] if index < len(gaps) else " ") + words[index]
    return ("no " if command.negative else "") + text + end


def _is_older(rule: Rule, ios: str) -> bool:
    """True if a version of IOS prints the lines of a rule as its `older-prints` says."""
    return rule.older_prints is not None and ios != "" and not is_before(rule.older_prints.version, ios)


def _padded(command: Command, pads: Pads) -> Command:
    words = list(command.words)
    for index in command.form.words_of(pads.field):
        words[index] = words[index].ljust(pads.width)
    return Command(command.form, words, command.negative)


def _with_short_names(command: Command) -> Command:
    """A command with the short names of its interfaces (`//@ short-names`)."""
    words = list(command.words)
    for index in command.form.interfaces:
        words[index] = words[index][:2] + words[index].removeprefix(kind_of(words[index]))
    return Command(command.form, words, command.negative)


def _is_bare(command: Command, child: Section | None) -> bool:
    """True if a blank stands after the line, since its section has no lines (`//@ blank-if-empty`)."""
    return child is not None and command.form.rule.blank_if_empty and not child.entries and not child.kept


def _has_blanks(rule: Rule, ios: str) -> bool:
    """True if a version of IOS prints a line as `prints` says; "" is a version that is not known."""
    since, last = rule.prints_from_ios, rule.prints_until_ios
    return (not since or (ios != "" and not is_before(ios, since))) and not (last and ios and is_before(last, ios))
