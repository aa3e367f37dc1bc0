"""Lark and the command tree agree on the grammars that came with iossim."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from iossim.language import Command, Node, language, match, match_typed
from iossim.language.bodies import Symbol
from iossim.language.check.lark_grammar import LarkGrammar
from iossim.language.reading import sources
from tests.properties.strategies import Line, lines
from tests.support import examples

drawn_lines = st.sampled_from(language().mode_names).map(language().mode).flatmap(lines)


@cache
def _grammar(space: str) -> LarkGrammar:
    """A name space as Lark compiles it."""
    modes = [mode for mode in language().modes() if mode.space.name == space]
    commands = {rule.name for mode in modes for rule in mode.commands}
    return LarkGrammar(sources(language().folder)[space], sorted(commands), set(modes[0].space.terminals))


@settings(max_examples=examples(1000))
@given(drawn_lines)
def test_lark_and_the_tree_give_the_same_rule_and_fields(line: Line) -> None:
    """A line drawn from the body of a rule is parsed by Lark with that rule, and matched as that rule with the same fields."""
    grammar = _grammar(line.mode.space.name)
    command, first = match_typed(line.mode, line.text), match(line.mode, line.text)
    assert isinstance(command, Command), (line.text, command)
    assert isinstance(first, Command)
    assert command.form.rule is first.form.rule is line.rule
    words = [f"word{at}" for at in range(len(line.words))]  # a text may go on over several lines; Lark is given one line a word
    parsed = grammar.parse(line.rule.name, line.symbols, words)
    assert parsed is not None, line.text
    assert parsed.data == line.rule.name
    assert command.form.fields(words) == grammar.fields(parsed)


def _edited(line: Line, data: st.DataObject) -> list[Symbol]:
    """The symbols of a line without one of them, with one twice, or with two in each other's place."""
    at = data.draw(st.integers(0, len(line.symbols) - 1))
    edit = data.draw(st.sampled_from(["without", "twice", "swapped"]))
    before, symbol, after = line.symbols[:at], line.symbols[at], line.symbols[at + 1 :]
    if edit == "without":
        return [*before, *after]
    return [*before, symbol, symbol, *after] if edit == "twice" else [*before, *after[:1], symbol, *after[1:]]


@settings(max_examples=examples(1000))
@given(drawn_lines, st.data())
def test_an_edited_line_is_a_form_of_its_rule_for_both_or_for_neither(line: Line, data: st.DataObject) -> None:
    """Lark and the tree refuse the same lines."""
    symbols = _edited(line, data)
    parsed = _grammar(line.mode.space.name).parse(line.rule.name, symbols, [f"word{at}" for at in range(len(symbols))])
    node: Node | None = line.mode.root
    for symbol in symbols:
        node = next((child for child in node.next_nodes() if child.symbol == symbol), None) if node is not None else None
    accepted = node is not None and node.form is not None and node.form.rule is line.rule
    assert accepted == (parsed is not None), symbols
