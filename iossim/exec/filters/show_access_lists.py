"""show access-lists, show ip access-lists and show ipv6 access-list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.filters.sequences import numbered
from iossim.language import Command


@dataclass(slots=True)
class _List:
    """One IPv4 access list: its kind and its entries, with the numbers that were typed."""

    extended: bool
    entries: list[tuple[str, Command]] = field(default_factory=list)


@exec_command
def show_access_lists(line: Line, number: str = "", name: str = "") -> Iterator[str]:
    """All access lists, or one."""
    yield from _ipv4(line.router.config.root, number or name)
    yield from _ipv6(line.router.config.root, number or name)


@exec_command
def show_ip_access_lists(line: Line, number: str = "", name: str = "") -> Iterator[str]:
    """The IPv4 access lists, or one."""
    yield from _ipv4(line.router.config.root, number or name)


@exec_command
def show_ipv6_access_list(line: Line, name: str = "") -> Iterator[str]:
    """The IPv6 access lists, or one."""
    yield from _ipv6(line.router.config.root, name)


def _ipv4(root: Section, wanted: str) -> Iterator[str]:
    lists = _lists(root)
    for extended in (False, True):
        for name in sorted((name for name, one in lists.items() if one.extended == extended), key=_place):
            if wanted in ("", name):
                yield f"{'Extended' if extended else 'Standard'} IP access list {name}"
                yield from (_extended if extended else _standard)(lists[name])


def _place(name: str) -> tuple[bool, int, str]:
    """Numbers stand before names."""
    return not name.isdigit(), int(name) if name.isdigit() else 0, name


def _lists(root: Section) -> dict[str, _List]:
    lists: dict[str, _List] = {}
    for command in root.all("access_list"):
        name = str(command.fields.get("number", ""))
        if name.isdigit() and (int(name) < 200 or 1300 <= int(name) < 2700):
            kept = lists.setdefault(name, _List(100 <= int(name) < 200 or int(name) >= 2000))
            kept.entries.append(("", command))
    for section in root.any_sections("ip_access_list"):
        header = section.header
        if header is not None:
            kept = lists.setdefault(section.key[-1], _List("extended" in header.keywords))
            kept.entries += [(str(command.fields.get("sequence", "")), command) for command in section.all("entry")]
    return lists


def _words(command: Command) -> list[str]:
    """The words of an entry from its `permit` or `deny` on; none of a remark."""
    at = next((index for index, word in enumerate(command.words) if word in ("permit", "deny")), len(command.words))
    return command.words[at:] if "remark" not in command.words[:at] else []


def _extended(one: _List) -> Iterator[str]:
    entries = [(typed, " ".join(words)) for typed, command in one.entries if (words := _words(command))]
    yield from (f"    {number} {text}" for number, text in numbered(entries, 10))


def _standard(one: _List) -> Iterator[str]:
    """The entries of a standard list: entries for one host stand first, as a router sorts them."""
    entries = [(typed, _source(words)) for typed, command in one.entries if (words := _words(command))]
    rows = numbered(entries, 10)
    rows.sort(key=lambda row: "wildcard" in row[1] or " any" in row[1])
    yield from (f"    {number} {text}" for number, text in rows)


def _source(words: list[str]) -> str:
    action, *source = [word for word in words if word != "host"]
    if len(source) > 1 and source[1][0].isdigit():
        source = [f"{source[0]},", "wildcard", "bits", *source[1:]]
    return f"{action:6} {' '.join(source)}"


def _ipv6(root: Section, wanted: str) -> Iterator[str]:
    for section in root.find_sections("ipv6_access_list"):
        if wanted not in ("", section.key[0]):
            continue
        yield f"IPv6 access list {section.key[0]}"
        commands = section.all("entry")
        entries = [(str(command.fields.get("sequence", "")), " ".join(words)) for command in commands if (words := _words(command))]
        yield from (f"    {text} sequence {number}" for number, text in numbered(entries, 10))
