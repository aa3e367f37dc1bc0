"""The modes that have a command like a line, and their titles in messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.files.modes import modes_with, title, titles_of_owners
from iossim.language import Language, language
from tests.small_language import EVERY_MODE, write

#: A mode that two commands enter, the one of its parent second, and one that two keywords do; commands with capitals.
ROOMS = """
//@ prompt (config)#
mode_global: _every_mode | quick | house | tent
//@ enters room
//? quick  A room of no house
quick: "quick"
//@ enters house
//? house  House
//? large  A large one
house: "house" "large"
//@ enters big_tent
//? tent     Tent
//? marquee  Large tent
tent: "tent" | "marquee"

//@ prompt (config-house)#
mode_house: _every_mode | room
//@ enters room; key NAME
//? room  Room
//? NAME  Name
room: "room" NAME
NAME: "WORD"

//@ prompt (config-room)#; parent house
mode_room: _every_mode | tone | key
//? Tone  Tone
tone: "Tone"
//? key   Key
//? CODE  Code
key: "key" CODE
CODE: "<1-9>"

//@ prompt (config-tent)#
mode_big_tent: _every_mode | key__tent
//? key   Key
//? NAME  Name
key__tent: "key" NAME
"""


@pytest.fixture
def rooms(tmp_path: Path) -> Language:
    return Language(write(tmp_path, {"every_mode": EVERY_MODE, "global": ROOMS}))


def test_a_title_is_the_command_that_enters_the_mode(rooms: Language) -> None:
    titles = {mode.name: title(rooms, mode) for mode in rooms.modes()}
    assert titles == {"global": "global configuration", "house": "house large", "room": "room", "big_tent": "big tent"}


def test_a_mode_that_no_command_enters_has_its_name_for_a_title() -> None:
    assert title(language(), language().mode("output_modifier")) == "output modifier"


def test_the_modes_with_the_first_word_of_a_line(rooms: Language) -> None:
    for line, names in {"key 1": ["big_tent", "room"], "TONE": ["room"], "ke 1": [], "room": ["house"]}.items():
        assert [mode.name for mode in modes_with(rooms, line)] == names


def test_exec_is_no_mode_of_the_configuration() -> None:
    assert modes_with(language(), "show version") == ()


def test_a_very_long_line_is_not_looked_for(rooms: Language) -> None:
    assert modes_with(rooms, "key " + "x" * 996) != ()
    assert modes_with(rooms, "key " + "x" * 997) == ()


def test_the_owners_of_a_line_are_the_modes_in_which_it_is_a_command(rooms: Language) -> None:
    assert titles_of_owners(rooms, "key 1", rooms.chain("global")) == ("big tent", "room")
    assert titles_of_owners(rooms, "key 1", rooms.chain("room")) == ("big tent",)
    assert titles_of_owners(rooms, "key ann", rooms.chain("global")) == ("big tent",)


def test_owners_of_one_title_are_named_once(tmp_path: Path) -> None:
    text = ROOMS.replace('tent: "tent" | "marquee"', 'tent: "room"').replace(
        "//? tent     Tent\n//? marquee  Large tent", "//? room  A tent"
    )
    rooms = Language(write(tmp_path, {"every_mode": EVERY_MODE, "global": text}))
    assert titles_of_owners(rooms, "key 1", rooms.chain("global")) == ("room",)


def test_modes_of_ios_at_large_are_asked_apart(trees: Language) -> None:
    around = trees.chain("global")
    assert (titles_of_owners(trees, "slow", around), titles_of_owners(trees, "slow", around, open_modes=True)) == ((), ("phone",))
    assert titles_of_owners(trees, "number 5", around, open_modes=True) == ()


def test_a_mode_that_begins_like_another_is_named_by_itself() -> None:
    modes = language()
    assert title(modes, modes.mode("subinterface")) == "subinterface"
    assert title(modes, modes.mode("interface")) == "interface"
