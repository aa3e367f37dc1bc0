"""Diagnostics: where they stand, in which order they come, and what files they are of."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from iossim import validate
from iossim.validate import Counts, check_text, run
from tests.validate.support import codes_of, of_reading

WRONG = "telephony-service\n max-redirect 21\nend\n"

#: A line below `telephony-service` or at the top, the column of the word at fault and the column behind it, the code.
PLACES = [
    ("ephone-dn 1\n number 6001 third", 14, 19, "invalid-input"),
    ("ephone-dn 1\n  no  number  6001   third ", 22, 27, "invalid-input"),
    ("ephone-dn", 10, 10, "incomplete-command"),
    ("ephone-dn 1 dual-lines", 13, 23, "invalid-input"),
    ("  ephone-dn   1   dual-lines  ", 19, 29, "invalid-input"),
    ("telephony-service\n max-redirect 21", 15, 17, "out-of-range"),
    ("telephony-service\n\tmax-redirect 21", 15, 17, "out-of-range"),
    ("telephony-service\n no max-redirect 21", 18, 20, "out-of-range"),
    ("telephony-service\n max-redirect many", 15, 19, "wrong-value"),
    ("ephone-dn 1\n number 12345678901234567", 9, 26, "too-long"),
    ("telephony-service\n max-dn 3\nephone-dn 4", 11, 12, "refused"),
    ("telephony-service\nephone 1\n button 1:1", None, None, "refused"),
]


@pytest.mark.parametrize(("text", "column", "end", "code"), PLACES)
def test_a_diagnostic_stands_under_the_word_at_fault(text: str, column: int | None, end: int | None, code: str) -> None:
    errors = [each for each in check_text("a.cfg", text + "\nend\n") if each.severity == "error"]
    assert [each.code for each in errors] == [code]
    (error,) = errors
    assert error.line == text.count("\n") + 1
    assert error.text == text.rsplit("\n", maxsplit=1)[-1].strip()
    if column is not None:
        assert (error.column, error.end_column) == (column, end)


def test_a_diagnostic_is_printed_as_compilers_do() -> None:
    (diagnostic,) = of_reading(check_text("folder/a.cfg", WRONG))
    assert str(diagnostic) == f"folder/a.cfg:2:15: error: out-of-range {diagnostic.message}"


def test_diagnostics_come_in_the_order_of_the_lines() -> None:
    text = "ephone 1\n mac-address 1.2.3\n typ\n foo\nephone-dn 1\n nuber 3\nhostname a b\nend\n"
    places = [(each.line, each.column) for each in check_text("a.cfg", text)]
    assert places == sorted(places)
    assert len(places) >= 4


def test_what_is_right_gives_nothing() -> None:
    text = "version 15.7\nhostname a\ntelephony-service\n max-ephones 2\n max-dn 2\nephone-dn 1\n number 5\nend\n"
    assert codes_of(text) == []


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_a_folder_is_its_configurations(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {"b.cfg": WRONG, "a.conf": WRONG, "sub/c.txt": WRONG, "d.ios": WRONG, "e.md": WRONG, "f.cfg.bak": WRONG, "empty.cfg": ""},
    )
    found = of_reading(validate([tmp_path]))
    assert [Path(each.path).relative_to(tmp_path).as_posix() for each in found] == ["a.conf", "b.cfg", "d.ios", "sub/c.txt"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    _write(tmp_path, {"a.cfg": WRONG, ".b.cfg": WRONG, ".git/c.cfg": WRONG, "d/.venv/lib/e.txt": WRONG, "d/f.cfg": WRONG})
    found = of_reading(validate([tmp_path]))
    assert [Path(diagnostic.path).relative_to(tmp_path).as_posix() for diagnostic in found] == ["a.cfg", "d/f.cfg"]
    assert len(of_reading(validate([tmp_path / ".git", tmp_path / ".b.cfg"]))) == 2


@pytest.mark.parametrize("path", ["", "empty", "hidden"])
def test_a_path_without_a_configuration_is_no_success(tmp_path: Path, path: str) -> None:
    _write(tmp_path, {"empty/a.md": "", "hidden/.git/a.cfg": ""})
    (diagnostic,) = validate(str(tmp_path / path) if path else "")
    assert (diagnostic.severity, diagnostic.code) == ("error", "unreadable")


def test_files_come_in_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    _write(tmp_path, {"b.cfg": WRONG, "a.cfg": WRONG})
    for names in (["b.cfg", "a.cfg"], ["a.cfg", "b.cfg", "a.cfg"]):
        assert [Path(each.path).name for each in of_reading(validate([tmp_path / name for name in names]))] == names


def test_one_path_may_be_given_alone_as_text_or_path(tmp_path: Path) -> None:
    _write(tmp_path, {"a.cfg": WRONG})
    assert validate(tmp_path / "a.cfg") == validate(str(tmp_path / "a.cfg")) == validate([str(tmp_path / "a.cfg")])


def test_standard_input_is_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    (diagnostic,) = of_reading(validate("-"))
    assert (diagnostic.path, diagnostic.line) == ("<stdin>", 2)


def test_a_file_that_is_not_there_is_a_diagnostic_and_the_others_are_read(tmp_path: Path) -> None:
    _write(tmp_path, {"a.cfg": WRONG})
    counts = Counts()
    found = of_reading(run([tmp_path / "none.cfg", tmp_path / "a.cfg"], counts))
    assert [(each.code, each.severity) for each in found] == [("unreadable", "error"), ("out-of-range", "error")]
    assert found[0].message == "cannot be read: No such file or directory"
    assert (counts.files, counts.errors) == (2, 2)


def test_the_summary_counts_lines_and_kinds(tmp_path: Path) -> None:
    text = "version 15.7\nephone-dn\ninterface GigabitEthernet0/0\n unheard-of 1\n unheard-of 2\nephone-dn 1"
    _write(tmp_path, {"a.cfg": text, "b.cfg": "", "c.cfg": "end\n"})
    counts = Counts()
    found = list(run([tmp_path], counts))
    assert (counts.files, counts.lines) == (3, 7)
    assert counts.errors == sum(each.severity == "error" for each in found) == 1
    assert counts.warnings == sum(each.severity == "warning" for each in found)
    assert counts.verbatim == 2
