"""reload, now and later: the questions, the countdown, and a startup-config that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim import Router
from iossim.router import Clock
from iossim.session import Session
from tests.exec.files.support import BROKEN, break_nvram, configure, console
from tests.router.support import Time


def test_a_saved_configuration(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    configure(user, "hostname Kept")
    user.run("write memory")
    user.run("reload")
    assert user.prompt == "Proceed with reload? [confirm]"
    user.run("")
    assert user.closed
    assert router.hostname == "Kept"
    assert router.log.buffer[-1].endswith("%SYS-5-RELOAD: Reload requested by unknown on vty0. Reload Reason: Reload Command.")


@pytest.mark.parametrize(("answer", "name"), [("y", "New"), ("ye", "New"), ("yes", "New"), ("n", "Old"), ("no", "Old")])
def test_a_modified_configuration(tmp_path: Path, answer: str, name: str) -> None:
    router, user = console(tmp_path)
    configure(user, "hostname Old")
    user.run("write memory")
    configure(user, "hostname New")
    user.run("reload")
    assert user.prompt == "System configuration has been modified. Save? [yes/no]: "
    assert user.execute(answer) == ("Building configuration...\n[OK]\n" if name == "New" else "")
    assert user.prompt == "Proceed with reload? [confirm]"
    user.run("y")
    assert user.closed
    assert router.hostname == name


@pytest.mark.parametrize("answer", ["", "x", "yess", "maybe"])
def test_an_answer_that_is_neither_yes_nor_no(tmp_path: Path, answer: str) -> None:
    _, user = console(tmp_path)
    configure(user, "hostname New")
    user.run("reload")
    assert user.execute(answer) == "% Please answer 'yes' or 'no'.\n"
    assert user.prompt == "System configuration has been modified. Save? [yes/no]: "


def test_a_reload_closes_all_lines(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    other = router.session(line="console")
    for line in ("configure terminal", "hostname Lost"):
        other.execute(line)
    for line in ("reload power supply", "no", ""):
        user.run(line)
    assert other.closed
    assert router.lines == []
    assert router.hostname == "Router"
    assert router.last_change == ""
    assert "Reload Reason: power supply." in other.messages()


@pytest.fixture
def planned() -> tuple[Router, Session, Session, Time]:
    """A router, a user, a console that sees the warnings, and the time."""
    time = Time()
    router = Router(clock=Clock(time))
    return router, router.session(), router.session(line="console"), time


@pytest.mark.parametrize(
    ("line", "left"), [("reload in 10", "10 minutes"), ("reload in 1", "1 minute"), ("reload in 1:30", "1 hour and 30 minutes")]
)
def test_reload_in(planned: tuple[Router, Session, Session, Time], line: str, left: str) -> None:
    router, user, _, time = planned
    assert user.execute(line) == f"Reload scheduled in {left} by unknown on vty0\nReload reason: Reload Command\n"
    assert user.prompt == "Proceed with reload? [confirm]"
    user.execute("n")
    assert user.execute("show reload") == "No reload is scheduled.\n"
    for answer in (line, ""):
        user.execute(answer)
    time.passes(48)
    assert "Reload reason: Reload Command\n" in user.execute("show reload")
    time.passes(7200)
    router.advance()
    assert user.closed
    assert router.reloads.plan is None


def test_the_countdown(planned: tuple[Router, Session, Session, Time]) -> None:
    router, user, watcher, time = planned
    for line in ("reload in 90 maintenance", ""):
        user.execute(line)
    watcher.messages()
    shown = {}
    for minute in range(1, 90):
        time.passes(60)
        router.advance()
        if text := watcher.messages():
            shown[90 - minute] = text
    assert shown == {
        left: f"\n\n***\n*** --- SHUTDOWN in {name} ---\n***\n\n"
        for left, name in ((60, "1:00:00"), (30, "0:30:00"), (5, "0:05:00"), (1, "0:01:00"))
    }
    assert user.execute("show reload") == "Reload scheduled in 1 minute by unknown on vty0\nReload reason: maintenance\n"
    time.passes(60)
    router.advance()
    assert watcher.closed
    assert "Reload requested by unknown on vty0. Reload Reason: maintenance." in watcher.messages()


def test_a_line_that_is_typed_after_the_time_is_lost(planned: tuple[Router, Session, Session, Time]) -> None:
    router, user, _, time = planned
    for line in ("reload in 1", ""):
        user.execute(line)
    time.passes(61)
    result = user.run("configure terminal")
    assert (result.output, user.closed) == ("", True)
    assert router.hostname == "Router"


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("reload at 13:33", "13:33:00 UTC Mon Nov 23 2026 (in 1 hour and 33 minutes)"),
        ("reload at 12:00", "12:00:00 UTC Tue Nov 24 2026 (in 1 day)"),
        ("reload at 3:05", "03:05:00 UTC Tue Nov 24 2026 (in 15 hours and 5 minutes)"),
        ("reload at 12:01 24 nov", "12:01:00 UTC Tue Nov 24 2026 (in 1 day and 1 minute)"),
        ("reload at 12:00 Nov 22", "12:00:00 UTC Mon Nov 22 2027 (in 364 days)"),
    ],
)
def test_reload_at(planned: tuple[Router, Session, Session, Time], line: str, when: str) -> None:
    _, user, _, _ = planned
    assert user.execute(line) == f"Reload scheduled for {when} by unknown on vty0\nReload reason: Reload Command\n"


@pytest.mark.parametrize("line", ["reload at 12:00 31 feb", "reload at 12:00 feb 30"])
def test_a_day_that_does_not_exist(planned: tuple[Router, Session, Session, Time], line: str) -> None:
    assert planned[1].execute(line) == "%Error: no such day\n"


@pytest.mark.parametrize("line", ["reload in", "reload in 0", "reload in x", "reload at", "reload at 25:00", "reload in 999999"])
def test_times_that_are_none(planned: tuple[Router, Session, Session, Time], line: str) -> None:
    assert not planned[1].run(line).accepted


def test_cancel(planned: tuple[Router, Session, Session, Time]) -> None:
    router, user, watcher, time = planned
    assert user.execute("reload cancel") == "%No reload is scheduled.\n"
    for line in ("reload in 5", ""):
        user.execute(line)
    watcher.messages()
    assert user.execute("reload cancel") == ""
    stamp = "12:00:00 UTC Mon Nov 23 2026"
    text = watcher.messages()
    assert text.startswith("\n\n***\n*** --- SHUTDOWN ABORTED ---\n***\n\n")
    assert text.endswith(f"%SYS-5-SCHEDULED_RELOAD_CANCELLED:  Scheduled reload cancelled at {stamp}\n")
    time.passes(600)
    router.advance()
    assert not user.closed


def test_a_planned_reload_with_a_startup_config_that_cannot_be_read(tmp_path: Path) -> None:
    time = Time()
    router = Router(tmp_path, clock=Clock(time))
    user = router.session()
    configure(user, "hostname Running")
    for line in ("reload in 1", "no", ""):
        user.execute(line)
    break_nvram(tmp_path)
    time.passes(60)
    router.advance()
    assert router.hostname == "Running"
    assert not user.closed
    assert BROKEN.strip() in router.log.buffer[-1]


def test_no_reload(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    configure(user, "hostname New")
    user.run("reload")
    user.run("no")
    assert user.execute("n") == ""
    assert not user.closed
    assert router.hostname == "New"


def test_a_startup_config_that_cannot_be_read(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    configure(user, "hostname Running")
    break_nvram(tmp_path)
    user.run("reload")
    user.run("no")
    assert user.execute("") == BROKEN
    assert not user.closed
    assert router.hostname == "Running"
