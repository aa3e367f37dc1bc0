"""Reading a grammar file: help, directives, bodies; and every mistake of its text with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.errors import GrammarError
from iossim.language.bodies import (
    Argument,
    Body,
    Choice,
    Keyword,
    Optional,
    Reference,
    Repeat,
    Sequence,
    base_name,
    leading_keywords,
)
from iossim.language.directive_types import Demands
from iossim.language.notations import notation
from iossim.language.reading import Source, read, sources, space_of_modes
from iossim.language.space import Space
from iossim.language.syntax import syntax
from tests.small_language import EVERY_MODE, FILES, write

TERMINALS = 'NUMBER: "WORD"\nTAG: "<1-33>"\nTAG__SPEED_DIAL: "<1-99>"\n'

#: A piece of the message, the line, the text of a grammar file.
MISTAKES = [
    ("unknown directive 'prompts', did you mean 'prompt'?", 1, '//@ prompts (config)#\nmode_a: b\nb: "b"'),
    ("unknown directive 'keys', did you mean 'key'?", 2, 'mode_a: b\n//@ key B; keys B\nb: "b" TAG\n' + TERMINALS),
    ("a second `key`", 3, '//@ key TAG\n//? TAG  Tag\n//@ key TAG\na: "a" TAG\n' + TERMINALS),
    ("unknown argument notation 'NUMMER'", 2, 'a: "a" X\nX: "NUMMER"'),
    ('like X: "<1-10>"', 1, "X: /[0-9]+/"),
    ('like X: "<1-10>"', 1, 'X: "a" "b"'),
    ('like X: "<1-10>"', 1, 'X: "WORD"i'),
    ("a help line is written `//? WORD  text`", 1, '//? number\na: "a"'),
    ("a help line is written `//? WORD  text`", 1, '//? number one blank\na: "a"'),
    ("a help line is written `//# path of words  text`", 1, "//# number\nmode_a: a"),
    ("a second help line for 'a'", 2, '//? a  One\n//? a  Two\na: "a"'),
    ("a second help line for 'a b'", 2, '//# a b  One\n//# a b  Two\nmode_a: a\na: "a"'),
    ("the argument NUMBR has no definition, did you mean 'NUMBER'?", 2, '\na: "a" NUMBR\n' + TERMINALS),
    ("the argument OTHER has no definition; write one like OTHER:", 3, '\na: "a"\n  | OTHER\n' + TERMINALS),
    ("the argument OTHER has no definition; write one like OTHER:", 2, '\na: "a" OTHER\n' + TERMINALS),
    ("a is defined twice; the first time in a.lark:1", 3, 'a: "a"\n\na: "b"'),
    ("TAG is defined twice; the first time in a.lark:2", 3, 'a: "a"\nTAG: "<1-2>"\nTAG: "<1-3>"'),
    ("cannot read '| \"b\"'", 1, '    | "b"'),
    ("cannot read 'A number'", 2, 'a: "a"\nA number'),
    ("the name of a rule has lower-case letters only", 1, 'Speed: "a"'),
    ("the name of a rule has lower-case letters only", 1, 'spEed: "a"'),
    ("a rule is written `name: words`", 2, 'a: "a"\nspeed "x"'),
    ("the bracket [ and its end do not match", 1, 'a: "a" ["b"'),
    ("the bracket ( and its end do not match", 1, 'a: ("a" | "b"'),
    ("the bracket { and its end do not match", 1, 'a: "a" _opt{"b"'),
    ("the bracket [ and its end do not match", 1, 'a: "a" "b"]'),
    ("the bracket [ and its end do not match", 1, 'a: "a" ["b" ("c"'),
    ("`~` is not supported; write `x+` or `x*`", 1, 'a: "a" ~ 3'),
    ("`~` is not supported; write `x+` or `x*`", 1, 'a: "a" "b"~1..3'),
    ("`->` is not supported", 1, 'a: "a" -> b'),
    ("`..` is not supported", 1, 'a: "a".."z"'),
    ("a priority is not supported", 1, 'a.2: "a"'),
    ("`!` before the name of a rule is not supported", 1, '!a: "a"'),
    ("`?` before the name of a rule is not supported", 1, '?a: "a"'),
    ("a template is not supported", 1, 'x{y}: "a" y'),
    ("the only template is `_opt{part}`", 1, 'a: "a" x{"y"}'),
    ("the only template is `_opt{part}`", 1, 'a: "a" _opt{"b", "c"}'),
    ("`%import` is not supported in these grammars", 1, "%import common.WORD"),
    ("`%override` is not supported in these grammars", 2, 'a: "a"\n%override a: "b"'),
    ("cannot read '%extend a:", 2, 'a: "a"\n%extend a: "b"'),
    ("`%ignore` is not supported in these grammars", 1, '%ignore " "'),
    ("an alternative without words; write `[…]`", 1, 'a: "a" |'),
    ("must be one word in quotation marks", 1, 'a: "a b"'),
    ("must be one word in quotation marks", 1, 'a: ""'),
    ("must be one word in quotation marks", 1, 'a: "a\tb"'),
    ("must be one word in quotation marks", 1, 'a: "a\\"b"'),
    ("must be one word in quotation marks", 1, 'a: "a"i'),
    ("help or directives without a rule below them", 3, 'a: "a"\n\n//? b  B\n//? c  C'),
    ("help or directives without a rule below them", 2, 'a: "a"\n//@ since 3.0\nTAG: "<1-2>"'),
]


def _read(text: str) -> tuple[Space, list[GrammarError]]:
    return read("a", [Source("a.lark", text)])


def _space(text: str) -> Space:
    space, mistakes = _read(text)
    assert mistakes == []
    return space


@pytest.mark.parametrize(("message", "line", "text"), MISTAKES)
def test_a_mistake_is_reported_with_file_and_line(message: str, line: int, text: str) -> None:
    _, mistakes = _read(text)
    assert len(mistakes) == 1
    assert message in mistakes[0].message
    assert (mistakes[0].file, mistakes[0].line) == ("a.lark", line)
    assert str(mistakes[0]).startswith(f"a.lark:{line}: ")


def test_every_mistake_of_a_file_is_reported() -> None:
    _, mistakes = _read('//@ prompts x\n//@ since\n//? a One\na: "a" NUMBR\nb: "b"~2\nT: "NUMMER"\n')
    assert [mistake.line for mistake in mistakes] == [1, 2, 3, 6, 4, 5]


def _body(text: str) -> Body:
    return _space(f"a: {text}\n{TERMINALS}").rules["a"].body


def test_a_body_becomes_a_small_tree() -> None:
    number = Argument("NUMBER", notation("WORD"), "number")
    assert _body('"a"') == Keyword("a")
    assert _body('"a" NUMBER') == Sequence((Keyword("a"), number))
    assert _body('"a" | "b"') == Choice((Keyword("a"), Keyword("b")))
    assert _body('["a" | b]') == Optional(Choice((Keyword("a"), Reference("b"))))
    assert _body('"a"?') == Optional(Keyword("a"))
    assert _body('_opt{"a"}') == Optional(Keyword("a"))
    assert _body('("a" | "b") "c"') == Sequence((Choice((Keyword("a"), Keyword("b"))), Keyword("c")))
    assert _body("NUMBER+") == Repeat(number, 1)
    assert _body("NUMBER*") == Repeat(number, 0)


def test_the_part_before_two_underscores_is_the_name() -> None:
    assert base_name("number__template") == "number"
    assert base_name("_every_mode") == "_every_mode"
    body = _body('"a" TAG__SPEED_DIAL')
    assert isinstance(body, Sequence)
    argument = body.parts[1]
    assert isinstance(argument, Argument)
    assert argument.field == "tag"


def test_a_body_may_go_on_in_further_lines() -> None:
    rule = _space('\na: "a"\n    | "b" // not part of it\n    | "c"').rules["a"]
    assert rule.body == Choice((Keyword("a"), Keyword("b"), Keyword("c")))
    assert rule.line == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [('"a" "b" NUMBER', ["a", "b"]), ('"a" "b" | "a" "c"', ["a"]), ('"a" | "b"', []), ("NUMBER", []), ('"a" ["b"] "c"', ["a"])],
)
def test_the_keywords_that_a_command_begins_with(text: str, words: list[str]) -> None:
    assert leading_keywords(_body(text)) == words


def _commented() -> Space:
    return _space(
        "// A comment.\n"
        "//@ prompt (config-a)#\n"
        "//# number  Telephone number\n"
        "mode_a: number\n"
        "//? number  Telephone number; of this line\n"
        "//? NUMBER  Digits\n"
        '//@ since 4.0; says "one; two"; demands ephone-dn NUMBER "no such dn"\n'
        "//@ default number 1; default number 2\n"
        'number: "number" NUMBER\n' + TERMINALS,
    )


def test_help_and_directives_belong_to_the_rule_below_them() -> None:
    space = _commented()
    number = space.rules["number"]
    assert number.help == {"number": "Telephone number; of this line", "NUMBER": "Digits"}
    assert (number.since, number.says, number.prompt) == ("4.0", "one; two", "")
    assert number.demands == [Demands("ephone-dn", "number", "no such dn")]
    assert number.defaults == ["number 1", "number 2"]
    assert [line for _, _, line in number.directives] == [7, 7, 7, 8, 8]
    assert space.rules["mode_a"].help == {}
    assert space.paths == {"mode_a": {"number": "Telephone number"}}


def test_blanks_and_carriage_returns_at_the_end_of_a_line_are_no_part_of_it() -> None:
    rule = _space('//? a  The word  \r\n//@ says "one" \r\na: "a"\r\n').rules["a"]
    assert (rule.help, rule.says) == ({"a": "The word"}, "one")


def test_help_may_stand_above_and_below_a_terminal() -> None:
    space = _space('//? a  The word\nTAG: "<1-33>"\n//? TAG  Tag\na: "a" TAG')
    assert space.rules["a"].help == {"a": "The word", "TAG": "Tag"}


def test_a_rule_without_directives_shares_no_list_with_others() -> None:
    rules = _space('//@ default a\na: "a"\nb: "b"').rules
    assert (rules["a"].defaults, list(rules["b"].defaults)) == (["a"], [])


def test_modes_are_the_rules_named_so() -> None:
    space = _commented()
    assert space.modes == ["a"]
    assert space.rules["mode_a"].prompt == "(config-a)#"
    assert sorted(space.terminals) == ["NUMBER", "TAG", "TAG__SPEED_DIAL"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('"number" NUMBER ["secondary" NUMBER]', "number WORD [secondary WORD]"),
        ('"a" ["b" | "c"]', "a [b | c]"),
        ('"a" ("b" | NUMBER)', "a {b | WORD}"),
        ('"a" TAG+', "a <1-33>..."),
        ('"a" TAG*', "a [<1-33>...]"),
        ('"a" b', "a {x | y}"),
        ('"a" _opt{b}', "a [x | y]"),
    ],
)
def test_a_rule_is_drawn_as_the_command_reference_prints_it(text: str, shown: str) -> None:
    rules = _space(f'a: {text}\nb: "x" | "y"\n{TERMINALS}').rules
    assert syntax(rules["a"], rules) == shown


FOLDERS = {
    "every_mode": EVERY_MODE,
    "alone": 'mode_alone: b\nb: "b"',
    "many/calls": '_calls: c\nc: "c" NUMBER',
    "many/many": 'mode_many: _every_mode | _calls | a\nNUMBER: "WORD"\na: "a"',
    "many/apart": "mode_apart: a",
}


def test_a_file_and_a_folder_are_name_spaces(tmp_path: Path) -> None:
    spaces = sources(write(tmp_path, FOLDERS))
    assert {name: [source.file for source in files] for name, files in spaces.items()} == {
        "alone": ["alone.lark"],
        "many": ["many/many.lark", "many/apart.lark", "many/calls.lark", "every_mode.lark"],
    }
    assert space_of_modes(spaces) == {"alone": "alone", "many": "many", "apart": "many"}
    space, mistakes = read("many", spaces["many"])
    assert mistakes == []
    assert [rule.name for rule, _ in space.commands("many")] == ["end", "exit", "c", "a"]
    assert [rule.name for rule, _ in space.commands("apart")] == ["a"]
    assert (space.rules["c"].file, space.rules["c"].line) == ("many/calls.lark", 2)


def test_a_file_in_a_folder_is_no_file_that_every_mode_shares(tmp_path: Path) -> None:
    spaces = sources(
        write(tmp_path, {"many/every_mode": EVERY_MODE, "many/many": "mode_many: _every_mode", "alone": "mode_alone: _every_mode"})
    )
    assert {name: [source.file for source in files] for name, files in spaces.items()} == {
        "alone": ["alone.lark"],
        "many": ["many/many.lark", "many/every_mode.lark"],
    }


def test_commands_in_one_pair_of_brackets_share_their_place() -> None:
    space = _space("mode_a: a | (b | c) | _more | d\n_more: e | (f | g)\n" + "".join(f'{name}: "{name}"\n' for name in "abcdefg"))
    assert [(rule.name, place) for rule, place in space.commands("a")] == [
        ("a", 0), ("b", 1), ("c", 1), ("e", 2), ("f", 3), ("g", 3), ("d", 4),
    ]  # fmt: skip


def test_one_mode_in_two_spaces_is_a_mistake() -> None:
    files = {"a": [Source("a.lark", 'mode_a: a\na: "a"')], "b": [Source("b.lark", 'mode_a: a\na: "a"')]}
    with pytest.raises(GrammarError) as caught:
        space_of_modes(files)
    assert caught.value.file == "b.lark"
    assert "mode a is also in a" in caught.value.message


def test_the_small_language_is_read_without_a_mistake(tmp_path: Path) -> None:
    for name, files in sources(write(tmp_path, FILES)).items():
        assert read(name, files)[1] == []
