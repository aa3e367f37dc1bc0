"""terminal …, show terminal, show history and show inventory."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.router import Clock
from tests.router.support import Time, configure


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("terminal length 30", "Length: 30 lines, Width: 80 columns\n"),
        ("terminal width 100", "Length: 24 lines, Width: 100 columns\n"),
        ("terminal width 0", "Length: 24 lines, Width: 0 columns\n"),
        ("terminal history size 5", "History is enabled, history size is 5.\n"),
        ("terminal no history", "History is disabled, history size is 0.\n"),
        ("terminal no editing", "Editing is disabled.\n"),
        ("terminal full-help", "Full user help is enabled\n"),
        ("terminal no domain-lookup", "DNS resolution in show commands is disabled\n"),
        ("terminal terminal-type vt100", 'Line 0, Location: "", Type: "vt100"\n'),
        ("terminal escape-character NONE", "                none   none   -     -       none         \n"),
    ],
)
def test_the_settings_of_the_line(line: str, shown: str) -> None:
    user = Router().session(line="console")
    assert shown not in user.execute("show terminal")
    assert user.execute(line) == ""
    assert shown in user.execute("show terminal")


@pytest.mark.parametrize(
    ("line", "undo"),
    [
        ("terminal length 30", "terminal no length"),
        ("terminal width 100", "terminal no width"),
        ("terminal no editing", "terminal editing"),
        ("terminal escape-character 27", "terminal no escape-character"),
        ("terminal escape-character 27", "terminal escape-character DEFAULT"),
    ],
)
def test_the_way_back(line: str, undo: str) -> None:
    user = Router(clock=Clock(Time())).session(line="console")
    before = user.execute("show terminal")
    user.execute(line)
    assert user.execute("show terminal") != before
    user.execute(undo)
    assert user.execute("show terminal") == before


def test_the_time_limit_of_the_line() -> None:
    router = Router()
    configure(router, "line con 0", "exec-timeout 2 30", "exit", "line vty 0 4", "exec-timeout 0 0")
    user = router.session(line="console")
    assert "\n               00:02:30        never" in user.execute("show terminal")
    assert "\n               never           never" in user.execute("show line vty 4")


def test_the_console_has_its_messages_anyway() -> None:
    router = Router()
    console, vty = router.session(line="console"), router.session(line="vty")
    assert console.execute("terminal monitor") == "% Console already monitors\n"
    assert vty.execute("terminal monitor") == ""
    vty.run("send log text")
    assert vty.messages().endswith("text\n")
    assert "Monitor logging: level debugging, 1 messages logged" in vty.execute("show logging")


def test_a_stamp_before_each_command() -> None:
    user = Router(clock=Clock(Time())).session()
    user.execute("terminal exec prompt timestamp")
    assert user.execute("show privilege") == (
        "Load for five secs: 1%/0%; one minute: 1%; five minutes: 1%\n"
        "Time source is hardware calendar, *12:00:00.000 UTC Mon Nov 23 2026\n\nCurrent privilege level is 15\n"
    )
    user.execute("terminal no exec prompt timestamp")
    assert user.execute("show privilege") == "Current privilege level is 15\n"


def test_the_commands_typed_before() -> None:
    user = Router().session()
    user.run("show clock")
    user.run("show privilege")
    assert user.execute("show history") == "  show clock\n  show privilege\n  show history\n"


def test_one_serial_number() -> None:
    user = Router().session()
    serial = user.execute("show inventory").split("SN: ")[1].split("\n")[0]
    assert f"Processor board ID {serial}\n" in user.execute("show version")


def test_a_terminal_is_locked_only_where_the_line_allows_it() -> None:
    assert Router().session(line="console").execute("lock") == "% Locking not enabled on this terminal\n"
    router = Router()
    configure(router, "line con 0", "lockable")
    user = router.session(line="console")
    user.execute("lock")
    assert (user.prompt, user.echo) == ("Password: ", False)
    user.execute("one")
    assert user.prompt == "Again: "
    assert user.execute("two") == "% Passwords do not match\n"
    for word in ("lock", "one"):
        user.execute(word)
    assert "Locked" in user.execute("one")
    assert user.execute("two") == ""
    assert user.prompt == "Password: "
    user.execute("one")
    assert user.prompt == "Router#"
