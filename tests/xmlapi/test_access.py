"""Whom `ip http access-class` lets in; and the access log, which never is in the way."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from iossim import Router
from iossim.xmlapi import access_log
from iossim.xmlapi.access_log import AccessLog
from iossim.xmlapi.admission import permits
from tests.xmlapi.support import CREDENTIALS, URL, commands, office

LISTS = """\
access-list 9 remark the office
access-list 9 deny host 10.1.1.1
access-list 9 permit 10.1.1.0 0.0.0.255
access-list 9 permit 192.168.1.1
access-list 101 permit tcp host 10.2.2.2 any eq www
ip access-list standard NAMED
 20 permit any
 10 deny 10.3.0.0 0.0.255.255
 deny any
ip access-list standard NUMBERED
 10 permit host 10.6.0.1
 deny any
 15 permit host 10.6.0.2
ip access-list extended WIDE
 permit ip 10.4.0.0 0.0.255.255 any
access-list 11 permit host nonsense
"""


@pytest.mark.parametrize(
    ("name", "address", "permitted"),
    [
        ("9", "10.1.1.1", False),
        ("9", "10.1.1.2", True),
        ("9", "192.168.1.1", True),
        ("9", "192.168.1.2", False),
        ("9", "::ffff:10.1.1.2", True),
        ("9", "::1", False),
        ("101", "10.2.2.2", True),
        ("101", "10.2.2.3", False),
        ("NAMED", "10.3.1.1", False),
        ("NAMED", "::1", True),
        ("NUMBERED", "10.6.0.1", True),
        ("NUMBERED", "10.6.0.2", True),
        ("NUMBERED", "10.6.0.3", False),
        ("WIDE", "10.4.1.1", True),
        ("WIDE", "10.5.1.1", False),
        ("11", "10.1.1.1", False),
        ("12", "10.1.1.1", True),
    ],
)
def test_a_list_lets_in_whom_its_first_fitting_entry_permits(name: str, address: str, permitted: bool) -> None:
    assert permits(Router.from_text(f"{LISTS}ip http access-class {name}\nend"), address) is permitted


def test_a_change_of_the_list_counts_at_once() -> None:
    router = Router.from_text(f"{LISTS}ip http access-class 9\nend")
    assert not permits(router, "10.1.1.1")
    session = router.session()
    for line in ("configure terminal", "no access-list 9"):
        session.execute(line)
    assert permits(router, "10.1.1.1")
    session.execute("no ip http access-class")
    assert permits(router, "172.16.1.1")


def test_who_is_not_let_in_is_told_so_without_a_socket_too() -> None:
    router = office(f"{LISTS}ip http access-class 9\n")
    router_with_facade = Router.from_text(router.running_config)
    assert router_with_facade.http("POST", URL, CREDENTIALS, commands("hostname a"))[0] == 403


def note(log: AccessLog, count: int = 1) -> None:
    for number in range(count):
        log.note("10.1.1.1", "ann", datetime(2026, 11, 23, tzinfo=UTC), f"POST /{number}", 200, 7, "ISgetGlobal", 0.0012)


LINE = '10.1.1.1 - ann [23/Nov/2026:00:00:00 +0000] "POST /0" 200 7 ISgetGlobal 1.2ms\n'


def test_a_line_says_who_asked_what_and_what_came_of_it(tmp_path: Path) -> None:
    with (tmp_path / "log").open("w") as file:
        log = AccessLog(file)
        note(log)
        log.close()
        log.close()
    assert (tmp_path / "log").read_text() == LINE


def test_nothing_can_be_smuggled_into_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    log = AccessLog()
    log.note("10.1.1.1", 'a\n"b', datetime(2026, 11, 23, tzinfo=UTC), 'GET /\n"' + "x" * 1000, 404, 0, "", 0)
    log.close()
    line = capsys.readouterr().err
    assert line.startswith('10.1.1.1 - a??b [23/Nov/2026:00:00:00 +0000] "GET /??xx')
    assert line.count("\n") == 1
    assert len(line) < 300


def test_a_full_pipe_stops_nobody_and_dropped_lines_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_log, "_MOST_LINES", 100)
    monkeypatch.setattr(access_log, "_PATIENCE", 0.01)
    reading, writing = os.pipe()
    with open(reading, "rb") as reader, open(writing, "w") as writer:  # noqa: PTH123 (descriptors, not paths)
        log = AccessLog(writer)
        note(log, 2_000)
        log.close()  # the thread waits for the pipe: it is not waited for without end
        note(log, 1)
        written: list[str] = []
        while not any("not logged" in line for line in written):
            written += [reader.readline().decode().rstrip("\n")]
            note(log, 1)
        lost = int(written[-1].split()[0])
        assert 0 < lost < 2_100
        os.set_blocking(reading, False)


def test_a_log_that_cannot_be_written_is_no_reason_to_stop() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w") as writer:  # noqa: PTH123
        log = AccessLog(writer)
        note(log)
        log.close()


def test_quiet_means_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    log = AccessLog(quiet=True)
    note(log)
    log.say("*Nov 23 12:00:00.000: %SYS-5-CONFIG_I: Configured from http by ann on 10.1.1.1")
    log.close()
    assert capsys.readouterr().err == ""


def test_the_console_is_told_among_the_requests(capsys: pytest.CaptureFixture[str]) -> None:
    log = AccessLog()
    log.say("*Nov 23 12:00:00.000: %SYS-5-CONFIG_I: Configured from http by ann on 10.1.1.1")
    note(log)
    log.close()
    assert capsys.readouterr().err == f"*Nov 23 12:00:00.000: %SYS-5-CONFIG_I: Configured from http by ann on 10.1.1.1\n{LINE}"
