"""A mode: its level, the mode around it, its help, and the commands that are in force by default."""

from __future__ import annotations

import pytest

from iossim.language import Command, Language, Mode, default_of, defaults_of, language
from iossim.language.mode import path_of
from iossim.language.places import Place, following, starts
from tests.small_language import global_language

COMMANDS = """
//@ prompt (config)#
//# forward        Forward calls
//# forward night  At night
mode_global: _every_mode | all | night | level | wrong

//? all     All calls
//? NUMBER  To this number
all: "forward" "all" NUMBER
//? night   Night service
//? NUMBER  To this number
night: "forward" "night" "to" NUMBER
NUMBER: "WORD"
//@ key TAG; default level 1 5; default level 2 7
//? level  Level
//? TAG    Its tag
//? VALUE  Its value
level: "level" TAG VALUE
TAG: "<1-9>"
VALUE: "<1-9>"
//@ default wrong 3
//? wrong  A command whose default does not exist
wrong: "wrong"

//@ privilege 0
mode_tools: count
//? count  Count
count: "count"

//@ prompt (config-area)#; privilege 7; parent global
mode_area: count
"""


@pytest.fixture(scope="module")
def small_modes(tmp_path_factory: pytest.TempPathFactory) -> Language:
    return global_language(tmp_path_factory.mktemp("grammars"), COMMANDS)


@pytest.fixture(scope="module")
def mode(small_modes: Language) -> Mode:
    return small_modes.mode("global")


@pytest.mark.parametrize(
    ("name", "level", "parent", "negates"),
    [("global", 15, "", True), ("tools", 0, "", False), ("area", 7, "global", True)],
)
def test_the_level_of_a_mode_and_the_mode_around_it(
    small_modes: Language, name: str, level: int, parent: str, negates: bool
) -> None:
    mode = small_modes.mode(name)
    assert (mode.level, mode.parent, mode.negates) == (level, parent, negates)


def test_modes_without_a_prompt_of_configuration_stand_in_no_other() -> None:
    for name in ("exec", "output_modifier"):
        assert [mode.name for mode in language().chain(name)] == [name]
        assert not language().mode(name).negates


def _places(mode: Mode, command: str, count: int) -> list[Place]:
    places = [next(starts(mode.rules[command], mode.rules))]
    while len(places) < count:
        places.append(next(following(places[-1], mode.rules)))
    return places


def test_the_help_of_a_word_is_its_rule_s_own_else_shared_by_path(mode: Mode) -> None:
    assert [mode.help(place) for place in _places(mode, "all", 3)] == ["Forward calls", "All calls", "To this number"]
    assert [mode.help(place) for place in _places(mode, "night", 3)] == ["Forward calls", "Night service", ""]
    assert path_of(_places(mode, "night", 4)[-1]) == "forward night to NUMBER"


def test_a_command_by_its_name_without_variant(small: Language) -> None:
    template = small.mode("ephone_dn_template")
    rule = template.command("number")
    assert rule is not None
    assert rule.name == "number__template"
    assert template.command("number__template") is None


def test_every_default_of_a_command_counts_and_no_line_that_is_none(mode: Mode) -> None:
    texts = {identity: command.text for identity, command in defaults_of(mode).items()}
    assert texts == {("level", "1"): "level 1 5", ("level", "2"): "level 2 7"}
    rule = mode.rules["level"]
    default = default_of(mode, rule, ("level", "2"))
    assert isinstance(default, Command)
    assert default.words == ["level", "2", "7"]
    assert default_of(mode, rule, ("level", "3")) is None
    assert default_of(mode, mode.rules["all"], ("all",)) is None
