"""Comments that allow findings, on a line or above it, and the findings about such comments."""

from __future__ import annotations

import pytest

from iossim.validate import Settings, validate
from iossim.validate.checking import check_content
from iossim.validate.codes import codes

HEADER = "telephony-service\n"


def _found(text: str, settings: Settings | None = None) -> list[tuple[int, int, str]]:
    """Line, column and code of the findings of the reader, about comments, and of the rule that a test is about."""
    others = {name for name, code in codes().items() if code.is_rule} - {"ephone-without-button"}
    found = validate("a.cfg", text=text, settings=settings)
    return [(each.line, each.column, each.code) for each in found if each.code not in others]


@pytest.mark.parametrize(
    "lines",
    [
        " max-redirect 21 ! iossim: allow out-of-range because of the lab\n",
        " ! iossim: allow out-of-range because of the lab\n max-redirect 21\n",
        "! iossim: allow out-of-range because of the lab\n max-redirect 21\n",
        " !iossim:allow out-of-range because of the lab\n max-redirect 21\n",
        " ! iossim: allow out-of-range because of the lab\n ! another comment\n\n max-redirect 21\n",
        " ! iossim: allow refused, out-of-range because of the lab\n max-redirect 21\n",
        " ! IOSSIM: ALLOW Out-Of-Range because of the lab\n max-redirect 21\n",
    ],
)
def test_an_error_is_allowed(lines: str) -> None:
    names = [code for _, _, code in _found(f"{HEADER}{lines}end\n")]
    assert "out-of-range" not in names
    assert names == (["unused-allow"] if "refused" in lines else [])


@pytest.mark.parametrize(
    "lines",
    [
        " max-redirect 21\n ! iossim: allow out-of-range because of the lab\n",
        " ! iossim: allow out-of-range because of the lab\n max-ephones 5\n max-redirect 21\n",
        " max-ephones 5 ! iossim: allow out-of-range because of the lab\n max-redirect 21\n",
        " ! iossim: allow refused because of the lab\n max-redirect 21\n",
    ],
)
def test_another_line_or_another_code_is_not_allowed(lines: str) -> None:
    names = [code for _, _, code in _found(f"{HEADER}{lines}end\n")]
    assert sorted(names) == ["out-of-range", "unused-allow"]


def test_one_comment_allows_all_findings_of_its_line() -> None:
    text = "hostname a\nephone-dn 1\n number 1 x y ! iossim: allow invalid-input a reason\n number 1 x y\nend\n"
    assert [line for line, _, code in _found(text) if code == "invalid-input"] == [4]


def test_a_rule_is_allowed_at_the_header_of_a_section() -> None:
    text = "telephony-service\n max-ephones 2\n! iossim: allow ephone-without-button it gets one later\nephone 1\n mac-address 1.2.3\nend\n"
    assert _found(text) == []
    assert [code for _, _, code in _found(text.replace("! iossim", "! other"))] == ["ephone-without-button"]


def test_a_comment_without_a_reason_is_reported_and_works() -> None:
    assert _found(f"{HEADER} max-redirect 21 ! iossim: allow out-of-range\nend\n") == [(2, 18, "allow-without-reason")]


def test_an_unknown_name_is_reported_at_the_name() -> None:
    text = f"{HEADER} ! iossim: allow out-of-rang a reason\n max-redirect 21\nend\n"
    found = [each for each in validate(text=text) if not codes()[each.code].is_rule]
    assert [(each.line, each.column, each.end_column, each.code) for each in found] == [
        (2, 18, 29, "unknown-allow"),
        (3, 15, 17, "out-of-range"),
    ]
    assert "did you mean `out-of-range`?" in found[0].message


def test_a_comment_without_a_name_is_reported() -> None:
    assert _found(f"{HEADER} ! iossim: allow\n max-ephones 5\nend\n") == [(2, 2, "unknown-allow")]


def test_what_is_not_checked_is_not_called_unused() -> None:
    text = f"{HEADER} ! iossim: allow out-of-range a reason\n max-ephones 5\nend\n"
    assert _found(text) == [(2, 18, "unused-allow")]
    assert _found(text, Settings(ignore=("out-of-range",))) == []
    assert _found(text, Settings(ignore=("unused-allow",))) == []


def test_other_comments_mean_nothing() -> None:
    assert _found(f"{HEADER} ! we allow out-of-range\n ! iossim allow x\n max-redirect 21\nend\n") == [(4, 15, "out-of-range")]


def test_the_number_of_allowed_findings_is_known() -> None:
    file = check_content("a.cfg", f"{HEADER} max-redirect 21 ! iossim: allow out-of-range why\nend\n", Settings())
    assert file.allowed == 1
    assert "out-of-range" not in {each.code for each in file.diagnostics}
