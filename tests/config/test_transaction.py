"""Changes that take effect together or not at all: an abort leaves no trace."""

from __future__ import annotations

from typing import Any

import pytest

from iossim.config import Configuration, Transaction, render
from iossim.config.values import Entries
from iossim.files.load import read_lines
from iossim.language import Identity
from tests.config.support import Typist

BEFORE = """hostname a
dn 1
number 5
dn 2
phone 1
mac 1.2.3
button 1:1 2:2
line 1
label one
rule 3
rule 1
rule 2"""

CHANGES = [
    "hostname b",
    "no hostname",
    "no lookup\nfeature\nno feature",
    "dn 1 dual-line",
    "dn 1\nnumber 6\nno number",
    "dn 3\nnumber 9\nno dn 3",
    "no dn 1",
    "no dn 1\ndn 1 dual-line\nnumber 7\nno dn 2",
    "no phone 1",
    "no phone 1\nphone 2\nmac 1.2.3",
    "phone 1\nmac 2.2.2\nphone 2\nmac 1.2.3",
    "phone 1\nbutton 1:2\nno button 2:2",
    "phone 1\nline 1\nlabel two\nno line 1\nline 2",
    "phone 1\nfast 3\nslow",
    "rule 4\nno rule 3\nno rule 1\nrule 3",
    "route 10.0.0.0 192.0.2.1\nno route 10.0.0.0 192.0.2.1",
]


def _places(index: dict[tuple[str, str], Entries]) -> dict[tuple[str, str], set[tuple[Identity, Identity]]]:
    """The entries of an index, with the identity of their section in place of the section."""
    return {key: {(section.identity, identity) for section, identity in places} for key, places in index.items()}


def _all(configuration: Configuration) -> dict[str, Any]:
    """Everything that can be seen of a tree."""
    configuration.values.index_new()
    return {
        "tree": configuration.root.snapshot(),
        "text": list(render(configuration.root)),
        "headers": {section.identity: section.header and section.header.text for section in configuration.root.walk()},
        "unique": _places(configuration.values.unique),
        "references": _places(configuration.values.references),
        "highest": configuration.values.least_maximum("max-dn"),
    }


@pytest.mark.parametrize("changes", CHANGES)
def test_an_abort_leaves_no_trace(typist: Typist, changes: str) -> None:
    before = _all(typist.types(BEFORE).configuration)
    with Transaction(typist.configuration) as transaction:
        typist.section = typist.configuration.root
        typist.types(changes)
        assert _all(typist.configuration) != before or "no " in changes
        transaction.abort()
    assert _all(typist.configuration) == before


def _fail_halfway(typist: Typist, changes: str) -> None:
    with Transaction(typist.configuration):
        typist.section = typist.configuration.root
        typist.types(changes)
        raise RuntimeError


@pytest.mark.parametrize("changes", CHANGES)
def test_an_exception_takes_all_back(typist: Typist, changes: str) -> None:
    before = _all(typist.types(BEFORE).configuration)
    with pytest.raises(RuntimeError):
        _fail_halfway(typist, changes)
    assert _all(typist.configuration) == before


@pytest.mark.parametrize("changes", CHANGES)
def test_without_an_abort_the_changes_stay(typist: Typist, changes: str) -> None:
    typist.types(BEFORE)
    other = Typist(typist.configuration.language).types(BEFORE)
    for each in (typist, other):
        each.section = each.configuration.root
    other.types(changes)
    with Transaction(typist.configuration):
        typist.types(changes)
    assert _all(typist.configuration) == _all(other.configuration)
    assert typist.configuration.journal is None


def test_an_abort_may_keep_the_first_changes(typist: Typist) -> None:
    with Transaction(typist.configuration) as transaction:
        typist.types("hostname a")
        kept = transaction.changes
        typist.types("hostname b\nno lookup")
        transaction.abort(keep=kept)
        typist.types("feature")
    assert typist.lines() == ["hostname a", "feature", "end"]


def test_a_transaction_within_another_goes_with_it(typist: Typist) -> None:
    before = _all(typist.types(BEFORE).configuration)
    typist.section = typist.configuration.root
    with Transaction(typist.configuration) as outer:
        typist.types("hostname b")
        with Transaction(typist.configuration):
            typist.types("no phone 1")
        with Transaction(typist.configuration) as inner:
            typist.types("hostname c")
            inner.abort()
        assert "hostname b" in typist.lines()
        outer.abort()
    assert _all(typist.configuration) == before


def test_lines_that_are_kept_are_given_up_and_come_back(typist: Typist) -> None:
    configuration = typist.types("hostname a").configuration
    read_lines(configuration, ["hostname a", "mystery 1", "phone 1", " slow", " enigma", "end"])
    before = _all(configuration)
    assert [line for line in before["text"] if line != "!"] == ["hostname a", "mystery 1", "phone 1", " slow", " enigma", "end"]
    with Transaction(configuration) as transaction:
        configuration.keep(configuration.root, ("hostname",), "another 2")
        configuration.drop(configuration.root, ("hostname",))
        configuration.drop(configuration.root, ("phone", "1"))
        configuration.keep(configuration.root, None, "third 3")
        transaction.abort()
    assert _all(configuration) == before


def test_a_file_that_is_read_within_it_is_taken_back_too(typist: Typist) -> None:
    configuration = typist.types("hostname a\nphone 1\nslow").configuration
    before = _all(configuration)
    text = "hostname b\nno lookup\nphone 1\n keys Hold\n enigma\nphone 2\n mac 1.2.3\nmystery\nend"
    with Transaction(configuration) as transaction:
        read_lines(configuration, text.split("\n"))
        assert "hostname b" in typist.lines()
        transaction.abort()
    assert _all(configuration) == before


def test_whoever_watches_hears_of_what_is_taken_back(typist: Typist) -> None:
    seen: list[tuple[str, ...]] = []
    typist.configuration.watchers.append(lambda section, identity: seen.append(identity))
    with Transaction(typist.configuration) as transaction:
        typist.types("hostname a")
        entered = len(seen)
        transaction.abort()
    assert entered == 1
    assert len(seen) == 2


def test_changes_after_an_abort_are_taken_back_too(typist: Typist) -> None:
    before = _all(typist.types("hostname a").configuration)
    with Transaction(typist.configuration) as transaction:
        typist.types("hostname b")
        transaction.abort()
        typist.types("hostname c\nfeature")
        assert transaction.changes > 0
        transaction.abort()
    assert _all(typist.configuration) == before
    with Transaction(typist.configuration) as outer:
        with Transaction(typist.configuration) as inner:
            typist.types("hostname b")
            inner.abort()
            typist.types("hostname c")
        typist.types("feature")
        outer.abort()
    assert _all(typist.configuration) == before
