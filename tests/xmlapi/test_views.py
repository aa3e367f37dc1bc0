"""The views as data: they name only what exists, and a fault in one is told with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from iossim.config import Section
from iossim.language import Mode, defaults_of, language
from iossim.language.bodies import Argument, Body, Choice, Keyword, Optional, Reference, Repeat, Sequence, base_name
from iossim.language.rules import Rule
from iossim.router import RouterCore
from iossim.xmlapi.item import Item
from iossim.xmlapi.methods import catalogue
from iossim.xmlapi.views.schema import View, load, views
from iossim.xmlapi.views.sources import TYPES, ViewError, source, words

VIEWS = pytest.mark.parametrize("view", views(), ids=lambda view: view.method)
FOLDER = Path(load.__code__.co_filename).parent
FILES = pytest.mark.parametrize("file", sorted(FOLDER.glob("*.xml")), ids=lambda file: file.stem)


@dataclass(frozen=True)
class Place:
    """An element of a view, the mode whose commands it speaks of, and the command that is repeated around it."""

    node: etree._Element
    mode: Mode | None
    repeated: str = ""

    @property
    def commands(self) -> list[str]:
        """The rules that the element names."""
        written = self.node.get("command")
        return [each.split()[0] for each in written.split("|")] if written else [self.repeated] if self.repeated else []

    @property
    def parts(self) -> set[tuple[str, str]]:
        """Every keyword and field of those commands."""
        if self.mode is None:
            return set()
        return {part for name in self.commands for part in _parts_of(self.mode, name)}


def places(file: Path) -> Iterator[Place]:
    response = etree.parse(file).getroot().find("response")
    assert response is not None
    for child in response:
        yield from _places(child, language().mode("global"), "")


def _places(node: etree._Element, mode: Mode | None, repeated: str) -> Iterator[Place]:
    rule = node.get("each-section")
    if rule is not None:
        yield Place(node, mode, rule)
        mode = _entered(mode, rule)
    if "section" in node.attrib:
        mode = language().mode("global")
        for step in str(node.attrib["section"]).split("/"):
            mode = mode if step == "global" else _entered(mode, step)
    repeated = node.get("each-command", repeated)
    yield Place(node, mode, repeated)
    for child in node:
        yield from _places(child, mode, repeated)


def _entered(mode: Mode | None, rule: str) -> Mode | None:
    """The mode behind a command, where the grammar has both."""
    found = [each.enters for each in mode.commands if each.base == rule] if mode is not None else []
    return language().mode(found[0]) if found and found[0] and language().has_mode(found[0]) else None


def _parts_of(mode: Mode, name: str) -> Iterator[tuple[str, str]]:
    rules = dict(mode.rules)
    if name == "header":
        mode, name = language().mode("global"), mode.name
        rules = dict(mode.rules)
    for rule in mode.commands:
        if rule.base == name:
            yield "rule", name
            yield from parts(rule.body, rules)


def parts(body: Body, rules: Mapping[str, Rule]) -> Iterator[tuple[str, str]]:
    """Every keyword and every field in a rule's body."""
    match body:
        case Keyword(text):
            yield "keyword", text
        case Argument():
            yield "field", body.field
        case Reference(name):
            yield "field", base_name(name)
            yield from parts(rules[name].body, rules)
        case Sequence(inner) | Choice(inner):
            for each in inner:
                yield from parts(each, rules)
        case Optional(part) | Repeat(part, _):
            yield from parts(part, rules)


@FILES
def test_every_command_field_and_keyword_exists(file: Path) -> None:
    for place in places(file):
        if place.mode is None:
            continue
        where = f"{place.node.tag!s} in {place.mode.name}"
        assert not place.commands or "rule" in {kind for kind, _ in place.parts}, f"{where}: {place.commands}"
        for name in place.node.get("field", "").replace("|", " ").split():
            assert ("field", name) in place.parts, f"{where}: field {name} of {place.commands}"
        for word in [*words(place.node.get("choice", "")), *place.node.get("keyword", "").split()]:
            assert ("keyword", word) in place.parts, f"{where}: keyword {word} of {place.commands}"
        for name in words(place.node.get("present", "")):
            assert list(_parts_of(place.mode, name.rstrip("*"))), f"{where}: {name}"


#: Where the documented answers show another text for a command that is not configured than the command's default.
SAMPLES_SAY_OTHERWISE = {
    "ISVoiceHuntGroupSecPilotPreference": "0",
    "alerting_keys": "",
    "connected_keys": "",
    "default_codec": "Unknown",
    "delay": "0",
    "hold_keys": "",
    "idle_keys": "",
    "max-calls-per-button": "0",
    "max_priority": "-1",
    "remote-in-use_keys": "",
    "ringing_keys": "",
    "seized_keys": "",
    "time-zone": "0",
}
#: The default is no constant: as many as there are members.
NO_CONSTANT = {"ISVoiceHuntGroupHops"}


@FILES
def test_defaults_are_those_of_the_commands(file: Path) -> None:
    router = RouterCore()
    for place in places(file):
        if place.mode is None or "section" in place.node.attrib or "command" not in place.node.attrib:
            continue
        unset = Section(place.mode)
        unset.entries = dict(defaults_of(place.mode))
        text = source({str(name): str(value) for name, value in place.node.attrib.items()})(Item(router, unset, {}))
        name = str(place.node.tag)
        if text and name not in NO_CONSTANT:
            assert place.node.get("default", "") == SAMPLES_SAY_OTHERWISE.get(name, text), name


@FILES
def test_every_default_and_choice_is_one_of_the_words(file: Path) -> None:
    for place in places(file):
        allowed = place.node.get("words", "").split()
        used = {place.node.get("default", ""), place.node.get("no", "")} - {""}
        used |= set(words(place.node.get("choice", "")).values()) | set(words(place.node.get("present", "")).values())
        assert not allowed or used <= set(allowed), place.node.tag


@VIEWS
def test_parameters_name_leaves_of_the_item(view: View) -> None:
    for selector in view.selectors:
        for leaf in [*selector.leaves, *(condition[0] for condition in selector.keywords.values() if condition)]:
            assert leaf.name == selector.name or (view.item is not None and leaf in view.item.children)


def test_every_method_is_known_by_all_its_names() -> None:
    for view in views():
        for name in (view.method, *view.aliases):
            assert catalogue().names[name.lower()].name == view.method


def view(response: str, more: str = "") -> str:
    return f'<view method="M">{more}<response>{response}</response></view>'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<look/>", "a view is"),
        ("<view method='M'/>", "a view is"),
        (view("<a><b colour='red'/></a>"), "b: unknown colour; there are: choice"),
        (view("<a><b type='colour'/></a>"), "no type is called 'colour'; there are: 0-1"),
        (view("<a><b runtime='colour'/></a>"), "no run-time value is called 'colour'; there are: .*name.first"),
        (view("<a><b each-runtime='colour'/></a>"), "no list is called 'colour'; there are: .*extension.devices"),
        (view("<a each-section='ephone'><b key=''/></a>"), "each-section stands on the element below the list element"),
        (view("<l><a each-section='ephone'><b><c/></b></a></l>"), "an item begins with its key"),
    ],
)
def test_a_fault_in_a_view_is_told_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "faulty.xml"
    file.write_text(text)
    with pytest.raises(ViewError, match=f"^faulty.xml: .*{message}"):
        load(file)


@FILES
def test_every_type_is_known(file: Path) -> None:
    assert {place.node.get("type", "text") for place in places(file)} <= TYPES
