"""The rules as a whole: names, severities, and the columns of their diagnostics. The cases of each: test_rule_cases.py."""

from __future__ import annotations

import pytest

from iossim.validate import check_text
from iossim.validate.rules import rules

ROOM = "telephony-service\n max-ephones 5\n max-dn 5\n"


def test_the_names_of_rules() -> None:
    names = [rule.name for rule in rules()]
    assert names == sorted(set(names))
    assert all(name == name.lower().replace("_", "-") for name in names)


@pytest.mark.parametrize(
    ("line", "span"),
    [
        (" ephone-template 3", (18, 19)),
        ("   ephone-template   3 ", (22, 23)),
        (" paging-dn 4", (12, 13)),
    ],
)
def test_a_word_is_shown_at_its_columns(line: str, span: tuple[int, int]) -> None:
    found = [item for item in check_text("a.cfg", f"{ROOM}ephone 1\n{line}\n") if item.code == "undefined-reference"]
    assert [(item.line, item.column, item.end_column) for item in found] == [(5, *span)]


def test_words_of_a_line_with_several_entries_are_shown_at_their_own_columns() -> None:
    text = ROOM + "ephone-dn 1\nephone-dn 2\nephone 1\n mac-address 1.2.3\n   button  1:1  2:9\n"
    diagnostics = [item for item in check_text("a.cfg", text) if item.code == "refused"]
    assert [(item.line, item.column, item.end_column) for item in diagnostics] == [(8, 17, 20)]


def test_a_tag_above_the_maximum() -> None:
    for text, line in (("telephony-service\n max-dn 3\nephone-dn 4\n", 3), ("ephone-dn 4\ntelephony-service\n max-dn 3\n", None)):
        found = [item for item in check_text("a.cfg", text) if item.severity in ("error", "warning") and "max-dn" in item.message]
        assert found
        assert line is None or [item.line for item in found] == [line]


def test_a_missing_command_is_named_by_its_words() -> None:
    found = [item.message for item in check_text("a.cfg", "version 15.7\naaa authentication login default local\nend\n")]
    assert "aaa new-model is missing in this section" in found
