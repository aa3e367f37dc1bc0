"""The diagnostics after an edit, without a new check of the whole document: they are those that the new check gives."""

from __future__ import annotations

import random

import pytest

from iossim.language import language
from iossim.lsp.checks import Checked, check_whole, codes_of_lines, fixed, present
from iossim.lsp.outline import Outline
from iossim.samples import sample_names, sample_path
from iossim.validate.settings import Settings

SETTINGS = Settings()
#: Wrong lines that are put in.
WRONG = (" nubmer 1", "ephoen-dn 5", " max-dn 999999", " preference 77")


def shown(diagnostics: object) -> list[tuple[int, str, int, str]]:
    assert isinstance(diagnostics, list)
    return [(each.line, each.code, each.column, each.message) for each in diagnostics if each.code in codes_of_lines()]


@pytest.mark.parametrize("sample", sample_names()[::4])
def test_an_edit_in_a_sample(sample: str) -> None:
    chance = random.Random(sample)
    raw = sample_path(sample).read_text(encoding="utf-8").split("\n")[:300]
    for _ in range(6):
        checked = Checked(raw, check_whole("a.cfg", "\n".join(raw), SETTINGS))
        outline = Outline(language(), raw)
        at = chance.randrange(3, len(raw))
        edited = [*raw[:at], chance.choice(WRONG), *raw[at + chance.randrange(2) :]]
        outline.update(edited)
        now = present("a.cfg", outline, SETTINGS, checked)
        assert now is not None
        assert shown(now) == shown(check_whole("a.cfg", "\n".join(edited), SETTINGS)), (at, edited[at])
        raw = edited


def test_a_rule_keeps_its_finding_on_its_line_until_the_whole_is_checked() -> None:
    raw = ["version 15.7", "telephony-service", " max-dn 5", " max-dn 10", "end", ""]
    checked = Checked(raw, check_whole("a.cfg", "\n".join(raw), SETTINGS))
    edited = ["version 15.7", "hostname X", "!", *raw[1:]]
    outline = Outline(language(), edited)
    now = present("a.cfg", outline, SETTINGS, checked)
    assert now is not None
    (finding,) = [each for each in now if each.code == "overwritten-line"]
    assert finding.line == 5
    assert finding.fix is not None
    assert [(edit.first, edit.last) for edit in finding.fix.edits] == [(5, 5)]
    gone = present("a.cfg", Outline(language(), [*raw[:2], *raw[3:]]), SETTINGS, checked)
    assert gone is not None
    assert [each.code for each in gone if each.code == "overwritten-line"] == []


def test_what_has_not_changed_is_not_checked_again() -> None:
    raw = ["ephone-dn  1", " nubmer 1"]
    checked = Checked(raw, check_whole("a.cfg", "\n".join(raw), SETTINGS))
    assert present("a.cfg", Outline(language(), raw), SETTINGS, checked) == checked.diagnostics


def test_a_long_part_waits_for_the_check_of_the_whole() -> None:
    raw = ["hostname X"]
    edited = [*raw, *(f"ephone-dn  {tag}" for tag in range(1, 2000))]
    checked = Checked(raw, check_whole("a.cfg", "\n".join(raw), SETTINGS))
    assert present("a.cfg", Outline(language(), edited), SETTINGS, checked) is None


def test_a_code_that_is_not_reported_stays_away_after_an_edit() -> None:
    settings = Settings(ignore=("unknown-command",))
    raw = ["ephone-dn  1", " number 1"]
    checked = Checked(raw, check_whole("a.cfg", "\n".join(raw), settings))
    now = present("a.cfg", Outline(language(), [raw[0], " nubmer 1"]), settings, checked)
    assert now is not None
    assert [each.code for each in now if each.code == "unknown-command"] == []


def test_fixes() -> None:
    text = "version 15.7\ntelephony-service\n max-dn 5\n max-dn 10\n max-ephones 5\n max-ephones 6\nend\n"
    assert fixed("a.cfg", text, SETTINGS) == text.replace(" max-dn 5\n", "").replace(" max-ephones 5\n", "")
    assert fixed("a.cfg", text, SETTINGS, ("overwritten-line", 5)) == text.replace(" max-ephones 5\n", "")
    assert fixed("a.cfg", text, SETTINGS, ("overwritten-line", 4)) is None
    assert fixed("a.cfg", text, SETTINGS, ("no-such-code", 5)) is None
    assert fixed("a.cfg", "hostname X", SETTINGS) is None
