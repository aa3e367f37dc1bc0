"""The second opinion of `iossim grammar check`: wherever Lark and the command tree are made to differ, it reports the difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.language import Incomplete, Mode, Node, Outcome, match
from iossim.language.bodies import Argument, Keyword
from iossim.language.check import check, opinion
from iossim.language.check.drawing import Drawer
from iossim.language.check.lark_grammar import LarkGrammar
from iossim.language.form import Form
from iossim.language.notations import notation
from iossim.language.reading import Source, read
from iossim.language.space import Space
from tests.small_language import FILES, write

TEXT = """
//@ prompt (config)#
mode_global: speed | level | tone | other
//@ key TAG
//? speed  Speed
//? TAG    Tag
//? label  Label
//? LABEL  Text
speed: "speed" TAG ["label" LABEL]
TAG: "<1-9>"
LABEL: "WORD"
//? level  Level
level: "level" kind
//? high  High
//? low   Low
kind: "high" | "low"
//? tone  Tone
//? NOTE  Note
tone: "tone" NOTE+
NOTE: "WORD"
//@ only-no
//? other  Other
other: "other"
"""


def _space(text: str) -> tuple[Space, list[Mode]]:
    space, mistakes = read("global", [Source("global.lark", text)])
    assert mistakes == []
    return space, [Mode(space, "global")]


def _disagreements(tree: str = TEXT, lark: str = TEXT) -> list[str]:
    """The differences between the tree of one text and Lark's grammar of another."""
    space, modes = _space(tree)
    return [str(mistake) for mistake in opinion.disagreements(space, [Source("global.lark", lark)], modes)]


def test_lark_and_the_tree_of_one_text_agree(tmp_path: Path) -> None:
    assert _disagreements() == []
    assert list(check(write(tmp_path, FILES))) == []


#: A piece of the text, its replacement in one of the two, and the beginnings of the messages if it is in Lark's text or the tree's.
DIFFERENT = [
    ('["label" LABEL]', "", "global.lark:9: Lark refuses 'speed TAG label LABEL' as speed",
     "global.lark:9: Lark accepts 'speed TAG label LABEL' as speed, the tree does not: no label"),
    ('"high" | "low"', '"high"', "global.lark:13: Lark refuses 'level low' as level",
     "global.lark:13: Lark accepts 'level low' as level, the tree does not: no low"),
    ("NOTE+", "NOTE", "global.lark:19: Lark refuses 'tone NOTE NOTE NOTE' as tone",
     "global.lark:19: Lark accepts 'tone NOTE NOTE' as tone, the tree does not: no NOTE"),
    ("NOTE+", "NOTE*", "global.lark:19: Lark accepts 'tone' as tone, the tree does not end there",
     "global.lark:19: Lark refuses 'tone' as tone"),
    ('"speed" TAG [', '"speed" [TAG] [', "global.lark:9: Lark accepts 'speed label LABEL' as speed, the tree does not: no label",
     "global.lark:9: Lark refuses 'speed' as speed"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "in_lark", "in_tree"), DIFFERENT)
def test_a_difference_between_the_texts_is_reported(old: str, new: str, in_lark: str, in_tree: str) -> None:
    assert TEXT.count(old) == 1
    other = TEXT.replace(old, new)
    assert in_lark in _disagreements(lark=other)
    assert in_tree in _disagreements(tree=other)


def test_other_fields_are_reported() -> None:
    other = TEXT.replace("kind", "sort")
    assert _disagreements(lark=other) == [
        "global.lark:13: fields of 'level high': the tree gives {'kind': 'high'}, Lark gives {'sort': 'high'}"
    ]
    assert _disagreements(tree=other) == [
        "global.lark:13: fields of 'level high': the tree gives {'sort': 'high'}, Lark gives {'kind': 'high'}"
    ]


def _drop_child(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    """Makes the tree forget the nodes after one keyword or argument."""
    expand = Node.expand

    def forgetful(node: Node) -> None:
        expand(node)
        node.folded.pop(word, None)
        node.exact.pop(word, None)
        node.arguments = [
            pair for pair in node.arguments if not (isinstance(pair[1].symbol, Argument) and pair[1].symbol.name == word)
        ]

    monkeypatch.setattr(Node, "expand", forgetful)


@pytest.mark.parametrize(
    ("word", "line", "drawn", "derived"),
    [
        ("label", 9, "'speed TAG label LABEL': no label", "'speed TAG label LABEL' as speed, the tree does not: no label"),
        ("LABEL", 9, "'speed TAG label LABEL': no LABEL", "'speed TAG label LABEL' as speed, the tree does not: no LABEL"),
        ("low", 13, "'level low': no low", "'level low' as level, the tree does not: no low"),
        ("tone", 19, "'tone NOTE': no tone", "'tone NOTE' as tone, the tree does not: no tone"),
    ],
)
def test_a_node_that_is_missing_is_reported_in_both_directions(
    monkeypatch: pytest.MonkeyPatch, word: str, line: int, drawn: str, derived: str
) -> None:
    _drop_child(monkeypatch, word)
    assert _disagreements() == [
        f"global.lark:{line}: the tree of mode global refuses {drawn}",
        f"global.lark:{line}: Lark accepts {derived}",
    ]


def test_a_command_that_does_not_end_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    find = Node._find_form

    def no_end(node: Node, negative: bool = False) -> Form | None:
        form = find(node, negative)
        return None if form is not None and form.name == "level" else form

    monkeypatch.setattr(Node, "_find_form", no_end)
    assert _disagreements() == [
        "global.lark:13: the tree takes 'level high' for None, Lark for level",
        "global.lark:13: Lark accepts 'level high' as level, the tree does not end there",
    ]


def test_a_command_taken_for_another_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    find = Node._find_form

    def another(node: Node, negative: bool = False) -> Form | None:
        form = find(node, negative)
        return node.tree.form(node.tree.rules["tone"], None) if form is not None and form.name == "level" else form

    monkeypatch.setattr(Node, "_find_form", another)
    assert "global.lark:13: the tree takes 'level high' for tone, Lark for level" in _disagreements()


def test_words_that_the_matcher_takes_for_something_else_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def confused(mode: Mode, text: str) -> Outcome:
        return Incomplete(0, 0) if text.startswith("level") else match(mode, text)

    monkeypatch.setattr("iossim.language.check.opinion.match", confused)
    assert _disagreements() == ["global.lark:13: 'level high' in mode global is Incomplete(column=0, words=0), not level"]


def test_a_grammar_that_lark_refuses_is_reported_at_the_rule_that_it_names() -> None:
    (mistake,) = _disagreements(lark=TEXT.replace("kind\n", "nonesuch\n"))
    assert mistake.startswith("global.lark:13: Lark refuses the grammar: ")
    (mistake,) = _disagreements(lark=TEXT + "\n'")
    assert mistake.startswith("global.lark:1: Lark refuses the grammar: ")


def test_words_that_the_matcher_takes_for_another_command_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opinion, "match", lambda mode, text: match(mode, "tone x" if text.startswith("level") else text))
    (message,) = _disagreements()
    assert message.startswith("global.lark:13: 'level high' in mode global is ")
    assert message.endswith(", not level")


