"""The generator of the pages: what it draws, what it replaces, and that --check sees every difference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docs import generate
from iossim.language import Mode, language
from iossim.validate.rules import rules

PAGES = Path(generate.__file__).parent


@pytest.fixture(scope="module")
def drawn() -> dict[str, list[str]]:
    """The page of every mode."""
    return {mode.name: list(generate.mode_page(mode)) for mode in language().modes()}


@pytest.fixture(scope="module")
def index() -> list[str]:
    """The list of the modes."""
    return list(generate.index_page())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drawn: dict[str, list[str]], index: list[str]) -> Path:
    """A docs folder with nothing in it but the hand-written page; the pages that go into it are drawn once for all tests."""

    def draw(mode: Mode) -> Iterator[str]:
        return iter(drawn[mode.name])

    docs = tmp_path / "docs"
    docs.mkdir()
    begin, end = generate.MARKS
    (docs / "fidelity.md").write_text(f"By hand.\n{begin}\nold\n{end}\nBy hand, too.\n", encoding="utf-8")
    monkeypatch.setattr(generate, "DOCS", docs)
    monkeypatch.setattr(generate, "generated", lambda: iter(["counted"]))
    monkeypatch.setattr(generate, "mode_page", draw)
    monkeypatch.setattr(generate, "index_page", lambda: iter(index))
    return docs


def test_it_writes_every_page_and_then_finds_nothing_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["--check"]) == 1
    assert not (folder / "cli.md").exists()
    assert generate.main([]) == 0
    names = {path.stem for path in (folder / "commands").iterdir()} - {"README"}
    assert names == {name.replace("_", "-") for name in language().mode_names}
    assert {path.stem for path in (folder / "rules").iterdir()} == {"README", *(rule.name for rule in rules())}
    capsys.readouterr()
    assert generate.main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_what_is_written_by_hand_stays(folder: Path) -> None:
    generate.main([])
    begin, end = generate.MARKS
    assert (folder / "fidelity.md").read_text(encoding="utf-8") == f"By hand.\n{begin}\n\ncounted\n\n{end}\nBy hand, too.\n"


def test_a_page_without_the_marks_is_not_touched(folder: Path) -> None:
    (folder / "fidelity.md").write_text("By hand.\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"must hold the lines"):
        generate.main([])
    assert (folder / "fidelity.md").read_text(encoding="utf-8") == "By hand.\n"


def test_a_changed_page_and_one_too_many_are_out_of_date(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    generate.main([])
    (folder / "commands" / "ephone.md").write_text("changed\n", encoding="utf-8")
    (folder / "commands" / "gone.md").write_text("a mode that is gone\n", encoding="utf-8")
    capsys.readouterr()
    assert generate.main(["--check"]) == 1
    assert capsys.readouterr().out == "out of date: docs/commands/ephone.md\nout of date: docs/commands/gone.md\n"
    generate.main([])
    assert not (folder / "commands" / "gone.md").exists()
    assert generate.main(["--check"]) == 0


def test_the_page_of_a_mode(drawn: dict[str, list[str]]) -> None:
    page = "\n".join(drawn["ephone"])
    assert "# ephone\n" in page
    assert "Prompt `Router(config-ephone)#`." in page
    assert "Entered from [global](global.md) by\n\n```text\nephone <1-platform-ephones>\n```" in page
    assert "## button\n\n```text\nbutton LINE...\n```" in page
    assert "refused where there is none: `invalid input dn parameter for button {BUTTON}`." in page


def test_a_long_list_is_named_and_listed_below(drawn: dict[str, list[str]]) -> None:
    page = "\n".join(drawn["ephone"])
    syntax = page[page.index("## type\n") :].split("```")[1]
    assert syntax.startswith("text\ntype PHONE-TYPE [addon 1 ")
    assert "\nPHONE-TYPE: 12SP | 6901 | " in syntax
    assert max(map(len, syntax.splitlines())) <= generate.WIDTH


def test_bars_in_a_table_are_escaped(drawn: dict[str, list[str]]) -> None:
    rows = [line for page in drawn.values() for line in page if line.startswith("| `")]
    assert rows
    assert all(row.replace("\\|", "").count("|") == 3 for row in rows)


def test_the_command_line_page_has_every_command() -> None:
    page = "\n".join(generate.cli_page())
    for command in ("shell", "serve", "validate", "request", "grammar", "grammar list"):
        assert f"\n## iossim {command}\n\n```text\nusage: iossim {command}" in page


def test_the_coverage_adds_up() -> None:
    # Of the page that is there: to measure it again takes seconds, and is what `docs/generate.py --check` does.
    lines = (PAGES / "fidelity.md").read_text(encoding="utf-8").partition(generate.MARKS[0])[2].splitlines()
    rows = [line.strip("| ").split(" | ") for line in lines if line.startswith(("| [", "| **all**"))]
    numbers = [[int(cell.strip() or 0) for cell in row[1:]] + [0] * (8 - len(row)) for row in rows]
    assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == numbers[-1]
    assert all(row[0] == row[1] + row[2] for row in numbers)
    assert len(rows) == len(language().mode_names) + 1
