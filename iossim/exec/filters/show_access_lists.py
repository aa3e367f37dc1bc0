"""show access-lists, show ip access-lists and show ipv6 access-list."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.config.sequences import has_number
from iossim.exec.command import Line, exec_command


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
    lists = {section.key[-1]: section for section in root.any_sections("ip_access_list") if wanted in ("", section.key[-1])}
    for extended in (False, True):
        for name in sorted((name for name, section in lists.items() if _is_extended(section) == extended), key=_place):
            yield f"{'Extended' if extended else 'Standard'} IP access list {name}"
            yield from (_extended if extended else _standard)(lists[name])


def _is_extended(section: Section) -> bool:
    return section.mode.name.endswith("extended")


def _place(name: str) -> tuple[bool, int, str]:
    """Numbers stand before names."""
    return not name.isdigit(), int(name) if name.isdigit() else 0, name


def _entries(section: Section) -> Iterator[tuple[int, list[str]]]:
    """The numbers and words of the entries of a list, without its remarks."""
    for command in section.all("entry"):
        if has_number(command):
            yield command.number, command.words


def _extended(section: Section) -> Iterator[str]:
    yield from (f"    {number} {' '.join(words)}" for number, words in _entries(section))


def _standard(section: Section) -> Iterator[str]:
    """The entries of a standard list: entries for one host stand first, as a router sorts them."""
    rows = [(number, _source(words)) for number, words in _entries(section)]
    rows.sort(key=lambda row: "wildcard" in row[1] or " any" in row[1])
    yield from (f"    {number} {text}" for number, text in rows)


def _source(words: list[str]) -> str:
    action, *source = [word for word in words if word != "host"]
    if len(source) > 1 and source[1][0].isdigit():
        source = [f"{source[0]},", "wildcard", "bits", *source[1:]]
    return f"{action:6} {' '.join(source)}"


def _ipv6(root: Section, wanted: str) -> Iterator[str]:
    for section in root.find_sections("ipv6_access_list"):
        if wanted in ("", section.key[0]):
            yield f"IPv6 access list {section.key[0]}"
            yield from (f"    {' '.join(words)} sequence {number}" for number, words in _entries(section))