NESTED = """
mode_global: pair
//@ prompt (config)#
pair: "pair" both ["by" both]
both: ONE two
two: "two" TWO | TWO
ONE: "<1-9>"
TWO: "WORD"
"""


def test_parts_in_parts_have_the_fields_of_the_outermost() -> None:
    assert _disagreements(NESTED, NESTED) == []
    other = (
        NESTED.replace("both: ONE two", "both: ONE")
        .replace('"pair" both [', '"pair" both two [')
        .replace('"by" both', '"by" both two')
    )
    assert any("fields of 'pair ONE" in message for message in _disagreements(NESTED, other))


def test_the_words_for_an_argument_are_no_keyword_and_no_narrower_argument() -> None:
    _, modes = _space('mode_global: a\na: "a" ("alpha" | TAG | NAME)\nTAG: "<1-6000>"\nNAME: "WORD"')
    keyword, name = Keyword("a"), Argument("NAME", notation("WORD"), "name")
    assert opinion.typed(modes[0].root, [keyword, name]) == ["a", "beta"]
    assert opinion.typed(modes[0].root, [keyword, Keyword("alpha")]) == ["a", "alpha"]
    assert opinion.typed(modes[0].root, [name]) is None


def _drawn(text: str, least: int) -> list[str]:
    space, _ = _space(f"mode_global: a\n{text}")
    lines = Drawer(space.rules).lines(space.rules["a"], least)
    return [" ".join(symbol.text for symbol in line if isinstance(symbol, Keyword)) for line in lines]


def test_no_more_lines_are_drawn_than_show_something_new() -> None:
    assert _drawn('a: "a"', 3) == ["a", "a", "a"]
    assert _drawn('a: "x" | "y" | "z"', 1) == ["x", "y", "z"]
    assert sorted(_drawn('a: "x" | ("y" | "z")', 1)) == ["x", "y", "z"]
    nested = "a: " + " | ".join(f'"{name}" ["{name}1" | "{name}2"]' for name in "uvwxyz")
    assert {word for line in _drawn(nested, 1) for word in line.split()} == {
        f"{name}{end}" for name in "uvwxyz" for end in ("", 1, 2)
    }
    assert len(_drawn(nested, 1)) == 18
    assert _drawn('a: kind kind\nkind: "k" | "l"', 1) == ["k l"]


def test_every_alternative_is_drawn() -> None:
    space, _ = _space('mode_global: a\na: "a" ["b" | T] kind* ("x" | "y" "z")\nkind: "k" | "l"\nT: "WORD"')
    lines = {
        " ".join(getattr(symbol, "text", "") or getattr(symbol, "name", "") for symbol in line)
        for line in Drawer(space.rules).lines(space.rules["a"], 3)
    }
    words = {word for line in lines for word in line.split()}
    assert words == {"a", "b", "T", "k", "l", "x", "y", "z"}
    assert any(line.split()[1] in "xykl" for line in lines)
    assert any(len(line.split()) > 4 for line in lines)


def test_every_alternative_in_an_alternative_is_derived() -> None:
    names = "uvwxyz"
    text = (
        "mode_global: a\na: "
        + " | ".join(names)
        + "\n"
        + "".join(f'{name}: "{name}" ("{name}1" | "{name}2" | {name}s*)\n{name}s: "{name}3" | "{name}4"\n' for name in names)
    )
    lines = list(LarkGrammar([Source("global.lark", text)], ["a"], set()).lines("a", 1))
    words = {word for line in lines for _, word in line}
    assert words == {f"{name}{end}" for name in names for end in ("", 1, 2, 3, 4)}
    assert len(lines) < 100


def test_every_alternative_is_derived_and_a_list_has_an_end() -> None:
    text = 'mode_global: a\na: "a" ["b" | T] kind* ("x" | "y" "z")\nkind: "k" | "l"\nT: "WORD"'
    grammar = LarkGrammar([Source("global.lark", text)], ["a"], {"T"})
    derived = list(grammar.lines("a", 3))
    assert {text for line in derived for _, text in line} == {"a", "b", "T", "k", "l", "x", "y", "z"}
    assert {keyword for line in derived for keyword, text in line if text == "T"} == {False}
    assert all(len(line) < 100 for line in derived)
