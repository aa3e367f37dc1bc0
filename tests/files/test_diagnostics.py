"""A diagnostic as a value, and its text, which is worked out when it is read."""

from __future__ import annotations

import pickle

from iossim import Diagnostic

VALUES = ("a.cfg", 3, 2, 7, "error", "invalid-input", "is not accepted here")


def test_a_diagnostic_has_its_values_in_order() -> None:
    diagnostic = Diagnostic(*VALUES, "name x")
    assert tuple(diagnostic.as_dict().values()) == (*VALUES, "name x")
    assert list(diagnostic.as_dict()) == ["path", "line", "column", "end_column", "severity", "code", "message", "text"]
    assert Diagnostic(*VALUES).text == ""


def test_the_text_is_worked_out_once_and_only_when_it_is_read() -> None:
    calls = []

    def text() -> str:
        calls.append(1)
        return "name x"

    diagnostic = Diagnostic(*VALUES, text)
    assert str(diagnostic) == "a.cfg:3:2: error: invalid-input is not accepted here"
    assert calls == []
    assert diagnostic.text == diagnostic.text == "name x"
    assert calls == [1]


def test_diagnostics_are_equal_if_all_their_values_are() -> None:
    assert Diagnostic(*VALUES, "name x") == Diagnostic(*VALUES, lambda: "name x")
    assert hash(Diagnostic(*VALUES, "name x")) == hash(Diagnostic(*VALUES, lambda: "name x"))
    assert Diagnostic(*VALUES, "name x") != Diagnostic(*VALUES, "name y")
    assert Diagnostic(*VALUES) != Diagnostic("b.cfg", *VALUES[1:])
    assert Diagnostic(*VALUES) != VALUES


def test_a_diagnostic_can_be_sent_to_another_process() -> None:
    diagnostic = Diagnostic(*VALUES, lambda: "name x")
    assert pickle.loads(pickle.dumps(diagnostic)) == diagnostic
    assert repr(diagnostic) == "Diagnostic('a.cfg', 3, 2, 7, 'error', 'invalid-input', 'is not accepted here', 'name x')"
