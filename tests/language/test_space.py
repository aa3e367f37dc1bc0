"""Name spaces: the modes, the lists of a mode, and its commands in their printed order."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.errors import GrammarError
from iossim.language import Language
from iossim.language.reading import Source, read
from iossim.language.space import Space
from tests.small_language import write

RULES = """
a: "a"
b: "b"
c: "c"
d: "d"
call_mode_fast: "fast"
"""


def _space(lists: str) -> Space:
    space, mistakes = read("global", [Source("global.lark", lists + RULES)])
    assert mistakes == []
    return space


def test_a_rule_is_a_mode_by_the_beginning_of_its_name() -> None:
    assert _space("mode_global: a | call_mode_fast\nmode_call: b").modes == ["global", "call"]


def test_commands_in_brackets_share_their_place() -> None:
    space = _space("mode_global: d | (c | a) | _more\n_more: b | call_mode_fast")
    assert [(rule.name, place) for rule, place in space.commands("global")] == [
        ("d", 0), ("c", 1), ("a", 1), ("b", 2), ("call_mode_fast", 3)
    ]  # fmt: skip
    assert [rule.name for rule in space.lists("global")] == ["mode_global", "_more"]


#: The lists of a mode, the message of the mistake, its line.
MISTAKES = [
    ("mode_global: a | _more\n_more: b | _more", "_more refers to itself", 2),
    ("mode_global: a | _more\n_more: b | _other\n_other: c | _more", "_more refers to itself", 2),
    ("mode_global: a | _more\n_more: b | _other\n_other: c | _third\n_third: _more", "_more refers to itself", 2),
    ("mode_global: a | e", "mode_global names e, which is no rule of global", 1),
    ("mode_global: a | _more", "mode_global names _more, which is no rule of global", 1),
    ("mode_global: a | _more\n_more: (b | e)", "_more names e, which is no rule of global", 2),
    ('mode_global: a | _more\n_more: b | "c"', "_more is a list of commands: names of rules", 2),
    ("mode_global: a | (_more | b)\n_more: c", "mode_global has the list _more in brackets; only commands may stand there", 1),
    ("mode_global: a | (b | _more)\n_more: c", "mode_global has the list _more in brackets; only commands may stand there", 1),
]


@pytest.mark.parametrize(("lists", "message", "line"), MISTAKES)
def test_a_mistake_in_a_list(lists: str, message: str, line: int) -> None:
    with pytest.raises(GrammarError) as caught:
        _space(lists).commands("global")
    assert message in caught.value.message
    assert (caught.value.file, caught.value.line) == ("global.lark", line)


def test_a_list_may_be_named_twice_where_it_is_no_circle() -> None:
    names = [rule.name for rule, _ in _space("mode_global: _more | _other\n_more: a\n_other: b | _more").commands("global")]
    assert names == ["a", "b", "a"]


def test_a_language_refuses_a_list_that_names_no_rule(tmp_path: Path) -> None:
    with pytest.raises(GrammarError, match="mode_global names e, which is no rule"):
        Language(write(tmp_path, {"global": f"//@ prompt (config)#\nmode_global: a | e{RULES}"}))
