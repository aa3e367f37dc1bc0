"""The archive of configurations, the log of configuration commands, and changes that are taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim import Router
from iossim.router import Clock
from iossim.session import Session
from tests.exec.files.support import configure
from tests.router.support import Time


@pytest.fixture
def office(tmp_path: Path) -> tuple[Router, Session, Time]:
    """A router with an archive of three copies, a session, and its time."""
    time = Time()
    router = Router(tmp_path, clock=Clock(time))
    user = router.session()
    configure(user, "archive", "path flash:arch", "maximum 3")
    return router, user, time


def copies(user: Session) -> list[str]:
    """The names in `show archive`."""
    rows = user.execute("show archive").split("\n")[4:-1]
    return [row[12:] for row in rows]


def test_without_a_path_there_is_no_archive(tmp_path: Path) -> None:
    user = Router(tmp_path).session()
    for line in ("show archive", "archive config", "configure terminal revert timer 5"):
        assert user.execute(line) == " Archive feature not enabled\n"
    assert not user.in_configuration
    assert not (tmp_path / "flash").exists()


def test_the_oldest_copy_goes_away(office: tuple[Router, Session, Time], tmp_path: Path) -> None:
    router, user, time = office
    for second in range(5):
        assert user.execute("archive config") == ""
        names = [path.name for path in sorted((tmp_path / "flash").iterdir())]
        assert len(names) == min(second + 1, 3)
        time.passes(1.5)
    assert copies(user) == [
        "flash0:arch-Nov-23-12-00-03.000-UTC-2",
        "flash0:arch-Nov-23-12-00-04.500-UTC-3",
        "flash0:arch-Nov-23-12-00-06.000-UTC-4 <- Most Recent",
    ]
    assert (tmp_path / "flash" / "arch-Nov-23-12-00-06.000-UTC-4").read_text() == router.running_config
    configure(user, "archive", "maximum 1")
    user.execute("archive config")
    assert copies(user) == ["flash0:arch-Nov-23-12-00-07.500-UTC-5 <- Most Recent"]


def test_a_copy_that_somebody_deleted_is_no_fault(office: tuple[Router, Session, Time]) -> None:
    router, user, _ = office
    user.execute("archive config")
    router.flash.remove(router.archive.copies[0].path)
    for _ in range(3):
        assert user.execute("archive config") == ""
    assert len(copies(user)) == 3


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("flash:$h", "flash0:Router-<timestamp>-0"),
        ("flash:$h-$t", "flash0:Router-<timestamp>-0"),
        ("flash:/old/$t.cfg", "flash0:old/<timestamp>.cfg-0"),
    ],
)
def test_the_path_may_have_the_name_and_the_time(office: tuple[Router, Session, Time], path: str, name: str) -> None:
    _, user, _ = office
    configure(user, "archive", f"path {path}")
    assert f"The next archive file will be named {name}\n" in user.execute("show archive")


def test_a_day_of_one_digit(office: tuple[Router, Session, Time]) -> None:
    _, user, time = office
    time.passes(8 * 86400)
    user.execute("archive config")
    assert copies(user)[0] == "flash0:arch-Dec--1-12-00-00.000-UTC-0 <- Most Recent"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("tftp://10.0.0.5/x", "%Error opening tftp://10.0.0.5/x-Nov-23-12-00-00.000-UTC-0 (Timed out)\n"),
        ("flash:none/x", "%Error opening flash:/none/x-Nov-23-12-00-00.000-UTC-0 (No such file or directory)\n"),
        ("flash:../x", "%Error opening flash:/../x-Nov-23-12-00-00.000-UTC-0 (No such file or directory)\n"),
    ],
)
def test_a_path_that_cannot_be_written(office: tuple[Router, Session, Time], path: str, message: str) -> None:
    _, user, _ = office
    configure(user, "archive", f"path {path}", "write-memory")
    assert user.execute("archive config") == message
    assert user.execute("write memory") == f"Building configuration...\n[OK]\n{message}"
    assert copies(user) == ["", "", ""]


def test_write_memory_makes_a_copy(office: tuple[Router, Session, Time]) -> None:
    router, user, _ = office
    user.execute("write memory")
    assert copies(user)[0] == ""
    configure(user, "archive", "write-memory")
    user.execute("write memory")
    assert copies(user)[0] != ""
    assert not router.modified


def test_time_period(office: tuple[Router, Session, Time]) -> None:
    router, user, time = office
    configure(user, "archive", "time-period 10")
    time.passes(599)
    router.advance()
    assert router.archive.copies == []
    time.passes(1)
    router.advance()
    assert len(router.archive.copies) == 1
    time.passes(3600)
    router.advance()
    assert len(router.archive.copies) == 2  # one copy for all that are due
    configure(user, "archive", "no time-period")
    time.passes(3600)
    router.advance()
    assert len(router.archive.copies) == 2


# -- replacing and reverting --------------------------------------------------------------------------------------------------------


def test_a_change_that_nobody_confirms_is_taken_back(office: tuple[Router, Session, Time]) -> None:
    router, user, time = office
    before = router.running_config
    text = user.execute("configure terminal revert timer 5")
    file = "flash0:arch-Nov-23-12-00-00.000-UTC-0"
    assert text.startswith(f"Rollback Confirmed Change: Backing up current running config to {file}\n\nEnter configuration")
    for line in ("hostname Wrong", "interface Loopback5", "end"):
        user.execute(line)
    time.passes(299)
    router.advance()
    assert router.hostname == "Wrong"
    assert "ROLLBK_CNFMD_CHG_WARNING_ABSTIMER" in router.log.buffer[-1]
    time.passes(1)
    router.advance()
    assert router.running_config == before
    assert user.execute("configure confirm") == "%No Rollback Confirmed Change pending\n"


@pytest.mark.parametrize("command", ["configure confirm", "configure revert now"])
def test_confirmed_or_reverted_in_time(office: tuple[Router, Session, Time], command: str) -> None:
    router, user, time = office
    before = router.running_config
    for line in ("configure terminal revert timer 1", "hostname Changed", "end"):
        user.execute(line)
    text = user.execute(command)
    after = router.running_config
    assert (after == before) is (command == "configure revert now")
    assert ("Rollback Done" in text) is (command == "configure revert now")
    time.passes(3600)
    router.advance()
    assert router.running_config == after


def test_the_timer_is_set_anew(office: tuple[Router, Session, Time]) -> None:
    router, user, time = office
    for line in ("configure terminal revert timer 1", "hostname Changed", "end"):
        user.execute(line)
    time.passes(50)
    assert user.execute("configure revert timer 10") == ""
    time.passes(599)
    router.advance()
    assert router.hostname == "Changed"
    time.passes(1)
    router.advance()
    assert router.hostname == "Router"
    assert user.execute("configure revert timer 10") == "%No Rollback Confirmed Change pending\n"


def test_an_idle_timer_waits_for_typed_lines(office: tuple[Router, Session, Time]) -> None:
    router, user, time = office
    for line in ("configure terminal revert timer idle 2", "hostname Changed", "end"):
        user.execute(line)
    for _ in range(5):
        time.passes(100)
        user.execute("show clock")
    assert router.hostname == "Changed"
    assert "Timer type: idle timer\nTimer value: 2 min\n" in user.execute("show archive config rollback timer")
    time.passes(120)
    router.advance()
    assert router.hostname == "Router"


def test_one_change_waits_at_a_time(office: tuple[Router, Session, Time]) -> None:
    _, user, _ = office
    for line in ("configure terminal revert timer 5", "end"):
        user.execute(line)
    busy = "%Rollback Confirmed Change already pending\n"
    assert user.execute("configure terminal revert timer 5") == busy
    assert user.execute("configure replace system:running-config force time 5") == busy
    assert not user.in_configuration


@pytest.mark.parametrize(
    "options", ["force time 2", "time 2 force", "force revert trigger error timer 2", "force revert trigger timer 2"]
)
def test_a_replacement_that_nobody_confirms(office: tuple[Router, Session, Time], tmp_path: Path, options: str) -> None:
    router, user, time = office
    (tmp_path / "flash").mkdir()
    (tmp_path / "flash" / "x").write_text("hostname New\nend\n")
    text = user.execute(f"configure replace flash:x {options}")
    assert text.endswith("\nRollback Done\n\n")
    assert router.hostname == "New"
    time.passes(120)
    router.advance()
    assert router.hostname == "Router"
    assert router.archive.enabled


@pytest.mark.parametrize("options", ["", "list", "nolock", "list ignorecase nolock", "revert trigger error"])
def test_a_successful_replacement_says_neither_error_nor_failed(
    office: tuple[Router, Session, Time], tmp_path: Path, options: str
) -> None:
    router, user, _ = office
    (tmp_path / "flash").mkdir()
    (tmp_path / "flash" / "x").write_text("hostname New\nend\n")
    text = user.execute(f"configure replace flash:x force {options}").lower()
    assert "error" not in text
    assert "failed" not in text
    assert router.hostname == "New"
    messages = [message.split(": ", 1)[1] for message in router.log.buffer if "onfig" in message][-2:]
    assert messages == ["Rollback:Acquired Configuration lock.", "%SYS-5-CONFIG_R: Config Replace is Done"]


# -- the log of configuration commands ---------------------------------------------------------------------------------------------


def logged(user: Session, line: str = "show archive log config all") -> list[str]:
    """The lines of the log without its head."""
    return user.execute(line).split("\n")[1:-1]


def test_commands_are_logged_with_user_line_and_session() -> None:
    router = Router()
    console, bob = router.session(line="console"), router.session(user="bob", line="vty")
    configure(bob, "hostname Before")
    configure(console, "archive", "log config", "logging enable")
    configure(bob, "interface gi0/0", "no shut", "description LAN")
    bob.execute("configure terminal")
    assert not bob.run("hostname").accepted
    assert (
        logged(bob)
        == [
            "    1     2        console@console  |  logging enable",
            "    2     3               bob@vty0  |interface GigabitEthernet0/0",
            "    3     3               bob@vty0  | no shutdown",
            "    4     3               bob@vty0  | description LAN",
        ]
        or bob.in_configuration
    )
    bob.execute("end")
    assert logged(bob, "show archive log config 2 3") == logged(bob)[1:3]
    assert logged(bob, "show archive log config 4") == logged(bob)[3:]
    assert logged(bob, "show archive log config user bob") == logged(bob)[1:]
    assert logged(bob, "show archive log config 9 1") == []
    assert "interface GigabitEthernet0/0\n no shutdown\n" in bob.execute("show archive log config all provisioning")
    configure(bob, "archive", "log config", "no logging enable", "hostname After")
    assert len(logged(bob)) == 4 + 2  # the headers of the two sections; the log was off before its own `no` was done


@pytest.mark.parametrize("hides", [True, False])
def test_secrets_in_the_log(hides: bool) -> None:
    user = Router().session()
    configure(user, "archive", "log config", "logging enable", "hidekeys" if hides else "no hidekeys")
    configure(user, "enable secret s3cret", "username bob secret s3cret", "line vty 0 4", "password vty-clear")
    text = user.execute("show archive log config all")
    assert "s3cret" not in text
    assert "|enable secret *\n" in text
    assert ("vty-clear" in text) is not hides


def test_the_log_keeps_its_size_and_reports() -> None:
    router = Router()
    user = router.session(line="console")
    configure(user, "archive", "log config", "logging enable", "logging size 2", "notify syslog")
    configure(user, "hostname A", "interface gi0/0")
    user.messages()
    assert [row.split("|")[1] for row in logged(user)] == ["hostname A", "interface GigabitEthernet0/0"]
    reports = [text for text in router.log.buffer if "CFGLOG_LOGGEDCMD" in text]
    assert reports[-1].endswith("%PARSER-5-CFGLOG_LOGGEDCMD: User:console  logged command:interface GigabitEthernet0/0 ")
    assert "Number of entries in the log-queue: 2\n" in user.execute("show archive log config statistics")
