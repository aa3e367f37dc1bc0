"""Nodes and places: the meaning of a word where it stands; a tree grows with its commands, not with the lines."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from iossim.language import Command, Language, Node, match_typed, tree
from iossim.language.bodies import Argument, Keyword
from iossim.language.places import Place, following, starts
from iossim.language.tree import AmbiguousWord, Resolved, resolve
from tests.small_language import small_language


def _texts(places: list[Place]) -> list[str]:
    return [
        "" if place.symbol is None else place.symbol.text if isinstance(place.symbol, Keyword) else place.symbol.name
        for place in places
    ]


def test_places_begin_with_the_command_and_end_with_nothing(small: Language) -> None:
    mode = small.mode("ephone_dn")
    number = mode.rules["number"]
    first = list(starts(number, mode.rules))
    assert _texts(first) == ["number"]
    second = list(following(first[0], mode.rules))
    assert _texts(second) == ["NUMBER"]
    assert _texts(list(following(second[0], mode.rules))) == ["secondary", "no-reg", ""]


def test_a_place_knows_the_field_of_the_rule_around_it(small: Language) -> None:
    mode = small.mode("ephone")
    start = next(starts(mode.rules["type"], mode.rules))
    places = list(following(start, mode.rules))
    assert {place.field for place in places} == {"phone_type"}
    assert all(place.chosen for place in places)
    assert {place.owner.name for place in places} == {"phone_type"}
    assert {place.command.name for place in places} == {"type"}


def test_a_repeated_part_may_come_again_or_end(small: Language) -> None:
    mode = small.mode("ephone")
    place = next(starts(mode.rules["button"], mode.rules))
    argument = next(following(place, mode.rules))
    assert _texts(list(following(argument, mode.rules))) == ["BUTTON", ""]


def test_an_exact_keyword_wins_over_longer_ones(small: Language) -> None:
    root = small.mode("global").root
    taken = resolve(root, "LOG")
    assert isinstance(taken, Resolved)
    assert taken.word == "log"
    several = resolve(root, "lo")
    assert isinstance(several, AmbiguousWord)
    assert set(several.keywords) == {"log", "logging", "lookup"}


def test_a_keyword_wins_over_an_argument_that_takes_anything(small: Language) -> None:
    root = small.mode("ephone_dn").root
    snr = resolve(root, "snr")
    assert isinstance(snr, Resolved)
    ring, number = resolve(snr.node, "ri"), resolve(snr.node, "rin9")
    assert isinstance(ring, Resolved)
    assert isinstance(number, Resolved)
    assert isinstance(ring.node.symbol, Keyword)
    assert isinstance(number.node.symbol, Argument)


def test_keywords_that_may_not_be_seen_do_not_exist(small: Language) -> None:
    root = small.mode("global").root
    only = frozenset({"log"})
    taken = resolve(root, "lo", only)
    assert isinstance(taken, Resolved)
    assert taken.word == "log"
    assert resolve(root, "hostname", only) is None


def test_no_command_ends_before_the_first_word(small: Language) -> None:
    for mode in small.modes():
        assert mode.root.form is None
        assert mode.root.negative_form() is None


def _expanded(node: Node) -> int:
    """The number of nodes below and including a node that know their next nodes."""
    return 1 + sum(_expanded(child) for child in node.next_nodes()) if node.expanded else 0


def test_values_and_abbreviations_make_no_nodes(small: Language) -> None:
    mode = small.mode("ephone_dn")
    match_typed(mode, "number 1 secondary 1")
    before = _expanded(mode.root)
    assert before > 3
    for number in range(100):
        match_typed(mode, f"num {number} sec {number}")
    assert _expanded(mode.root) == before


def test_a_tree_of_too_many_nodes_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST_NODES", 10)
    mode = small_language(tmp_path).mode("ephone")
    roots = {id(mode.root): mode.root}
    for keys in itertools.product(["Redial", "Newcall", "Cfwdall"], repeat=4):
        outcome = match_typed(mode, f"softkeys idle {' '.join(keys)}")
        assert isinstance(outcome, Command)
        assert outcome.words[2:] == list(keys)
        roots[id(mode.root)] = mode.root
    assert len(roots) > 1
    assert max(map(_expanded, roots.values())) <= 10 + 6
    for _ in range(2):
        match_typed(mode, "type 7960")
    root = mode.root
    match_typed(mode, "type 7960")
    assert mode.root is root


def test_every_command_of_a_mode_can_be_reached(small: Language) -> None:
    for mode in small.modes():
        reached: set[str] = set()
        todo = [mode.root]
        while todo:
            node = todo.pop()
            if node.form is not None:
                reached.add(node.form.rule.name)
            if len(node.form.places if node.form else ()) < 8:
                todo += node.next_nodes()
        assert reached == {rule.name for rule in mode.commands}


def test_the_nodes_that_begin_with_a_word_are_those_whose_spelling_does(small: Language) -> None:
    for name in small.mode_names:
        root = small.mode(name).root
        root.children()
        for word in ("", "a", "no", "zzz", *root.folded, *(text[:2] for text in root.folded)):
            assert root.begun_with(word) == [node for text, node in root.folded.items() if text.startswith(word)]


def test_what_is_remembered_of_a_node_is_what_is_computed(small: Language) -> None:
    for name in small.mode_names:
        mode = small.mode(name)
        words = mode.root.expected()
        assert words == mode.root.expected()
        assert list(words) == [child.text for child in mode.root.children().values() if not child.hidden] + [
            notation.shown for notation, _ in mode.root.arguments
        ]
        for word in mode.root.folded:
            first, second = match_typed(mode, f"no {word}"), match_typed(mode, f"no {word}")
            assert type(first) is type(second)
            assert not isinstance(first, Command) or first is not second
