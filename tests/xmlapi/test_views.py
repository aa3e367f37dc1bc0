"""The views as data: they name only what exists, and a fault in one is told with its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from iossim.language import language
from iossim.language.definition import Argument, Body, Choice, Keyword, Optional, Reference, Repeat, Rule, Sequence
from iossim.xmlapi.load import load, views
from iossim.xmlapi.methods import catalogue
from iossim.xmlapi.render import Container, Leaf, Node, Repeated
from iossim.xmlapi.sources import TYPES, ViewError, words
from iossim.xmlapi.view import View

VIEWS = pytest.mark.parametrize("view", views(), ids=lambda view: view.method)


def leaves(nodes: tuple[Node, ...] | list[Node]) -> Iterator[Leaf]:
    for node in nodes:
        inner = node.node if isinstance(node, Repeated) else node
        if isinstance(inner, Container):
            yield from leaves(list(inner.children))
        else:
            yield inner


def parts(body: Body, rules: dict[str, Rule]) -> Iterator[tuple[str, str]]:
    """Every keyword and every field in a rule's body."""
    match body:
        case Keyword(text):
            yield "keyword", text
        case Argument():
            yield "field", body.field
        case Reference(name):
            yield "field", name
            yield from parts(rules[name].body, rules)
        case Sequence(inner) | Choice(inner):
            for each in inner:
                yield from parts(each, rules)
        case Optional(part) | Repeat(part, _):
            yield from parts(part, rules)


def named(view: View, leaf: Leaf) -> Iterator[tuple[list[Rule], dict[str, Rule]]]:
    """The rules that a leaf's command may mean."""
    source = leaf.attributes.get("command", "")
    for command in source.split("|") if source else []:
        name = command.split()[0]
        if name == "header":
            name, mode_name = view.rule, "global"
        else:
            mode_name = leaf.attributes.get("section", view.rule)
        if not language().has_mode(mode_name):
            continue
        mode = language().mode(mode_name)
        yield [rule for rule in mode.commands if rule.base == name], dict(mode.rules)


@VIEWS
def test_every_command_field_and_keyword_exists(view: View) -> None:
    for leaf in leaves(list(view.payload)):
        found = list(named(view, leaf))
        known = {part for rules, all_ in found for rule in rules for part in parts(rule.body, all_)}
        assert known or not found, f"{leaf.name}: no command {leaf.attributes['command']}"
        if "field" in leaf.attributes and found:
            assert ("field", leaf.attributes["field"]) in known, leaf.name
        for word in [*words(leaf.attributes.get("choice", "")), *leaf.attributes.get("keyword", "").split()]:
            assert not found or ("keyword", word) in known, f"{leaf.name}: {word}"


@VIEWS
def test_every_default_and_choice_is_one_of_the_words(view: View) -> None:
    for leaf in leaves(list(view.payload)):
        allowed = leaf.attributes.get("words", "").split()
        if allowed:
            used = {leaf.default, *words(leaf.attributes.get("choice", "")).values()} - {""}
            used |= set(words(leaf.attributes.get("present", "")).values())
            assert used <= set(allowed), leaf.name


@VIEWS
def test_parameters_name_leaves_of_the_item(view: View) -> None:
    for selector in view.selectors:
        for name in [*selector.leaves, *(condition[0] for condition in selector.keywords.values() if condition)]:
            assert view.leaf(name).name == name


def test_every_method_is_known_by_all_its_names() -> None:
    for view in views():
        for name in (view.method, *view.aliases, view.method.upper()):
            found = catalogue().method(name)
            assert found is not None
            assert found.name == view.method


def view(response: str, more: str = "") -> str:
    return f'<view method="M">{more}<response>{response}</response></view>'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<look/>", "a view is"),
        ("<view method='M'/>", "a view is"),
        (view("<a><b colour='red'/></a>"), "b: unknown colour; there are: choice"),
        (view("<a><b type='colour'/></a>"), "no type is called 'colour'; there are: 0-1"),
        (view("<a><b runtime='colour'/></a>"), "no run-time value is called 'colour'; there are: name.first"),
        (view("<a><b each-runtime='colour'/></a>"), "no run-time list is called 'colour'; there are: extension.devices"),
        (view("<a each-section='ephone'><b key=''/></a>"), "each-section stands on the element below the list element"),
        (view("<l><a each-section='ephone'><b><c/></b></a></l>"), "an item begins with its key"),
    ],
)
def test_a_fault_in_a_view_is_told_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "faulty.xml"
    file.write_text(text)
    with pytest.raises(ViewError, match=f"^faulty.xml: .*{message}"):
        load(file)


def test_all_types_are_used_with_their_words() -> None:
    assert {leaf.attributes.get("type", "text") for view in views() for leaf in leaves(list(view.payload))} <= TYPES
