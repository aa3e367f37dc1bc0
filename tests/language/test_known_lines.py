"""The lines that are remembered with their commands: each line gives a command of its own, and no secret stays."""

from __future__ import annotations

import pytest

from iossim.config import Configuration
from iossim.files.load import read_lines
from iossim.language import Command, dispatch, exact_in, language, match_in


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatch, "known_lines", {})


def _command(mode: str, line: str) -> Command:
    match_in(language().chain(mode), line)  # the trees of the modes are made
    command = exact_in(language().chain(mode), line)
    assert command is not None
    return command


@pytest.mark.parametrize(
    ("mode", "line"),
    [
        ("global", "hostname R1"),
        ("ephone_dn", "number 2001 secondary 2002"),
        ("ephone_dn", "ephone-dn 2"),
        ("ephone_dn", "no label"),
        ("interface", "ip address 10.1.1.1 255.255.255.0"),
        ("interface", "description two  blanks"),
        ("ip_access_list_extended", "10 permit ip any any"),
    ],
)
def test_a_remembered_line_gives_the_same_command(mode: str, line: str) -> None:
    first = _command(mode, line)
    assert [text for _, text in dispatch.known_lines] == [line]
    again = _command(mode, line)
    assert (again.form, again.words, again.negative, again.reset, again.line, again.number) == (
        first.form, first.words, first.negative, False, 0, 0,
    )  # fmt: skip


def test_a_change_of_a_command_changes_no_later_one() -> None:
    for _ in range(2):
        command = _command("global", "hostname R1")
        assert command.words == ["hostname", "R1"]
        command.words[-1] = "other"
        command.words.append("more")
        command.line = 7


def test_a_line_is_remembered_for_its_modes() -> None:
    assert _command("ephone_dn", "description x").mode == "ephone_dn"
    assert _command("interface", "description x").mode == "interface"
    assert _command("ephone_dn", "description x").mode == "ephone_dn"


@pytest.mark.parametrize(
    ("mode", "line"),
    [
        ("global", "enable secret 0 opensesame"),
        ("global", "username a privilege 15 secret 0 opensesame"),
        ("line", "password 7 0822455D0A16"),
        ("ephone", "username a password opensesame"),
        ("interface", f"description {'long ' * 30}"),
    ],
)
def test_secrets_and_long_lines_are_not_remembered(mode: str, line: str) -> None:
    _command(mode, line)
    assert dispatch.known_lines == {}


def test_the_lines_of_a_file_leave_no_secret() -> None:
    lines = ["username a secret 0 opensesame", "line con 0", " password opensesame", "hostname R1"]
    for _ in range(2):
        read_lines(Configuration(), lines)
    assert dispatch.known_lines
    assert "opensesame" not in repr(list(dispatch.known_lines.items()))


def test_too_many_lines_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatch, "_MOST_KNOWN", 10)
    for number in range(25):
        _command("global", f"hostname R{number}")
        assert len(dispatch.known_lines) <= 10
    assert _command("global", "hostname R0").text == "hostname R0"
