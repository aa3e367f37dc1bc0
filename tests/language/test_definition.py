"""What iossim reads from a grammar file: help, directives, bodies; and every fault with its file and line."""

from __future__ import annotations

import pytest

from iossim.errors import GrammarError
from iossim.language.bodies import Argument, Choice, Keyword, Optional, Reference, Repeat, Sequence, base_name
from iossim.language.definition import DIRECTIVES, Definition, read
from iossim.language.syntax import syntax
from iossim.language.tables import build

TERMINALS = 'NUMBER: "WORD"\nTAG: "<1-33>"\nTAG__SPEED_DIAL: "<1-99>"'

#: Message, line and text of faulty grammar files; the message must name the fault.
FAULTY = [
    ("unknown directive 'prompts'", 1, '//@ prompts (config)#\nmode_a: b\nb: "b"'),
    ("unknown directive 'keys'", 2, 'mode_a: b\n//@ key B; keys B\nb: "b" TAG'),
    ("unknown argument notation 'NUMMER'", 2, 'a: "a" X\nX: "NUMMER"'),
    ("unknown bound 'max-foo'", 1, 'X: "<1-max-foo>"'),
    ("a help line is `//? WORD  text`", 1, '//? number\na: "a"'),
    ("argument NUMBR has no definition", 2, '\na: "a" NUMBR\n' + TERMINALS),
    ("rule a is defined twice", 3, 'a: "a"\n\na: "b"'),
    ("a continuation without a rule", 1, '    | "b"'),
    ("cannot read 'A number'", 2, 'a: "a"\nA number'),
    ("cannot read 'NUMBER: /[0-9]+/'", 1, "NUMBER: /[0-9]+/"),
    ("cannot read the rule at", 1, 'a: "a" ~ 3'),
    ("cannot read the rule at", 2, '\na: "a'),
    ("']' is missing", 1, 'a: "a" ["b"'),
    ("')' is missing", 1, 'a: ("a" | "b"'),
    ("'}' is missing", 1, 'a: "a" _opt{"b"'),
    ("']' stands where it cannot", 1, 'a: "a" "b"]'),
]

#: Faults that Lark finds in the finished grammar: they have a file, and Lark's own words.
REFUSED_BY_LARK = [
    ("not defined", 'mode_a: b | c\nb: "b"'),
    ("collision", 'mode_a: b | c\nb: "load" _opt{"x"} T "f"\nc: "load" _opt{"y"} T "g"\n_opt{x}: x |\nT: "WORD"'),
    ("collision", 'mode_a: b | c\nb: "load" T\nc: "load" T\nT: "WORD"'),
    ("no end", 'mode_a: b\nb: "b" list "e"\nlist: T list | T\nT: "WORD"'),
]


@pytest.mark.parametrize(("message", "line", "text"), FAULTY)
def test_a_fault_is_told_with_file_and_line(message: str, line: int, text: str) -> None:
    with pytest.raises(GrammarError) as caught:
        read("faulty.lark", text)
    assert message in caught.value.message
    assert (caught.value.file, caught.value.line) == ("faulty.lark", line)
    assert str(caught.value).startswith(f"faulty.lark:{line}: ")


@pytest.mark.parametrize(("message", "text"), REFUSED_BY_LARK)
def test_what_lark_refuses_is_told_with_the_file(message: str, text: str) -> None:
    with pytest.raises(GrammarError) as caught:
        build(read("faulty.lark", text))
    assert message in caught.value.message.lower()
    assert caught.value.file == "faulty.lark"


def _body(text: str) -> object:
    definition = read("a.lark", f"a: {text}\n{TERMINALS}")
    return definition.rules["a"].body


def test_a_body_becomes_a_small_tree() -> None:
    number = Argument("NUMBER", read("a.lark", TERMINALS).terminals["NUMBER"], "number")
    assert _body('"a"') == Keyword("a")
    assert _body('"a" NUMBER') == Sequence((Keyword("a"), number))
    assert _body('"a" | "b"') == Choice((Keyword("a"), Keyword("b")))
    assert _body('["a" | b]') == Optional(Choice((Keyword("a"), Reference("b"))))
    assert _body('_opt{"a"}') == Optional(Keyword("a"))
    assert _body('("a" | "b") "c"') == Sequence((Choice((Keyword("a"), Keyword("b"))), Keyword("c")))
    assert _body("NUMBER+") == Repeat(number, 1)
    assert _body("NUMBER*") == Repeat(number, 0)


def test_what_stands_before_two_underscores_is_the_name() -> None:
    assert base_name("number__template") == "number"
    assert base_name("_every_mode") == "_every_mode"
    body = _body('"a" TAG__SPEED_DIAL')
    assert isinstance(body, Sequence)
    argument = body.parts[1]
    assert isinstance(argument, Argument)
    assert argument.field == "tag"


def test_a_body_may_go_on_in_further_lines() -> None:
    rule = read("a.lark", 'a: "a"\n    | "b" // not part of it\n    | "c"').rules["a"]
    assert rule.body == Choice((Keyword("a"), Keyword("b"), Keyword("c")))
    assert rule.line == 1


def _commented() -> Definition:
    return read(
        "a.lark",
        "// A comment.\n"
        "//@ prompt (config-a)#\n"
        "mode_a: number\n"
        "//? number  Telephone number; of this line\n"
        "//? NUMBER  Digits\n"
        '//@ since 4.0; says "one; two"; refers ephone-dn NUMBER "no such dn"\n'
        "//@ default number 1; default number 2\n"
        'number: "number" NUMBER\n' + TERMINALS,
    )


def test_help_and_directives_belong_to_the_rule_below_them() -> None:
    definition = _commented()
    number = definition.rules["number"]
    assert number.help == {"number": "Telephone number; of this line", "NUMBER": "Digits"}
    assert number.since == "4.0"
    assert number.says == '"one; two"'
    assert number.prompt is None
    assert [each.text for each in number.defaults] == ["number 1", "number 2"]
    assert [each.line for each in number.directives] == [6, 6, 6, 7, 7]
    assert definition.rules["mode_a"].help == {}


def test_modes_are_the_rules_named_so() -> None:
    definition = _commented()
    assert list(definition.modes) == ["mode_a"]
    assert definition.modes["mode_a"].prompt == "(config-a)#"
    assert sorted(definition.terminals) == ["NUMBER", "TAG", "TAG__SPEED_DIAL"]


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
    rules = read("a.lark", f'a: {text}\nb: "x" | "y"\n{TERMINALS}').rules
    assert syntax(rules["a"], rules) == shown


def test_the_list_of_directives_is_the_documented_one() -> None:
    documented = (
        "prompt parent enters key default privilege since removed prints each-once action hidden support defines refers secret no"
    )
    assert set(documented.split()) <= DIRECTIVES.keys()
