"""The page of `iossim validate`, and the part of the README about it, show what the program really prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.validate_page import FILES, TEMPLATE, page
from iossim.cli import main
from iossim.validate.codes import codes
from iossim.validate.output import FORMATS

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def text() -> str:
    return page()


def test_the_page_shows_every_format(text: str) -> None:
    for name in FORMATS:
        assert f"--format {name} " in text or name == "full"


def test_no_command_of_the_page_failed(text: str) -> None:
    assert not re.search(r"^(iossim: |usage: |Traceback)", text, re.MULTILINE)
    assert "<!-- run" not in text
    assert "<!-- file" not in text


def test_every_file_of_the_page_is_shown(text: str) -> None:
    assert all(content in text for content in FILES.values())
    assert len(re.findall(r"<!-- file: ", TEMPLATE.read_text())) == len(FILES)


def test_the_page_is_the_same_each_time(text: str) -> None:
    assert page() == text


def test_the_readme_shows_a_finding_as_it_is_printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```text\n((?:warning|error)\[.*?)^```", readme, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(PROJECT)
    main(["validate", "sample-configs/faulty/small-office.cfg"])
    assert shown in capsys.readouterr().out


def test_the_page_of_diagnostics_has_every_code_that_is_no_rule() -> None:
    listed = set(
        re.findall(
            r"`([a-z-]+)`", "".join(re.findall(r"^\| (`.*?) \|", (PROJECT / "docs" / "diagnostics.md").read_text(), re.MULTILINE))
        )
    )
    assert listed == {name for name, code in codes().items() if not code.is_rule}
