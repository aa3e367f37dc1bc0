"""The place in the config tree where the next line belongs, as commands open sections and lines leave them."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.config import Configuration, apply
from iossim.files.cursor import Cursor
from iossim.language import Command, Language, match_in
from tests.small_language import global_language


def _enter(cursor: Cursor, *lines: str) -> Cursor:
    """The cursor after some lines; the first has number 1."""
    for number, line in enumerate(lines, 1):
        command = match_in(cursor.chain, line)
        assert isinstance(command, Command)
        command.line = number
        section = cursor.owner(command)
        cursor.entered(command, section, apply(cursor.configuration, section, command).section)
    return cursor


@pytest.fixture
def cursor(trees: Language) -> Cursor:
    return Cursor(Configuration(trees))


def _place(cursor: Cursor) -> tuple[str, int, int | None, list[str]]:
    """The mode, the number of sections around a line, the line that opened the section, the modes around it."""
    return cursor.section.mode.name, cursor.depth, cursor.opened, [mode.name for mode in cursor.chain]


def test_a_command_may_open_a_section(cursor: Cursor) -> None:
    assert _place(cursor) == ("global", 0, None, ["global"])
    _enter(cursor, "hostname a", "phone 1", "slow")
    assert _place(cursor) == ("phone", 1, 2, ["phone", "global"])
    _enter(cursor, "line 1")
    assert _place(cursor) == ("line", 2, 1, ["line", "phone", "global"])


def test_a_section_opened_again_knows_the_later_line(cursor: Cursor) -> None:
    assert _enter(cursor, "dn 1", "number 5", "dn 1").opened == 3


def test_a_section_that_was_there_before_was_opened_by_no_line(cursor: Cursor) -> None:
    phone = _enter(cursor, "phone 1").section
    other = Cursor(cursor.configuration)
    other.move(phone)
    assert _place(other) == ("phone", 1, None, ["phone", "global"])


def test_leaving_ends_at_the_configuration_itself(cursor: Cursor) -> None:
    _enter(cursor, "phone 1", "line 1")
    cursor.leave()
    assert _place(cursor) == ("phone", 1, 1, ["phone", "global"])
    for _ in range(2):
        cursor.leave()
        assert _place(cursor) == ("global", 0, None, ["global"])


def test_a_command_belongs_to_the_section_around_that_has_it(cursor: Cursor) -> None:
    _enter(cursor, "phone 1", "line 1")
    sections = []
    for line in ("label x", "slow", "hostname a"):
        command = match_in(cursor.chain, line)
        assert isinstance(command, Command)
        sections.append(cursor.owner(command).mode.name)
    assert sections == ["line", "phone", "global"]


def test_a_command_of_a_section_around_leaves_the_inner_ones(cursor: Cursor) -> None:
    _enter(cursor, "phone 1", "line 1", "hostname a")
    assert _place(cursor) == ("global", 0, None, ["global"])
    assert cursor.last == ("hostname",)


def test_the_last_command_is_that_of_the_section(cursor: Cursor) -> None:
    assert (cursor.last, cursor.last_command) == (None, None)
    _enter(cursor, "hostname a", "phone 1")
    assert (cursor.last, cursor.last_command) == (None, None)
    _enter(cursor, "slow")
    assert cursor.last_command is not None
    assert cursor.last_command.text == "slow"


def test_the_last_command_of_a_section_that_is_entered_again_is_the_one_that_opened_the_section_left(cursor: Cursor) -> None:
    _enter(cursor, "phone 1", "slow", "line 1", "label x")
    cursor.move(cursor.configuration.root)
    assert cursor.last_command is not None
    assert cursor.last_command.text == "phone 1"


def test_a_section_may_be_left_from_any_depth(tmp_path: Path) -> None:
    modes = "".join(
        f'//@ prompt (config-{name})#; parent {around}\nmode_{name}: {inner}\n//@ enters {inner}\n//? {inner}  Inner\n{inner}: "{inner}"\n'
        for around, name, inner in (("global", "b", "c"), ("b", "c", "d"))
    )
    first = '//@ prompt (config)#\nmode_global: _every_mode | b\n//@ enters b\n//? b  Inner\nb: "b"\n'
    last = '//@ prompt (config-d)#; parent c\nmode_d: e\n//? e  End\ne: "e"\n'
    cursor = _enter(Cursor(Configuration(global_language(tmp_path, first + modes + last))), "b", "c", "d", "e")
    assert _place(cursor) == ("d", 3, 3, ["d", "c", "b", "global"])
    cursor.move(cursor.configuration.root)
    assert cursor.last_command is not None
    assert cursor.last_command.text == "b"


def test_to_stay_in_a_section_keeps_its_last_command(cursor: Cursor) -> None:
    _enter(cursor, "phone 1", "slow")
    cursor.move(cursor.section)
    assert cursor.last_command is not None
    assert cursor.last_command.text == "slow"


def test_a_last_command_that_is_gone_is_none(cursor: Cursor) -> None:
    _enter(cursor, "phone 1", "slow", "no slow")
    assert cursor.last_command is None
