"""The grammars know the whole catalogue: every entry in every mode, measured and printed as a table by mode."""

from __future__ import annotations

import sys

import pytest

from iossim.language import language
from tests.catalogue.coverage import measure
from tests.catalogue.entries import MEASURES, entries, excepted, rewritten
from tests.catalogue.report import missing, table
from tests.catalogue.results import Result


@pytest.fixture(scope="module")
def result() -> Result:
    return measure(language(), entries())


def test_the_table_is_printed(result: Result, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(table(result)) + "\n")


def test_the_catalogue_is_whole() -> None:
    configuring = [entry for entry in entries() if entry.configures]
    assert len({entry.number for entry in entries()}) == 1046
    assert len(configuring) == 1086
    assert len({entry.mode for entry in configuring}) == 69


def test_every_mode_exists_and_has_a_prompt(result: Result) -> None:
    if result.faults:
        pytest.fail("\n".join(f"{mode}: {fault}" for mode, fault in result.faults.items()), pytrace=False)


@pytest.mark.parametrize("name", MEASURES)
def test_every_configuration_entry(result: Result, name: str) -> None:
    points = result.open(name)
    if points:
        pytest.fail("\n".join(missing(result, name)), pytrace=False)


def test_every_exception_is_needed(result: Result) -> None:
    covered = [point for point in result.points if point.excepted]
    for each in excepted():
        for mode in each.modes:
            hits = [
                point
                for point in covered
                if point.entry.mode == mode and each.covers(point.entry.command, mode, point.measure, point.line)
            ]
            assert hits, f"nothing needs the exception of {each.entry!r} ({each.measure}) in {mode}"
            assert each.reason


def test_every_rewritten_entry_exists() -> None:
    known = {(entry.command, entry.mode) for entry in entries()}
    assert rewritten().keys() <= known
