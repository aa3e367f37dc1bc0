"""What a console shows and asks before its first prompt."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.session import Session

HEAD = "version 15.7\nhostname Office\nbanner motd ^Ckeep out^C\n"


def console(lines: str) -> Session:
    """A console that has not been opened yet."""
    return Router.from_text(HEAD + lines + "end\n").session(privilege=1, line="console")


def test_a_plain_console_shows_the_banner_and_asks_nothing() -> None:
    session = console("line con 0\n")
    assert session.open() == "keep out\n"
    assert session.prompt == "Office>"


def test_a_console_password_is_asked_for_without_echo_and_three_times() -> None:
    session = console("line con 0\n password cisco\n login\n")
    assert "User Access Verification" in session.open()
    assert (session.prompt, session.echo) == ("Password: ", False)
    session.execute("wrong")
    session.execute("wrong")
    assert session.prompt == "Password: "
    assert session.execute("wrong") == "% Bad passwords\n"
    assert session.closed


def test_the_right_password_opens_the_line_at_its_level() -> None:
    session = console("line con 0\n password cisco\n login\n privilege level 15\n")
    session.open()
    session.execute("cisco")
    assert session.prompt == "Office#"


def test_login_local_asks_for_a_user_and_takes_the_users_level() -> None:
    session = console("username ann privilege 7 password 0 secret\nline con 0\n login local\n")
    session.open()
    assert session.prompt == "Username: "
    session.execute("ann")
    assert session.prompt == "Password: "
    session.execute("secret")
    assert (session.user, session.level) == ("ann", 7)


def test_an_unknown_user_is_refused() -> None:
    session = console("line con 0\n login local\n")
    session.open()
    for _ in range(3):
        session.execute("nobody")
        session.execute("nothing")
    assert session.closed


def test_login_without_a_password_asks_nothing_at_the_console() -> None:
    """`% Login disabled on line 0, until 'password' is set`."""
    session = console("line con 0\n login\n")
    session.open()
    assert session.prompt == "Office>"


def vty(lines: str) -> Session:
    return Router.from_text(HEAD + lines + "end\n").session(privilege=1, line="vty")


@pytest.mark.parametrize("lines", ["line vty 0 4\n login\n", "line vty 0 4\n password cisco\n login\n no password\n"])
def test_login_without_a_password_closes_a_vty_line(lines: str) -> None:
    session = vty(lines)
    assert session.open() == "keep out\n\nPassword required, but none set\n"
    assert session.closed
    assert session not in session.router.lines


@pytest.mark.parametrize("lines", ["line vty 0 4\n no login\n", "line con 0\n login\n"])
def test_a_vty_line_without_login_asks_nothing(lines: str) -> None:
    session = vty(lines)
    assert session.open() == "keep out\n"
    assert not session.closed


def test_a_vty_line_with_a_password_asks_for_it() -> None:
    session = vty("line vty 0 4\n password cisco\n login\n")
    session.open()
    assert session.prompt == "Password: "
    session.execute("cisco")
    assert session.prompt == "Office>"


@pytest.mark.parametrize(
    ("lists", "prompt"),
    [
        ("", "Office>"),
        ("aaa authentication login default local\n", "Username: "),
        ("aaa authentication login default none\n", "Office>"),
        ("aaa authentication login default group radius enable\n", "Password: "),
        ("aaa authentication login OTHER local\n", "Office>"),
    ],
)
def test_the_console_with_aaa(lists: str, prompt: str) -> None:
    session = console(f"aaa new-model\n{lists}enable secret 0 cisco\nusername ann secret 0 x\nline con 0\n")
    session.open()
    assert session.prompt == prompt
