"""The index of values: after any changes, it holds what a walk over the whole tree would find."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from iossim.config import Configuration, Section, Transaction
from iossim.config.values import Numbers, unique_values
from iossim.files.load import read_lines
from iossim.language import Identity, Language
from iossim.language.bodies import Argument
from tests.config.support import Typist

BEFORE = "dn 1\ndn 2\ndn 9\nphone 1\nmac 1.2.3\nbutton 1:1 2:1 3o1,2\nphone 2\nbutton 1:2 2x1\nexit"

CHANGES = [
    "no dn 1",
    "no dn 9",
    "no dn 9\ndn 9\ndn 10\nno dn 10",
    "dn 9 dual-line",
    "no phone 1",
    "no phone 1\nno dn 2\nno phone 2",
    "phone 1\nbutton 1:2\nno button 2:1",
    "phone 1\nno button 3:1\nmac 1.2.4\nphone 2\nmac 1.2.3",
    "phone 1\ndefault mac\nno mac",
    "phone 2\nbutton 1:9\nno dn 9\ndn 9\nphone 2\nbutton 3:9",
    "route 10.0.0.0 192.0.2.1 dn 12\nno dn 9",
]

Found = set[tuple[str, str, Identity, Identity]]


def _indexed(configuration: Configuration) -> tuple[Found, Found, int]:
    values = configuration.values
    values.index_new()
    unique, references = (
        {(*key, section.identity, identity) for key, places in index.items() for section, identity in places}
        for index in (values.unique, values.references)
    )
    return unique, references, values.least_maximum("max-dn")


def _walked(configuration: Configuration) -> tuple[Found, Found, int]:
    unique: Found = set()
    references: Found = set()
    numbers = [0]
    for section, identity in _entries(configuration.root):
        command = section.entries[identity]
        unique |= {(kind, value, section.identity, identity) for kind, value in unique_values(command)}
        for kind, index, notation, message in command.form.referring:
            if message and not command.negative:
                references |= {(kind, tag, section.identity, identity) for tag in notation.tags(command.words[index])}
        for place, word in zip(command.form.places, command.words, strict=False):
            if isinstance(place.symbol, Argument) and place.symbol.notation.bound_name == "max-dn":
                numbers.append(int(word))
    return unique, references, max(numbers)


def _entries(root: Section) -> Iterator[tuple[Section, Identity]]:
    return ((section, identity) for section in root.walk() for identity in section.entries)


@pytest.mark.parametrize("changes", CHANGES)
def test_the_index_follows_what_is_entered_and_removed(typist: Typist, changes: str) -> None:
    typist.types(BEFORE)
    assert _indexed(typist.configuration) == _walked(typist.configuration)
    typist.types(changes)
    assert _indexed(typist.configuration) == _walked(typist.configuration)


@pytest.mark.parametrize("changes", CHANGES)
def test_an_index_that_is_read_late_has_the_same_values(typist: Typist, changes: str) -> None:
    typist.types(BEFORE)
    with Transaction(typist.configuration) as transaction:
        typist.types(changes)
        assert _indexed(typist.configuration) == _walked(typist.configuration)
        transaction.abort()
    assert _indexed(typist.configuration) == _walked(typist.configuration)


@pytest.mark.parametrize("changes", CHANGES)
def test_the_index_follows_a_transaction_and_its_abort(typist: Typist, changes: str) -> None:
    before = _indexed(typist.types(BEFORE).configuration)
    with Transaction(typist.configuration) as transaction:
        typist.types(changes)
        assert _indexed(typist.configuration) == _walked(typist.configuration)
        transaction.abort()
    assert _indexed(typist.configuration) == before


def test_the_index_follows_a_file_that_is_read(trees: Language) -> None:
    configuration = Configuration(trees)
    read_lines(configuration, [*BEFORE.splitlines(), "dn 11", "no dn 2", "phone 3", " button 1:11 2:9", "phone 1", "mac 9.9.9"])
    assert _indexed(configuration) == _walked(configuration)
    assert ("dn", "11", ("phone", "3"), ("button", "1")) in _indexed(configuration)[1]


def test_a_reference_that_the_router_accepts_is_not_indexed(typist: Typist) -> None:
    typist.types("route 10.0.0.0 192.0.2.1 dn 1")
    typist.configuration.values.index_new()
    assert typist.configuration.values.references == {}


LINKS = """
//@ prompt (config)#
mode_global: thing | link
//@ key TAG; defines thing TAG
//? thing  A thing
//? TAG    Tag
thing: "thing" TAG
//@ stored; demands thing TAG "no such thing"
//? link  A link
//? TAG   Tag
link: "link" TAG
TAG: "<1-9>"
"""


def test_a_negative_form_that_is_stored_refers_to_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "global.lark").write_text(LINKS, encoding="utf-8")
    typist = Typist(Language(tmp_path))
    assert typist.types("thing 1\nlink 1\nno thing 1").lines() == ["end"]
    assert typist.types("thing 1\nno link 1\nno thing 1").lines() == ["no link", "end"]


def test_a_value_that_two_entries_of_a_section_have_stays_until_both_are_gone(typist: Typist) -> None:
    values = typist.types("dn 1\nphone 1\nbutton 1:1 2:1\nno button 1:1").configuration.values
    assert [identity for _, identity in values.dependents("dn", "1")] == [("button", "2")]
    typist.types("no button 2:1")
    assert values.dependents("dn", "1") == []


def test_a_definition_is_removed_without_a_walk_over_the_others(typist: Typist, monkeypatch: pytest.MonkeyPatch) -> None:
    typist.types("\n".join(f"dn {tag}" for tag in range(1, 21)))
    for tag in range(1, 21):
        typist.types(f"phone {tag}\nbutton 1:{tag}\nexit")
    typist.configuration.values.index_new()
    walked: list[Identity] = []
    walk = Section.walk

    def counted(section: Section) -> Iterator[Section]:
        walked.append(section.identity)
        return walk(section)

    monkeypatch.setattr(Section, "walk", counted)
    typist.types("no dn 20\ntelephony-service\nmax-dn 19")
    assert walked == [("dn", "20")]
    phone = typist.configuration.section("phone", 20)
    assert phone is not None
    assert phone.get("button", 20) is None


def test_the_highest_of_the_numbers_in_use() -> None:
    numbers = Numbers()
    assert numbers.highest() == 0
    for number in (3, 7, 7, 5):
        numbers.add(number)
    assert numbers.highest() == 7
    numbers.remove(7)
    assert numbers.highest() == 7
    numbers.remove(7)
    assert numbers.highest() == 5
    numbers.add(7)
    assert numbers.highest() == 7
    for number in (7, 5, 3):
        numbers.remove(number)
    assert numbers.highest() == 0
