"""Versions of Unified CME compare by their numbers."""

from __future__ import annotations

import pytest

from iossim.language import language
from iossim.versions import NEWEST, Version, is_version


def test_versions_in_order() -> None:
    texts = ["1.0", "2.0.1", "2.1", "3.2", "3.2.1", "3.10", "4.0(3)", "4.2", "4.2(1)", "8.6", "9.0", "12.6", NEWEST]
    versions = [Version.of(text) for text in texts]
    assert sorted(versions, reverse=True)[::-1] == versions
    assert [str(version) for version in versions] == texts


@pytest.mark.parametrize(("one", "other"), [("7", "7.0"), ("4.2(1)", "4.2.1"), ("10.0", "10")])
def test_the_same_version_in_two_spellings(one: str, other: str) -> None:
    assert Version.of(one) == Version.of(other)


@pytest.mark.parametrize("text", ["", "new", "8.", ".6", "8.6 ", "15.7(3)M", "4.2(1", "-1", "8,6", "٨.٦"])
def test_what_is_no_version(text: str) -> None:
    assert not is_version(text)
    with pytest.raises(ValueError, match="is no version of Unified CME"):
        Version.of(text)


def test_no_command_is_later_than_the_newest_version_or_removed_before_it_came() -> None:
    for mode in language().modes():
        for rule in mode.commands:
            since, removed = rule.since, rule.removed
            assert not since or Version.of(since) <= Version.of(NEWEST), rule.name
            assert not since or not removed or Version.of(since) < Version.of(removed), rule.name
