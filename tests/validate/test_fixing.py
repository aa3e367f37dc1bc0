"""Corrections: which are applied, what is shown before, and that a file is written as it was but for them."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from iossim.cli import main
from iossim.config import Configuration
from iossim.files.fixes import Edit, Fix
from iossim.validate import Diagnostic, Settings, Target, checking, codes
from iossim.validate import rules as rules_module
from iossim.validate.checking import CheckedFile, check_content, lines_of
from iossim.validate.facts import Facts
from iossim.validate.fixing import difference, edited, fix_lines, is_safe
from iossim.validate.rules.base import ValidationRule, Violation

OFFICE = "hostname a\ntelephony-service\n max-ephones 5\n max-ephones 6\nephone-dn 1\n number 1001\nend\n"


def _with(text: str, *edits: Edit) -> CheckedFile:
    """A file with a finding that the edits correct."""
    fix = Fix("do it", edits)
    return CheckedFile("a.cfg", lines_of(text), [Diagnostic("a.cfg", 1, 1, 2, "warning", "refused", "m", "x", fix)])


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([Edit(2, 2)], ["a", "c"]),
        ([Edit(2, 1, ("x", "y"))], ["a", "x", "y", "b", "c"]),
        ([Edit(1, 3, ("x",))], ["x"]),
        ([Edit(3, 3), Edit(1, 1, ("x", "y"))], ["x", "y", "b"]),
        ([Edit(4, 3, ("x",))], ["a", "b", "c", "x"]),
    ],
)
def test_edits_replace_lines(edits: list[Edit], expected: list[str]) -> None:
    assert edited(["a", "b", "c"], edits) == expected


@pytest.mark.parametrize(
    ("edits", "safe"),
    [
        ([Edit(3, 3)], True),  # overwritten later: the configuration is equal
        ([Edit(4, 4)], False),  # now the value before counts, and no line of the fix says so
        ([Edit(3, 4, (" max-ephones 6",))], True),
        ([Edit(6, 6)], True),  # differs in the line that is removed
        ([Edit(5, 5)], False),  # without its header, the number stands elsewhere
        ([Edit(7, 6, (" name Ann",))], True),
        ([Edit(7, 6, (" naem Ann",))], False),  # an error more
        ([Edit(7, 6, ("ip http server",))], True),
        ([Edit(1, 1)], True),
        ([Edit(5, 4, (" create cnf-files",))], True),  # the router completes the line
    ],
)
def test_a_fix_may_change_what_it_says_and_nothing_else(edits: list[Edit], safe: bool) -> None:
    before = lines_of(OFFICE)
    assert is_safe("a.cfg", before, edited(before, edits), edits, Settings()) is safe


def test_an_unsafe_fix_is_not_applied() -> None:
    fixed = fix_lines(_with(OFFICE, Edit(5, 5)), Settings())
    assert (fixed.lines, fixed.applied, len(fixed.refused)) == (lines_of(OFFICE), [], 1)


def test_of_two_fixes_the_safe_one_is_applied() -> None:
    unsafe, safe = (_with(OFFICE, edit).diagnostics[0] for edit in (Edit(5, 5), Edit(3, 3)))
    fixed = fix_lines(CheckedFile("a.cfg", lines_of(OFFICE), [unsafe, safe]), Settings())
    assert fixed.applied == [safe]
    assert fixed.lines == [line for line in lines_of(OFFICE) if line != " max-ephones 5"]


def test_a_diff_shows_no_secret() -> None:
    before = ["telephony-service", " xml user ann password s3cr3tw0rd 15", " max-dn 5"]
    lines = difference("a.cfg", before, before[:2])
    assert lines[:2] == ["--- a.cfg", "+++ a.cfg"]
    assert "  xml user ann password ****** 15" in lines
    assert "- max-dn 5" in lines


class SmallMaximum(ValidationRule):
    """A rule of this test: `max-dn 1` is too small, and 9 is better."""

    name = "max-dn-of-one"

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        section = configuration.section("telephony_service")
        command = section.get("max_dn") if section is not None else None
        if command is not None and command.words[1] == "1":
            yield Violation(command, "is small", fix=Fix("make it 9", (Edit(command.line, command.line, (" max-dn 9",)),)))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a finding that has a fix; the rule is the only one."""
    rule = SmallMaximum()
    for module in (checking, codes):
        monkeypatch.setattr(module, "rules", lambda: (rule,))
    path = tmp_path / "a.cfg"
    path.write_text("hostname a\ntelephony-service\n max-dn 1\nend\n")
    path.chmod(0o640)
    monkeypatch.chdir(tmp_path)
    return path


def test_a_file_is_corrected_after_the_diff_is_shown(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--fix", "a.cfg"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("--- a.cfg\n+++ a.cfg\n@@ ")
    assert "- max-dn 1\n+ max-dn 9\n" in out
    assert out.endswith("1 file, 4 lines: 0 errors, 0 warnings, 0 lines kept verbatim\n")
    assert file.read_text() == "hostname a\ntelephony-service\n max-dn 9\nend\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_diff_shows_it_and_writes_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    assert main(["validate", "--diff", "a.cfg"]) == 0
    out = capsys.readouterr().out
    assert "+ max-dn 9\n" in out
    assert "warning[max-dn-of-one]" in out
    assert "1 finding can be corrected with `--fix`" in out
    assert file.read_bytes() == before


def test_a_document_for_a_program_is_not_mixed_with_a_diff(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for options in (["--format", "json"], ["--output-file", "out.txt"]):
        main(["validate", "--diff", *options, "a.cfg"])
        shown = capsys.readouterr()
        assert "+++ a.cfg" in shown.err
        assert "+++ a.cfg" not in shown.out
    assert "+++" not in Path("out.txt").read_text()


def test_a_known_finding_is_not_corrected(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    main(["validate", "--write-baseline", "known.json", "a.cfg"])
    assert main(["validate", "--fix", "--baseline", "known.json", "a.cfg"]) == 0
    assert "+++" not in capsys.readouterr().out
    assert file.read_bytes() == before


def test_an_allowed_or_ignored_finding_is_not_corrected(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text, options in (
        ("telephony-service\n max-dn 1 ! iossim: allow max-dn-of-one it is enough\nend\n", []),
        ("telephony-service\n max-dn 1\nend\n", ["--ignore", "max-dn-of-one"]),
    ):
        file.write_text(text)
        assert main(["validate", "--fix", *options, "a.cfg"]) == 0
        assert file.read_text() == text
    assert "+++" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfhostname a\r\ntelephony-service\r\n max-dn 1\r\nend", b"telephony-service\r\n max-dn 1\r\n"]
)
def test_encoding_and_line_ends_stay(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    main(["validate", "--fix", "a.cfg"])
    assert file.read_bytes() == data.replace(b"max-dn 1", b"max-dn 9")


def test_a_file_in_another_encoding_is_left_alone(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(b"hostname a\n! K\xfcche\ntelephony-service\n max-dn 1\nend\n")
    assert main(["validate", "--fix", "a.cfg"]) == 2
    assert "only files in UTF-8 are written" in capsys.readouterr().err


def test_standard_input_is_shown_and_not_written(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(file.read_bytes())))
    assert main(["validate", "--fix", "--stdin-filename", "b.cfg", "-"]) == 0
    assert "+++ b.cfg" in capsys.readouterr().out
    assert not Path("b.cfg").exists()


def test_rules_of_the_package_are_untouched() -> None:
    assert "max-dn-of-one" not in {rule.name for rule in rules_module.rules()}
    assert check_content("a.cfg", OFFICE, Settings()).lines == lines_of(OFFICE)
