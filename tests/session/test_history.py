"""What a line remembers: the commands typed in EXEC, and apart from them those of configuration; its terminal's settings."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.session.terminal import History


def test_exec_and_configuration_remember_apart() -> None:
    session = Router().session()
    for line in ("show clock", "configure terminal", "hostname Office", "ephone 1", "do show clock", "type 7960"):
        session.execute(line)
    assert session.history() == ["hostname Office", "ephone 1", "do show clock", "type 7960"]
    session.execute("end")
    assert session.history() == ["show clock", "configure terminal"]


def test_show_history_ends_with_itself() -> None:
    session = Router().session()
    session.execute("show clock")
    assert session.execute("show history") == "  show clock\n  show history\n"


def test_ten_lines_are_kept_unless_more_are_asked_for() -> None:
    session = Router().session()
    for number in range(12):
        session.execute(f"terminal width {number + 80}")
    assert len(session.history()) == 10
    assert session.history()[0] == "terminal width 82"
    session.execute("terminal history size 3")
    session.execute("show clock")
    assert session.history() == ["terminal width 91", "terminal history size 3", "show clock"]
    session.execute("terminal history size 0")
    session.execute("show clock")
    assert session.history() == []


def test_wrong_lines_are_remembered_repeated_and_empty_ones_are_not() -> None:
    session = Router().session()
    for line in ("foo", "foo", "  ", "! remark", "show clock", "foo"):
        session.execute(line)
    assert session.history() == ["foo", "show clock", "foo"]


def test_answers_and_the_lines_of_a_text_are_not_remembered() -> None:
    session = Router().session()
    session.execute("copy running-config startup-config")
    session.execute("startup-config")
    session.execute("configure terminal")
    for line in ("banner motd #", "secret text", "#", "hostname a"):
        session.execute(line)
    assert session.history() == ["banner motd #", "hostname a"]
    session.execute("end")
    assert session.history() == ["copy running-config startup-config", "configure terminal"]


@pytest.mark.parametrize(
    ("line", "length", "width"),
    [
        ("terminal length 0", 0, 80),
        ("terminal length 512", 512, 80),
        ("terminal width 511", 24, 511),
        ("terminal length 513", 24, 80),
    ],
)
def test_terminal_settings(line: str, length: int, width: int) -> None:
    session = Router().session(line="vty")
    session.execute(line)
    assert (session.terminal.length, session.terminal.width) == (length, width)


@pytest.mark.parametrize(("line", "length"), [("console", 24), ("vty", 24), ("library", 0), ("http", 0)])
def test_programs_have_no_pages(line: str, length: int) -> None:
    assert Router().session(line=line).terminal.length == length


def test_a_history_forgets_the_oldest() -> None:
    history = History()
    for word in "abcde":
        history.add(word, 3)
    assert history.lines == ["c", "d", "e"]


def test_log_messages_come_between_lines_on_the_console_and_where_they_are_asked_for() -> None:
    router = Router()
    console, vty, quiet = router.session(line="console"), router.session(line="vty"), router.session(line="vty")
    vty.execute("terminal monitor")
    router.log("SYS", 5, "TEST", "one")
    assert "%SYS-5-TEST: one\n" in console.execute("show privilege")
    assert console.messages() == ""
    assert vty.execute("show privilege") == "Current privilege level is 15\n"
    assert vty.messages().endswith("%SYS-5-TEST: one\n")
    assert quiet.messages() == ""
    vty.execute("terminal no monitor")
    vty.close()
    router.log("SYS", 5, "TEST", "two")
    assert vty.messages() == ""


@pytest.mark.parametrize(
    ("line", "user", "address", "text"),
    [
        ("console", None, "", "Configured from console by console"),
        ("console", "ann", "", "Configured from console by ann on console"),
        ("vty", "admin", "192.0.2.5", "Configured from console by admin on vty0 (192.0.2.5)"),
        ("http", "user23", "192.0.2.5", "Configured from http by user23 on 192.0.2.5"),
    ],
)
def test_every_exit_from_configuration_is_logged_once(line: str, user: str | None, address: str, text: str) -> None:
    from iossim.session import Session

    router = Router()
    session = Session(router, 15, user, line, address)
    for command in ("configure terminal", "ephone 1", "end", "end"):
        session.execute(command)
    messages = [message for message in router.log.buffer if "CONFIG_I" in message]
    assert len(messages) == 1
    assert messages[0].endswith(f": %SYS-5-CONFIG_I: {text}")
