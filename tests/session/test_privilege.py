"""Privilege: what is above a user's level does not exist, and `privilege` moves it."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.config import Configuration
from iossim.language import Command, language, match_typed
from iossim.session import Session, access
from iossim.session.access import LevelAccess

INVALID = "% Invalid input detected at '^' marker."


def _router(*lines: str) -> Router:
    router = Router.from_text("\n".join(["no ip domain lookup", *lines, "end"]))
    assert [finding for finding in router.findings if finding.severity == "error"] == []
    return router


def _configuring(router: Router, privilege: int, *lines: str) -> Session:
    session = router.session(privilege=privilege)
    for line in ("configure terminal", *lines):
        assert session.run(line).accepted, line
    return session


def _offered(session: Session, line: str = "") -> set[str]:
    return {each.split()[0] for each in session.help(line).splitlines() if each.startswith("  ")}


def _exists(session: Session, line: str) -> bool:
    """Whether a command exists; all doors must agree on it: the line, its abbreviation, `?`, `word?` and Tab."""
    words = line.split()
    accepted = session.run(line).message != INVALID
    before = " ".join([*words[:-1], ""]) if len(words) > 1 else ""
    listed = words[-1] in _offered(session, before)
    assert listed == (words[-1] in session.help(line[:-1]).split()), line
    assert listed == (session.complete(line) == f"{line} "), line
    assert accepted == listed, line
    return accepted


def test_level_0_has_five_commands() -> None:
    session = _router().session(privilege=0)
    assert _offered(session) == {"disable", "enable", "exit", "help", "logout"}
    assert session.run("show version").message == INVALID


def test_level_1_has_the_usual_show_commands() -> None:
    session = _router().session(privilege=1)
    assert {"show", "terminal", "enable", "exit"} <= _offered(session)
    assert not {"configure", "write", "copy", "reload", "erase", "clear"} & _offered(session)
    assert {"version", "clock", "users"} <= _offered(session, "show ")
    assert not {"running-config", "startup-config"} & _offered(session, "show ")
    assert _exists(session, "show version")
    assert not _exists(session, "show running-config")


def test_below_level_15_commands_only_look() -> None:
    exec_mode = language().mode("exec")
    low = {rule.base.split("_")[0] for rule in exec_mode.commands if (exec_mode.level if rule.level is None else rule.level) < 15}
    looking = {"show", "terminal", "dir", "ping", "traceroute", "who", "where", "systat"}
    reaching_out = {"connect", "disconnect", "name", "resume", "rlogin", "ssh", "telnet", "unknown"}
    assert low <= {"enable", "disable", "exit", "quit", "logout", "login", "lock", "exec", "help", *looking, *reaching_out}


@pytest.mark.parametrize("level", [1, 2, 7, 14])
def test_what_is_above_the_level_does_not_exist(level: int) -> None:
    session = _router().session(privilege=level)
    for line in ("configure", "write", "reload", "show running-config"):
        assert not _exists(session, line)
    assert session.help("conf") == "% Unrecognized command\n"
    assert session.complete("conf") == "conf"
    assert session.execute("configure terminal") == f"{' ' * len(session.prompt + 'con')}^\n{INVALID}\n\n"  # as in connect


def test_what_is_not_there_makes_no_word_ambiguous() -> None:
    router = _router()
    assert router.session(privilege=15).run("co").message.startswith("% Ambiguous")
    assert router.session(privilege=1).run("conf").message == INVALID
    router = _router("privilege exec level 5 configure terminal")
    assert router.session(privilege=5).run("conf t").accepted


@pytest.mark.parametrize("line", ["show running-config", "show startup-config", "clear logging"])
def test_a_command_that_was_moved_exists_from_its_level_on(line: str) -> None:
    router = _router(f"privilege exec level 5 {line}")
    first = line.split(maxsplit=1)[0]
    assert _exists(router.session(privilege=5), line)
    assert not _exists(router.session(privilege=4), line)
    assert first in _offered(router.session(privilege=5))


def test_moving_a_command_moves_the_words_before_it() -> None:
    router = _router()
    _configuring(router, 15, "privilege exec level 5 show running-config", "end")
    assert "privilege exec level 5 show\n" in router.running_config
    low, high = router.session(privilege=4), router.session(privilege=5)
    assert "show" not in _offered(low)
    assert low.run("show clock").message == INVALID
    assert high.run("show clock").accepted
    assert high.run("show running-config").accepted
    assert high.run("show startup-config").message == INVALID


def test_all_moves_what_follows_too() -> None:
    router = _router("privilege exec all level 5 show")
    assert router.session(privilege=5).run("show running-config").accepted
    assert router.session(privilege=5).run("show startup-config").accepted
    assert router.session(privilege=4).run("show clock").message == INVALID
    router = _router("privilege exec all level 5 show", "privilege exec level 8 show version")
    assert router.session(privilege=5).run("show running-config").accepted
    assert router.session(privilege=7).run("show version").message == INVALID
    assert router.session(privilege=8).run("show version").accepted


def test_a_word_behind_the_command_may_be_moved_alone() -> None:
    words = ("show", "show telephony-service")
    router = _router(*[f"privilege exec level 1 {each}" for each in words], "privilege exec level 5 show telephony-service all")
    low, high = router.session(privilege=1), router.session(privilege=5)
    assert low.run("show telephony-service").accepted
    assert not _exists(low, "show telephony-service all")
    assert _exists(high, "show telephony-service all")


def test_a_command_may_be_moved_up() -> None:
    router = _router("privilege exec level 10 terminal length")
    assert router.session(privilege=9).run("terminal length 0").message == INVALID
    assert router.session(privilege=10).run("terminal length 0").accepted


@pytest.mark.parametrize(
    "undo",
    ["no privilege exec level 5 show running-config", "privilege exec reset show running-config",
     "default privilege exec level 5 show running-config"],
)  # fmt: skip
def test_moves_are_taken_back(undo: str) -> None:
    router = _router()
    session = _configuring(router, 15, "privilege exec level 5 show running-config", undo)
    assert "privilege" not in router.running_config, router.running_config
    session.execute("end")
    assert router.session(privilege=5).run("show running-config").message == INVALID
    assert router.session(privilege=1).run("show clock").accepted


def test_a_change_counts_at_once_for_sessions_that_are_open() -> None:
    router = _router()
    user = router.session(privilege=5)
    assert user.run("show running-config").message == INVALID
    admin = _configuring(router, 15, "privilege exec level 5 show running-config")
    assert user.run("show running-config").accepted
    assert admin.run("no privilege exec level 5 show running-config").accepted
    assert user.run("show running-config").message == INVALID


CONFIGURATION = [
    "privilege exec level 7 configure terminal",
    "privilege exec level 7 show running-config",
    "privilege configure level 7 ephone",
    "privilege ephone level 7 button",
    "privilege ephone level 7 type",
    "ephone-dn 1",
    " number 5001",
    "ephone 1",
    " mac-address 0011.2233.4455",
    " type 7960",
]


def test_configuration_is_level_15_until_it_is_moved() -> None:
    session = _configuring(_router(*CONFIGURATION), 7)
    assert _offered(session) - {"no", "default"} == {"do", "end", "ephone", "exit", "help"}
    assert _exists(session, "ephone")
    assert not _exists(session, "hostname")
    assert session.run("hostname x").message == INVALID
    assert session.run("ephone-dn 2").message == INVALID
    assert session.run("no ephone-dn 1").message == INVALID
    assert session.run("eph 1").accepted
    assert {"button", "type"} <= _offered(session)
    assert not {"mac-address", "speed-dial", "description"} & _offered(session)
    assert session.run("mac-address 1.2.3").message == INVALID
    assert session.run("no mac-address").message == INVALID
    assert session.run("default mac-address").message == INVALID
    assert session.run("bu 1:1").accepted
    assert session.run("no button 1:1").accepted
    assert session.run("hostname x").message == INVALID
    assert session.run("do write memory").message == INVALID


def test_a_user_sees_what_he_may_configure() -> None:
    router = _router(*CONFIGURATION)
    shown = router.session(privilege=7).execute("show running-config").split("!\n", 1)[1]
    assert shown == "ephone  1\n type 7960\n!\nend\n\n"
    assert "number 5001" in router.session(privilege=15).execute("show running-config")


def test_access_follows_the_tree_down_to_the_last_command() -> None:
    router = _router(*CONFIGURATION)
    access = LevelAccess(router.config, 7)
    ephone = language().mode("ephone")
    for command, permitted in (("button 1:1", True), ("type 7960", True), ("mac-address 1.2.3", False), ("exit", True)):
        found = match_typed(ephone, command)
        assert isinstance(found, Command)
        assert access.permits(found.form) is permitted
        assert isinstance(match_typed(ephone, command, access), Command) is permitted
    assert access.visible(ephone.root) == {"button", "type", "do", "end", "exit", "help"}


def test_moves_are_read_again_after_a_change_of_one_only(monkeypatch: pytest.MonkeyPatch) -> None:
    router = _router("privilege exec level 5 show running-config")
    read: list[int] = []
    real = access.moved

    def counted(configuration: Configuration) -> access.Table:
        read.append(1)
        return real(configuration)

    monkeypatch.setattr(access, "moved", counted)
    users = [router.session(privilege=level) for level in (4, 5, 5)]
    admin = _configuring(router, 15)
    for line in ("hostname b", "ephone 1", "type 7960", "exit"):
        admin.execute(line)
        assert [user.run("show running-config").accepted for user in users] == [False, True, True]
    assert len(read) == 1
    admin.execute("privilege exec level 6 show running-config")
    assert [user.run("show running-config").accepted for user in users] == [False, False, False]
    assert len(read) == 2
    router.restart("hostname c\n")
    assert [user.run("show running-config").accepted for user in users] == [False, False, False]
    router.load("privilege exec level 5 show running-config\n")
    assert [user.run("show running-config").accepted for user in users] == [False, True, True]
