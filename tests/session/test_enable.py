"""`enable` and `disable`, and the secrets that they ask for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from iossim import Router
from iossim.session import Session


def _router(*lines: str) -> Router:
    return Router.from_text("\n".join(["no ip domain lookup", *lines, "end"]))


SECRETS = ["enable secret 5 $1$mERr$hx5rVt7rPNoS4wqbXKX7m0", "enable password level 7 seven", "enable secret level 3 three"]


def _ask(session: Session, line: str, answers: list[str]) -> Iterator[str]:
    yield session.execute(line)
    for answer in answers:
        assert (session.prompt, session.echo, session.asking) == ("Password: ", False, True)
        yield session.execute(answer)


@pytest.mark.parametrize(
    ("line", "answers", "level", "last"),
    [
        ("enable", ["cisco"], 15, ""),
        ("enable 15", ["cisco"], 15, ""),
        ("enable", ["wrong", "cisco"], 15, ""),
        ("enable", ["wrong", "", "Cisco"], 1, "% Bad secrets\n"),
        ("enable 7", ["seven"], 7, ""),
        ("enable 7", ["x", "y", "z"], 1, "% Bad passwords\n"),
        ("enable 3", ["three"], 3, ""),
        ("enable 3", ["cisco", "cisco", "cisco"], 1, "% Bad secrets\n"),
        ("enable 5", [], 1, "% No password set\n"),
        ("enable 1", [], 1, ""),
        ("enable 0", [], 0, ""),
    ],
)
def test_enable_asks_for_the_secret_of_its_level(line: str, answers: list[str], level: int, last: str) -> None:
    session = _router(*SECRETS).session(privilege=1, line="vty")
    said = list(_ask(session, line, answers))
    assert (session.level, said[-1]) == (level, last)
    assert said[:-1] == [""] * (len(said) - 1)
    assert session.echo
    assert session.prompt == ("Router#" if level > 1 else "Router>")


def test_without_a_secret_the_console_just_enters_and_a_vty_does_not() -> None:
    router = _router()
    console, vty = router.session(privilege=1, line="console"), router.session(privilege=1, line="vty")
    assert console.execute("enable") == ""
    assert console.level == 15
    assert vty.execute("enable") == "% No password set\n"
    assert vty.level == 1


def test_an_unreadable_hidden_password_lets_nobody_in() -> None:
    session = _router("enable password 7 zz").session(privilege=1)
    list(_ask(session, "enable", ["", "zz", ""]))
    assert session.level == 1


@pytest.mark.parametrize(
    ("line", "level", "says"),
    [("disable", 1, ""), ("disable 7", 7, ""), ("disable 0", 0, ""), ("disable 15", 15, "")],
)
def test_disable_goes_down(line: str, level: int, says: str) -> None:
    session = _router().session()
    assert session.execute(line) == says
    assert session.level == level
    if level:
        assert session.execute("show privilege") == f"Current privilege level is {level}\n"


def test_disable_goes_down_only() -> None:
    session = _router().session(privilege=5)
    assert session.execute("disable 7") == "% New privilege level must be less than current privilege level\n"
    assert session.level == 5


def test_secrets_are_in_no_history() -> None:
    session = _router(*SECRETS).session(privilege=1)
    list(_ask(session, "enable", ["cisco"]))
    assert session.history() == ["enable"]
