"""The directives: the sample of each works, its counter-sample is reported, and the documentation says what it means."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.errors import GrammarError
from iossim.language.bodies import Keyword
from iossim.language.check import check
from iossim.language.directive_lines import split, usage
from iossim.language.directive_types import Directive, Kind
from iossim.language.directives import DIRECTIVES, SAMPLE
from iossim.language.reading import Source, read
from iossim.language.rules import Rule
from tests.small_language import write

_COMMAND = "//? group "
_MODE = "mode_class:"
_PROMPT = "//@ prompt (config-class)#\n"


def _text(record: Directive, directive: str) -> str:
    """The sample grammar with a directive at its place."""
    above = _MODE if record.mode else _COMMAND
    text = SAMPLE.replace(_PROMPT, "") if record.name == "prompt" else SAMPLE
    before, place, after = text.partition(above)
    return f"{before}//@ {directive}\n{place}{after}"


def _mistakes(folder: Path, text: str) -> list[str]:
    return [str(mistake) for mistake in check(write(folder, {"global": text}), actions={"reset"})]


def _by_name(record: Directive) -> str:
    return record.name


def test_the_sample_grammar_has_no_mistake(tmp_path: Path) -> None:
    assert _mistakes(tmp_path, SAMPLE) == []


@pytest.mark.parametrize("record", DIRECTIVES.values(), ids=_by_name)
def test_the_sample_of_a_directive_works(tmp_path: Path, record: Directive) -> None:
    text = _text(record, record.sample)
    assert _mistakes(tmp_path, text) == []
    rule = read("global", [Source("global.lark", text)])[0].rules["mode_class" if record.mode else "group"]
    value = getattr(rule, record.attribute)
    assert value != getattr(Rule, record.attribute)
    assert not record.repeatable or len(value) == 1


@pytest.mark.parametrize("record", DIRECTIVES.values(), ids=_by_name)
def test_the_counter_sample_of_a_directive_is_reported(tmp_path: Path, record: Directive) -> None:
    text = _text(record, record.refused)
    line = text.split("\n").index(f"//@ {record.refused}") + 1
    first, *_ = _mistakes(tmp_path, text)
    assert first.startswith(f"global.lark:{line}: ")
    assert f"`{record.name}" in first


@pytest.mark.parametrize("record", DIRECTIVES.values(), ids=_by_name)
def test_a_directive_is_documented(record: Directive) -> None:
    assert len(record.sentence.split()) > 3
    assert record.sentence.endswith(".")
    assert usage(record).split()[0] == record.name
    assert record.sample.split()[0] == record.refused.split()[0] == record.name


@pytest.mark.parametrize("record", [record for record in DIRECTIVES.values() if not record.repeatable], ids=_by_name)
def test_a_rule_carries_most_directives_once(tmp_path: Path, record: Directive) -> None:
    text = _text(record, f"{record.sample}\n//@ {record.sample}")
    assert any(f"a second `{record.name}`" in mistake for mistake in _mistakes(tmp_path, text))


@pytest.mark.parametrize("record", [record for record in DIRECTIVES.values() if record.repeatable], ids=_by_name)
def test_a_rule_may_carry_some_directives_several_times(record: Directive) -> None:
    text = _text(record, f"{record.sample}\n//@ {record.sample}")
    space, mistakes = read("global", [Source("global.lark", text)])
    assert mistakes == []
    values = getattr(space.rules["group"], record.attribute)
    assert len(values) == 2
    assert values[0] == values[1]


@pytest.mark.parametrize("record", DIRECTIVES.values(), ids=_by_name)
def test_a_directive_belongs_above_a_command_or_above_a_mode(tmp_path: Path, record: Directive) -> None:
    before, place, after = SAMPLE.partition(_COMMAND if record.mode else _MODE)
    wrong = f"{before}//@ {record.sample}\n{place}{after}"
    if record.name == "privilege":  # the level of all commands of a mode
        assert _mistakes(tmp_path, wrong) == []
    else:
        assert any(f"`{record.name}` belongs above" in mistake for mistake in _mistakes(tmp_path, wrong))


#: A directive, the attribute of the rule that holds it, its value.
VALUES = [
    ("secret NUMBER", "secrets", [("number", "")]),
    ("secret NUMBER hidden", "secrets", [("number", "hidden")]),
    ('demands class NUMBER "no class {NUMBER}"', "demands", [("class", "number", "no class {NUMBER}")]),
    ("refers class NUMBER; refers class TAG", "refers", [("class", "number"), ("class", "tag")]),
    ("key TAG NUMBER", "key", ("tag", "number")),
    ('says ""', "says", ""),
    ("privilege 15", "level", 15),
    ("privilege 0", "level", 0),
    ("default group 3  list 6001", "defaults", ["group 3 list 6001"]),
    ("stored", "level", None),
    ("stored", "negative", ""),
]


@pytest.mark.parametrize(("text", "attribute", "value"), VALUES)
def test_the_value_that_a_rule_holds(text: str, attribute: str, value: object) -> None:
    directives = [(name, words, 3) for name, words in split(text, "a.lark", 3)]
    assert getattr(Rule("group", "a.lark", 4, Keyword("group"), {}, directives), attribute) == value


def test_a_rule_is_described_by_its_name_and_place() -> None:
    assert repr(Rule("number__template", "a.lark", 4, Keyword("number"), {}, [])) == "Rule(number__template, a.lark:4)"


def test_every_kind_of_word_is_explained_and_used() -> None:
    assert {word.kind for record in DIRECTIVES.values() for word in record.words} == set(Kind)
    assert all(kind.value for kind in Kind)


@pytest.mark.parametrize(
    ("text", "directives"),
    [
        ("since 4.0", [("since", ["4.0"])]),
        ("since 4.0; stored", [("since", ["4.0"]), ("stored", [])]),
        (" ; stored ;", [("stored", [])]),
        ("", []),
        ('says "one; two"; stored', [("says", ['"one; two"']), ("stored", [])]),
        ('says "a  b"', [("says", ['"a  b"'])]),
        ('says ""', [("says", ['""'])]),
        ("default a  b c", [("default", ["a", "b", "c"])]),
    ],
)
def test_a_line_of_directives(text: str, directives: list[tuple[str, list[str]]]) -> None:
    assert split(text, "a.lark", 3) == directives


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('says "one; two', '`"` without its end'),
        ('says one" two', '`"` without its end'),
        ("says one", "'one' must be a text in quotation marks"),
        ('key "TAG"', '"TAG" must not be in quotation marks'),
        ("key", "`key` must be written `key FIELD…`"),
        ("conflicts", "`conflicts` must be written `conflicts RULE…`"),
        ("secret TAG hashed hidden", "`secret TAG hashed hidden` must be written `secret FIELD [hashed|hidden|marked]`"),
        ("bounds TAG", "`bounds TAG` must be written `bounds NAME FIELD`"),
        ("Stored", "unknown directive 'Stored', did you mean 'stored'?"),
        ("nonesuch", "unknown directive 'nonesuch'; docs/grammar.md lists them"),
        ("privilege 16", "'16' is no privilege level; these are 0 to 15"),
        ("privilege ²", "'²' is no privilege level"),
        ("privilege -1", "'-1' is no privilege level"),
    ],
)
def test_a_mistake_in_a_line_of_directives(text: str, message: str) -> None:
    with pytest.raises(GrammarError) as caught:
        split(text, "a.lark", 3)
    assert message in caught.value.message
    assert (caught.value.file, caught.value.line) == ("a.lark", 3)
