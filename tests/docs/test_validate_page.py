"""The page of `iossim validate`, and the part of the README about it, show what the program really prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.tutorial_files import CHECKING
from docs.validate_page import DOCS, FILES, TEMPLATE, page
from iossim import release
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


def test_the_version_on_the_page_is_the_one_of_the_checkout(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "version", lambda: "0.0.1")  # what an environment that was made before a release says
    assert page() == text


def test_the_tutorial_about_checking_comes_out_as_it_is_told() -> None:
    text = page(DOCS / "tutorials" / "checking.template.md", CHECKING)
    assert (DOCS / "tutorials" / "checking.md").read_text(encoding="utf-8") == text
    outputs = re.findall(r"^\$ iossim validate configs; echo \$\?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert [output.splitlines()[-1] for output in outputs] == ["1", "0", "1", "0"]
    assert "error[out-of-range]" in outputs[0]
    assert "warning[ephone-without-button]" in outputs[1]
    assert "0 errors, 0 warnings" in outputs[3]
    assert re.search(r"--baseline known.json configs; echo \$\?\n2 files, .* 0 errors, 0 warnings.*\n.*\n0\n```", text)


@pytest.mark.parametrize("name", ["ci", "scale"])
def test_a_page_with_outputs_is_what_its_template_makes(name: str) -> None:
    text = page(DOCS / f"{name}.template.md")
    assert (DOCS / f"{name}.md").read_text(encoding="utf-8") == text
    assert not re.search(r"^(iossim: |usage: |Traceback|NOT EQUAL)|<!-- (run|file|recorded)", text, re.MULTILINE)


def test_the_readme_shows_a_finding_as_it_is_printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```text\n((?:warning|error)\[.*?)^```", readme, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(PROJECT)
    main(["validate", "sample-configs/faulty/small-office.cfg"])
    assert shown in capsys.readouterr().out


def test_the_page_of_diagnostics_has_every_code_that_is_no_rule() -> None:
    rows = re.findall(r"^\| (`.*?) \|", (PROJECT / "docs" / "diagnostics.md").read_text(encoding="utf-8"), re.MULTILINE)
    listed = set(re.findall(r"`([a-z-]+)`", "".join(rows)))
    assert listed == {name for name, code in codes().items() if not code.is_rule}
