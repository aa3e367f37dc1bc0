"""`--cme-version` and `--platform` of iossim validate and of the routers."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim import Diagnostic, Router, validate
from iossim.cli import main
from iossim.versions import NEWEST

CONFIGURATION = """version 15.1
telephony-service
 max-ephones 40
 max-dn 40
 log password secretword
 fac standard
ephone-dn 1
 number 1001
ephone 1
 mac-address 0001.0001.0001
 keypad-normalize
 button 1:1
end
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "old.cfg"
    path.write_text(CONFIGURATION, encoding="utf-8")
    return path


CODES = ("later-command", "removed-command")


def _found(diagnostics: list[Diagnostic], *codes: str) -> list[tuple[int, str, str]]:
    return [(each.line, each.severity, each.code) for each in diagnostics if each.code in (codes or CODES)]


def test_without_a_version_the_newest_counts(file: Path) -> None:
    assert _found(validate(file)) == [(5, "warning", "removed-command")]
    file.write_text("telephony-service\n dn-webedit\nend\n", encoding="utf-8")
    assert _found(validate(file)) == [(2, "info", "removed-command")]


def test_commands_that_came_later(file: Path) -> None:
    found = validate(file, cme_version="3.2")
    assert _found(found) == [(6, "warning", "later-command"), (11, "warning", "later-command")]
    assert [each.message for each in found if each.code in CODES] == [
        "fac standard came with Unified CME 4.0",
        "keypad-normalize came with Unified CME 4.0",
    ]


@pytest.mark.parametrize("version", ["4.0", "4.2(1)", "8.6", NEWEST])
def test_commands_that_were_removed(file: Path, version: str) -> None:
    found = validate(file, cme_version=version)
    assert _found(found) == [(5, "warning", "removed-command")]
    removed = next(each for each in found if each.code == "removed-command")
    refused = version == NEWEST
    expected = "is refused from Unified CME 12.6 on" if refused else "was removed with Unified CME 4.0"
    assert removed.message == f"log password {expected}"
    assert "secretword" not in str(removed) + removed.text


def test_a_line_that_is_several_entries_is_reported_once(tmp_path: Path) -> None:
    path = tmp_path / "buttons.cfg"
    path.write_text(CONFIGURATION.replace("button 1:1", "button 1:1 2:1 3:1"), encoding="utf-8")
    found = validate(path, cme_version="0.9")
    assert [each.line for each in found if each.code in CODES].count(12) == 1


def test_a_removed_command_in_its_negative_form(tmp_path: Path) -> None:
    path = tmp_path / "no.cfg"
    path.write_text("telephony-service\n no fac standard\nend\n", encoding="utf-8")
    assert _found(validate(path, cme_version="3.0")) == []


def test_a_platform_that_is_too_small(file: Path) -> None:
    found = validate(file, platform="2901")
    assert _found(found, "refused") == [(3, "error", "refused")]
    assert validate(file, platform="3845", cme_version="14.0") == validate(file, cme_version="14.0")


@pytest.mark.parametrize("options", [{"cme_version": "new"}, {"platform": "9999"}])
def test_a_version_or_platform_that_does_not_exist(file: Path, options: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"is no version|unknown platform"):
        validate(file, **options)
    with pytest.raises(ValueError, match=r"is no version|unknown platform"):
        Router(**options)  # type: ignore[arg-type]  # options are passed by name


def test_the_command_line_warns_and_still_ends_well(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--cme-version", "3.2", str(file)]) == 0
    out = capsys.readouterr().out
    assert f"{file}:6:2: warning: later-command fac standard came with Unified CME 4.0\n" in out
    assert main(["validate", "--platform", "CISCO2901/K9", str(file)]) == 1
    assert "is out of range: a 2901 takes up to 35" in capsys.readouterr().out


@pytest.mark.parametrize(("option", "value"), [("--cme-version", "new"), ("--platform", "9999")])
def test_the_command_line_refuses_what_it_does_not_know(
    file: Path, option: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["validate", option, value, str(file)])
    assert f"error: argument {option}: " in capsys.readouterr().err


def test_the_router_of_the_shell_has_version_and_platform(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "script.txt"
    script.write_text("enable\nconfigure terminal\ntelephony-service\nmax-ephones ?\n", encoding="utf-8")
    assert main(["shell", "--platform", "2811", "--cme-version", "8.6", "--script", str(script), str(file)]) == 0
    assert "  <1-42>  " in capsys.readouterr().out


def test_a_router_is_of_the_newest_version_where_no_other_is_asked_for() -> None:
    assert Router().cme_version == NEWEST
    assert Router(cme_version="4.2(1)").cme_version == "4.2(1)"
    assert Router.from_text("hostname A\n", cme_version="8.6").cme_version == "8.6"
