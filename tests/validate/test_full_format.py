"""The format for people: the line at fault, carets under the words, the remedy, colours, and no secret."""

from __future__ import annotations

import io

import pytest

from iossim.files.fixes import Edit, Fix
from iossim.validate import Diagnostic, check_text
from iossim.validate.checking import CheckedFile, lines_of
from iossim.validate.command import coloured
from iossim.validate.output.full import header_of, shown_line, split_message
from iossim.validate.output.writer import Style
from tests.validate.support import of_reading, written

WRONG = "telephony-service\n max-redirect 21\nend\n"


def checked(text: str) -> CheckedFile:
    return CheckedFile("a.cfg", lines_of(text), of_reading(check_text("a.cfg", text)))


def test_a_diagnostic_is_shown_as_ruff_shows_it() -> None:
    assert (
        written("full", checked(WRONG))
        == """\
error[out-of-range]: `21` is out of range
 --> a.cfg:2:15
  |
1 | telephony-service
2 |  max-redirect 21
  |               ^^
  |
help: expected <5-20>

1 file, 3 lines: 1 error, 0 warnings, 0 lines kept verbatim
"""
    )


def test_the_header_of_the_section_is_shown() -> None:
    text = "hostname a\nusername ann password s3cr3tw0rd\ntelephony-service\n max-dn 5\n!\n! comment\n max-redirect 21\nend\n"
    assert """\
  |
3 | telephony-service
  | …
7 |  max-redirect 21
  |               ^^
""" in written("full", checked(text))
    assert [header_of(lines_of(text), number) for number in range(1, 9)] == [0, 0, 0, 3, 0, 0, 3, 0]
    assert header_of([" a", " b"], 2) == 0
    assert header_of(["a", " b", "  c"], 3) == 2


def test_a_header_has_no_secret_either() -> None:
    text = "username ann password s3cr3tw0rd\n max-redirect\nend\n"
    diagnostic = Diagnostic("a.cfg", 2, 2, 14, "error", "refused", "m", "max-redirect")
    out = written("full", CheckedFile("a.cfg", lines_of(text), [diagnostic]))
    assert "1 | username ann password ******\n2 |  max-redirect\n" in out


def test_the_nearest_name_stands_on_a_line_of_its_own() -> None:
    lines = written("full", checked("ephone 1\n bouton 1:1\nend\n")).splitlines()
    assert lines[0] == "error[unknown-command]: `bouton` is no command of ephone"
    assert "help: did you mean `button`?" in lines


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("is wrong", ("is wrong", "")),
        ("is wrong; did you mean `a`? (kept as it is)", ("is wrong", "did you mean `a`? (kept as it is)")),
        ("is wrong; expected <1-2>", ("is wrong", "expected <1-2>")),
        ("has no end; the lines after it are read", ("has no end; the lines after it are read", "")),
    ],
)
def test_a_message_is_split_before_its_remedy(message: str, parts: tuple[str, str]) -> None:
    assert split_message(message) == parts


def _place(raw: str, column: int, end: int, text: str) -> tuple[str, str]:
    shown = shown_line(Diagnostic("a.cfg", 1, column, end, "error", "refused", "m", text), raw)
    assert shown is not None
    line, start, length = shown
    return line, line[start : start + length]


@pytest.mark.parametrize(
    ("raw", "column", "end", "text", "line", "marked"),
    [
        (" a bb ccc", 4, 6, "a bb ccc", " a bb ccc", "bb"),
        ("\ta bb", 4, 6, "a bb", " a bb", "bb"),
        ("R1(config)#a bb", 14, 16, "a bb", "        a bb", "bb"),
        ("user ann password s3cret xx", 26, 28, "user ann password ****** xx", "user ann password ****** xx", "xx"),
        ("user ann password s3cret xx", 19, 25, "user ann password ****** xx", "user ann password ****** xx", "******"),
        ("user ann password s3cret-is-long xx", 34, 36, "user ann password ****** xx", "user ann password ****** xx", "xx"),
        (
            "user ann password s xx",
            1,
            23,
            "user ann password ****** xx",
            "user ann password ****** xx",
            "user ann password ****** xx",
        ),
        ("copy ftp://a:pw@h/f xx", 6, 20, "copy ftp://a:******@h/f xx", "copy ftp://a:******@h/f xx", "ftp://a:******@h/f"),
    ],
)
def test_carets_stand_under_the_words_at_fault(raw: str, column: int, end: int, text: str, line: str, marked: str) -> None:
    assert _place(raw, column, end, text) == (line, marked)


def test_a_missing_word_is_marked_after_the_line() -> None:
    shown = shown_line(Diagnostic("a.cfg", 1, 10, 10, "error", "incomplete-command", "m", "ephone-dn"), "ephone-dn")
    assert shown == ("ephone-dn", 9, 1)


def test_of_a_long_line_the_part_around_the_fault_is_shown() -> None:
    raw = "a " * 500 + "wrong " + "b " * 500
    line, marked = _place(raw, 1001, 1006, raw.strip())
    assert marked == "wrong"
    assert len(line) < 200
    assert line.startswith("…")
    assert line.endswith("…")


def test_no_secret_is_shown() -> None:
    text = "telephony-service\n xml user ann password s3cr3tw0rd 99\nusername bob password 0 s3cr3tw0rd extra\nend\n"
    out = written("full", checked(text), Style(verbose=True))
    assert "xml user ann password" in out
    assert "s3cr3tw0rd" not in out


def test_a_fix_is_named() -> None:
    fix = Fix("remove the line", (Edit(1, 1),))
    out = written("full", CheckedFile("a.cfg", ["x"], [Diagnostic("a.cfg", 1, 1, 2, "warning", "refused", "m", "x", fix)]))
    assert "fix: remove the line\n" in out
    assert out.endswith("1 finding can be corrected with `--fix`\n")


def test_a_file_without_a_text_is_named_without_a_place() -> None:
    out = written("full", CheckedFile("a.cfg", [], [Diagnostic("a.cfg", 0, 1, 1, "error", "unreadable", "cannot be read")]))
    assert out.startswith("error[unreadable]: cannot be read\n --> a.cfg\n\n1 file")


def test_colours_surround_the_same_text() -> None:
    import re

    plain, marked = (written("full", checked(WRONG), Style(coloured=on)) for on in (False, True))
    assert "\x1b[1;31merror[out-of-range]\x1b[0m" in marked
    assert re.sub(r"\x1b\[[0-9;]*m", "", marked) == plain


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("out", "environment", "expected"),
    [
        (_Terminal(), {}, True),
        (_Terminal(), {"NO_COLOR": "1"}, False),
        (_Terminal(), {"NO_COLOR": ""}, True),
        (_Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
        (io.StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_a_terminal_has_colours_unless_somebody_does_not_want_them(
    out: io.StringIO, environment: dict[str, str], expected: bool
) -> None:
    assert coloured(out, environment) is expected
