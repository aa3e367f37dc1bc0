"""show users, show line, clear line and send; what exec-timeout does on the console."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.router import Clock
from iossim.terminal.interaction import Interaction
from tests.router.support import Time, configure

HEAD = "    Line       User       Host(s)              Idle       Location\n"
TAIL = "\n  Interface    User               Mode         Idle     Peer Address\n\n"


def test_the_columns_of_show_users() -> None:
    """The capture of a router: mark at 0, number up to 3, type at 5, user at 15, host at 26, idle at 47, location at 58."""
    time = Time()
    router = Router(clock=Clock(time))
    console = router.session(line="console")
    user = router.session(user="admin", line="vty")
    user.address = "10.0.0.9"
    time.passes(190)
    text = user.execute("show users")
    assert text.startswith(HEAD)
    assert text.endswith(TAIL)
    rows = text.removeprefix(HEAD).removesuffix(TAIL).split("\n")
    assert rows[0] == "   0 con 0                idle                 00:03:10   "
    assert rows[1] == "*388 vty 0     admin      idle                 00:00:00   10.0.0.9"
    columns = [HEAD.index(word) for word in ("User", "Host(s)", "Idle", "Location")]
    assert columns == [rows[1].index(word) for word in ("admin", "idle", "00:", "10.")]
    assert console.execute("show users").split("\n")[1].startswith("*  0 con 0")
    assert console.execute("who") == console.execute("show users")


def test_each_line_has_one_session() -> None:
    router = Router()
    users = [router.session(line="vty") for _ in range(3)]
    assert [user.number for user in users] == [0, 1, 2]
    users[1].close()
    assert router.session(line="vty").number == 1


def test_all_lines() -> None:
    rows = Router().session().execute("show users all").removeprefix(HEAD).removesuffix(TAIL).splitlines()
    assert [row[1:15].rstrip() for row in rows] == ["  0 con 0", "  1 aux 0", "  2 2", *(f"{388 + n} vty {n}" for n in range(5))]


def test_a_closed_session_is_not_listed() -> None:
    router = Router()
    user, other = router.session(), router.session(user="admin")
    assert "admin" in user.execute("show users")
    other.close()
    assert "admin" not in user.execute("show users")


def test_the_table_of_lines() -> None:
    router = Router()
    router.session(line="vty").close()
    user = router.session(line="vty")
    configure(router, "line vty 5 15")
    rows = user.execute("show line").split("\n")
    assert rows[1] == "      0 CTY              -    -      -    -    -      0       0     0/0       -"
    assert rows[2] == "      1 AUX   9600/9600  -    -      -    -    -      0       0     0/0       -"
    assert rows[4] == "*   388 VTY              -    -      -    -    -      2       0     0/0       -"
    assert len([row for row in rows if "VTY" in row]) == 16
    assert rows[-4:] == ["Line(s) not in async mode -or- with no hardware support: ", "3-387", "", ""]


def test_one_line() -> None:
    user = Router().session(line="console")
    text = user.execute("show line console 0")
    assert text == user.execute("show line 0")
    assert text.split("\n\n", 1)[1] == user.execute("show terminal")
    assert user.execute("show line vty 9") == "% Invalid line number\n"
    assert user.execute("show line 400") == "% Invalid line number\n"
    assert 'Line 388, Location: "", Type: ""\n' in user.execute("show line vty 0")


def test_the_summary() -> None:
    time = Time()
    router = Router(clock=Clock(time))
    router.session(line="vty")
    time.passes(400)
    text = router.session(line="console").execute("show line summary")
    assert text.startswith("  0: U--???")
    assert "\n388: u----\n" in text


@pytest.mark.parametrize(("answer", "text", "closed"), [("", " [OK]\n", True), ("y", " [OK]\n", True), ("n", "", False)])
@pytest.mark.parametrize("line", ["clear line 388", "clear line vty 0"])
def test_clear_line(line: str, answer: str, text: str, closed: bool) -> None:
    router = Router()
    other, user = router.session(line="vty"), router.session(line="console")
    user.run(line)
    assert user.prompt == "[confirm]"
    assert user.execute(answer) == text
    assert other.closed is closed


def test_a_line_does_not_clear_itself() -> None:
    user = Router().session(line="console")
    user.run("clear line console 0")
    assert user.execute("") == "% Not allowed to clear current line\n"
    assert not user.closed


@pytest.mark.parametrize("line", ["clear line vty 5", "clear line 387", "clear line tty 3", "send 3", "send vty 3"])
def test_a_line_that_is_not_there(line: str) -> None:
    assert Router().session().execute(line) == "% Invalid line number\n"


def test_a_message_to_all() -> None:
    router = Router()
    other, user = router.session(line="vty"), router.session(line="console")
    assert user.execute("send *") == "Enter message, end with CTRL/Z; abort with CTRL/C:\n"
    user.execute("The router restarts at noon.")
    assert user.end() == ""
    assert user.prompt == "Send message? [confirm]"
    shown = "\n\n***\n***\n*** Message from tty0 to all terminals:\n***\nThe router restarts at noon.\n\n"
    assert user.execute("") == shown
    assert other.messages() == shown


def test_a_message_to_one_line() -> None:
    router = Router()
    other, user = router.session(line="vty"), router.session(line="console")
    user.execute("send vty 0")
    user.end("hello")
    assert user.execute("y") == ""
    assert "*** Message from tty0 to tty388:\n***\nhello\n" in other.messages()
    user.execute("send 388")
    user.end("hello")
    user.execute("n")
    assert other.messages() == ""


def test_a_message_of_several_lines() -> None:
    router = Router()
    other, user = router.session(line="vty"), router.session(line="console")
    user.execute("send *")
    for line in ("one", "", "send *", "three?"):
        assert user.asking
        assert user.execute(line) == ""
        assert user.prompt == ""
    user.end("last")
    user.execute("")
    assert other.messages() == "\n\n***\n***\n*** Message from tty0 to all terminals:\n***\none\n\nsend *\nthree?\nlast\n\n"
    assert user.prompt == "Router#"


def test_a_message_without_an_end_is_given_up() -> None:
    router = Router()
    other, user = router.session(line="vty"), router.session(line="console")
    user.execute("send *")
    user.execute("one")
    assert user.interrupt() == ""
    assert user.prompt == "Router#"
    assert other.messages() == ""


def test_a_very_long_message_has_an_end() -> None:
    router = Router()
    other, user = router.session(line="vty"), router.session(line="console")
    user.execute("send *")
    for number in range(1000):
        user.execute(f"line {number}")
    user.end()
    user.execute("")
    shown = other.messages()
    assert "line 99\n" in shown
    assert "line 100\n" not in shown


def test_over_http_nothing_is_sent() -> None:
    router = Router()
    other, user = router.session(line="vty"), router.session(line="http")
    assert user.execute("send *") == ""
    assert other.messages() == ""


def test_a_message_from_a_terminal() -> None:
    router = Router()
    other = router.session(line="vty")
    terminal = Interaction(router.session(line="console"))
    terminal.open()
    shown = terminal.feed("send *\r")
    assert shown.endswith("Enter message, end with CTRL/Z; abort with CTRL/C:\r\n")
    assert terminal.feed("first?\rsecond\x1a") == "first?\r\nsecond^Z\r\nSend message? [confirm]"
    assert "***\r\nfirst?\r\nsecond\r\n" in terminal.feed("\r")
    assert "***\nfirst?\nsecond\n" in other.messages()
    terminal.feed("send *\rnothing\r\x03")
    assert other.messages() == ""


def test_a_question_inside_tcl() -> None:
    router = Router()
    other, user = router.session(line="vty"), router.session(line="console")
    for line in ("tclsh", "send *", "one"):
        user.execute(line)
    user.end("two")
    user.execute("y")
    assert user.prompt.startswith("Router(tcl)")
    assert "one\ntwo\n" in other.messages()


@pytest.mark.parametrize(
    ("line", "seconds", "closed"),
    [
        ("exec-timeout 0 3", 2, False),
        ("exec-timeout 0 3", 3, True),
        ("exec-timeout 2 30", 149, False),
        ("exec-timeout 2 30", 150, True),
        ("exec-timeout 10 0", 600, True),
        ("default exec-timeout", 599, False),
        ("default exec-timeout", 600, True),
        ("exec-timeout 0 0", 100_000, False),
        ("no exec-timeout", 100_000, False),
    ],
)
def test_the_console_is_closed_after_the_time_without_input(line: str, seconds: int, closed: bool) -> None:
    time = Time()
    router = Router(clock=Clock(time))
    configure(router, "line con 0", line)
    user = router.session(line="console")
    user.execute("show clock")
    time.passes(seconds)
    result = user.execute("hostname")
    assert user.closed is closed
    assert not closed or result == ""


def test_a_line_that_is_typed_begins_the_time_again() -> None:
    time = Time()
    router = Router(clock=Clock(time))
    user = router.session(line="console")
    for _ in range(5):
        time.passes(590)
        user.execute("")
    assert not user.closed


def test_a_program_is_never_closed() -> None:
    time = Time()
    user = Router(clock=Clock(time)).session()
    time.passes(100_000)
    assert "UTC" in user.execute("show clock")
