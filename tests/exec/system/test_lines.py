"""show users and clear line."""

from __future__ import annotations

import pytest

from iossim import Router

HEAD = "    Line       User       Host(s)              Idle       Location\n"
TAIL = "\n  Interface    User               Mode         Idle     Peer Address\n\n"


def test_the_columns_of_show_users() -> None:
    """The capture of a router: mark at 0, number up to 3, type at 5, user at 15, host at 26, idle at 47."""
    router = Router()
    console = router.session(line="console")
    user = router.session(user="admin", line="vty")
    text = user.execute("show users")
    assert text.startswith(HEAD)
    assert text.endswith(TAIL)
    rows = text.removeprefix(HEAD).removesuffix(TAIL).split("\n")
    assert rows[0] == "   0 con 0                idle                 00:00:00   "
    assert rows[1] == "*388 vty 0     admin      idle                 00:00:00   "
    assert [HEAD.index(word) for word in ("User", "Host(s)", "Idle")] == [rows[1].index(word) for word in ("admin", "idle", "00:")]
    assert console.execute("show users").split("\n")[1].startswith("*  0 con 0")


def test_a_closed_session_is_not_listed() -> None:
    router = Router()
    user, other = router.session(), router.session(user="admin")
    assert "admin" in user.execute("show users")
    other.close()
    assert "admin" not in user.execute("show users")


@pytest.mark.parametrize(("answer", "text"), [("", " [OK]\n"), ("y", " [OK]\n"), ("n", "")])
def test_clear_line(answer: str, text: str) -> None:
    user = Router().session()
    user.run("clear line 1")
    assert user.prompt == "[confirm]"
    assert user.execute(answer) == text
