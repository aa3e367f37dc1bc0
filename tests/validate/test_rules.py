"""The rules that look at a whole configuration: each with a configuration that has the fault, and one that has it no more."""

from __future__ import annotations

import pytest

from iossim.config import Configuration
from iossim.validate import check_text
from iossim.validate.rules import rules
from iossim.validate.rules.base import ValidationRule
from iossim.validate.target import Target

ROOM = "telephony-service\n max-ephones 5\n max-dn 5\n"

#: Code of the diagnostic, a configuration, line and columns of the fault, a part of the message.
FAULTY = [
    ("undefined-reference", ROOM + "ephone 1\n ephone-template 3\n mac-address 1.2.3\nephone-dn 1\n", (5, 18, 19),
     "ephone-template 3 is not configured"),
    ("undefined-reference", ROOM + "ephone-dn 1\n loopback-dn 4\n", (5, 14, 15), "ephone-dn 4 is not configured"),
    ("missing-maximum", "ephone-dn 1\n number 5001\n", (1, 1, 12), "max-dn is not set"),
    ("missing-maximum", "ephone 1\n mac-address 1.2.3\n", (1, 1, 9), "max-ephones is not set"),
    ("missing-maximum", "telephony-service\n max-dn 1\nephone 1\n", (3, 1, 9), "max-ephones is not set"),
    ("missing-maximum", "voice register global\nvoice register pool 1\n", (2, 1, 22), "max-pool is not set"),
    ("maximum-below-use", "telephony-service\n max-ephones 2\nephone 7\nephone 900\nephone 8\n", (5, 1, 9), "max-ephones is 2"),
    ("maximum-below-use", "ephone-dn 3\ntelephony-service\n max-dn 2\n", (1, 1, 12), "max-dn is 2"),
    ("ephone-without-button", ROOM + "ephone 1\n mac-address 1.2.3\n", (4, 1, 9), "ephone 1 has a mac-address and no button"),
    ("encrypted-password", "telephony-service\n xml user a password 6 b 15\n", (2, 22, 23), "password of xml user a is encrypted"),
]  # fmt: skip

SOUND = [
    ("undefined-reference", ROOM + "ephone-template 3\nephone 1\n ephone-template 3\n"),
    ("undefined-reference", ROOM + "ephone 1\n no ephone-template 3\n"),
    ("missing-maximum", ROOM + "ephone-dn 1\nephone 1\n"),
    ("missing-maximum", "hostname a\n"),
    ("maximum-below-use", "telephony-service\n max-ephones 2\nephone 7\nephone 900\n"),
    ("maximum-below-use", "telephony-service\n max-dn 2\nephone-dn 2\nephone-dn 1\n"),
    ("ephone-without-button", ROOM + "ephone-dn 1\nephone 1\n mac-address 1.2.3\n button 1:1\n"),
    ("ephone-without-button", ROOM + "ephone 1\n type 7960\n"),
    ("encrypted-password", "telephony-service\n xml user a password 0 6 15\n xml user 6 password b 6\n"),
    ("encrypted-password", "telephony-service\n xml user a password 6 b 15\n no xml user a\n"),
]


def _found(text: str, code: str) -> list[tuple[int, int, int, str]]:
    return [
        (each.line, each.column, each.end_column, each.message) for each in check_text("a.cfg", text + "end\n") if each.code == code
    ]


@pytest.mark.parametrize(("code", "text", "place", "message"), FAULTY)
def test_a_fault_is_found_where_it_stands(code: str, text: str, place: tuple[int, int, int], message: str) -> None:
    found = _found(text, code)
    assert [each[:3] for each in found] == [place]
    assert message in found[0][3]


@pytest.mark.parametrize(("code", "text"), SOUND)
def test_without_the_fault_the_rule_is_silent(code: str, text: str) -> None:
    assert _found(text, code) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("ephone 1\n mac-address 1.2.3\n", "info"),
        ("telephony-service\nephone 1\n mac-address 1.2.3\n", "warning"),
        ("voice register pool 1\n", "info"),
        ("voice register global\nvoice register pool 1\n", "warning"),
        ("telephony-service\n max-ephones 1\nvoice register dn 1\n", "info"),
    ],
)
def test_an_excerpt_without_the_section_of_the_maximum_gets_an_info(text: str, severity: str) -> None:
    assert [found.severity for found in check_text("a.cfg", text + "end\n") if found.code == "missing-maximum"] == [severity]


def test_a_value_that_two_phones_have() -> None:
    text = ROOM + "ephone 1\n mac-address 1.2.3\nephone 2\n mac-address 0001.0002.0003\n"
    diagnostics = [each for each in check_text("a.cfg", text) if each.code == "duplicate-value"]
    assert [each.line for each in diagnostics] == [7]
    assert "0001.0002.0003" in diagnostics[0].message
    assert _found(text.replace("0001.0002.0003", "1.2.4"), "duplicate-value") == []


def test_a_tag_above_the_maximum() -> None:
    for text, line in (("telephony-service\n max-dn 3\nephone-dn 4\n", 3), ("ephone-dn 4\ntelephony-service\n max-dn 3\n", None)):
        found = [each for each in check_text("a.cfg", text) if each.severity in ("error", "warning") and "max-dn" in each.message]
        assert found
        assert line is None or [each.line for each in found] == [line]


def test_words_of_a_negated_or_joined_line_are_told_by_their_own_column() -> None:
    text = ROOM + "ephone-dn 1\nephone-dn 2\nephone 1\n mac-address 1.2.3\n   button  1:1  2:9\n"
    diagnostics = [each for each in check_text("a.cfg", text) if each.code == "refused"]
    assert [(each.line, each.column, each.end_column) for each in diagnostics] == [(8, 17, 20)]


def test_every_rule_says_what_is_wrong_and_has_a_name_of_its_own() -> None:
    found = rules()
    assert len(found) >= 4
    assert len({rule.name for rule in found}) == len(found)
    for rule in found:
        assert rule.name == rule.name.lower().replace("_", "-")
        assert rule.severity in ("error", "warning", "info")
        assert len((type(rule).__doc__ or "").strip().split("\n\n")) == 2, rule.name


def test_a_rule_without_a_name_is_refused() -> None:
    with pytest.raises(TypeError, match="validation rule Nameless has no name"):
        type("Nameless", (ValidationRule,), {})


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_finds_nothing_where_there_is_nothing(rule: ValidationRule) -> None:
    assert list(rule.check(Configuration(), Target())) == []
