"""`--plain`: a person's terminal that shows what a router shows, byte for byte."""

from __future__ import annotations

import io
import os
from asyncio import run

import pytest

from iossim import Router
from iossim.shell.console import Console
from iossim.shell.early import erasing
from iossim.shell.plain import PlainTerminal

pty = pytest.importorskip("pty", reason="pseudo-terminals need POSIX")


def session(keys: bytes, router: Router | None = None, width: int = 80, height: int = 24) -> str:
    """The bytes on the screen of a session in which keys are typed; the terminal is gone afterwards."""
    import fcntl
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
    out = io.StringIO()
    terminal = PlainTerminal(slave, out)

    async def console() -> None:
        with terminal.in_use():
            os.write(master, keys)
            await Console(router or Router(), terminal).run()

    try:
        run(console())
    finally:
        os.close(master)
        os.close(slave)
    return out.getvalue()


LEAVE = b"\x15\x04\x04"


def test_the_session_of_a_router() -> None:
    shown = session(b"en\tshow priv\r?" + LEAVE)
    assert "Router>en\nRouter>enable show priv\n" in shown.replace("\b", "")
    assert "\x1b" not in shown


def test_help_at_once_editing_keys_and_history() -> None:
    shown = session(b"show cl?\x15shwo\x02\x14 priv\x05ilege\r\x10\r" + LEAVE)
    assert "Router>show cl?\nclass-map  clns       clock\n\nRouter>show cl" in shown
    assert shown.count("Current privilege level is 1\n") == 2


def test_pages_follow_the_window() -> None:
    shown = session(b"enable\rshow running-config\rq" + LEAVE, height=10)
    page = shown.split("show running-config\n")[1].split(" --More-- ")[0]
    assert page.count("\n") == 9


def test_a_password_is_not_shown_and_ctrl_c_drops_a_question() -> None:
    router = Router.from_text("enable secret 0 tops3cret\nend")
    shown = session(b"enable\rtops3cret\rcopy run start\r\x03show privilege\r" + LEAVE, router)
    assert "tops3" not in shown
    assert "Current privilege level is 15\n" in shown


def test_the_report_of_a_paste() -> None:
    shown = session(b"enable\rconf t\rbogus\rhostname R1\r\x1a" + LEAVE)
    assert "Router(config)#bogus\n                 ^\n% Invalid input detected at '^' marker.\n\n" in shown
    assert "did you mean" not in shown


@pytest.mark.parametrize("noise", [b"\x00\xff\xfe" * 100, b"\x1b[" * 50 + b"A", b"\xc3", b"x" * 3000, bytes(range(4, 27))])
def test_noise_ends_no_session(noise: bytes) -> None:
    shown = session(noise + b"\x1bx\x15\x03\r\x15show privilege\r" + LEAVE)
    assert "Current privilege level is 1\n" in shown


def test_a_terminal_that_goes_away() -> None:
    master, slave = pty.openpty()
    router = Router()
    terminal = PlainTerminal(slave, io.StringIO())

    async def console() -> None:
        os.write(master, b"enable\rconfigure terminal\rhostname R1\rip domain name ha")
        work = Console(router, terminal).run()
        os.close(master)
        await work

    with terminal.in_use():
        run(console())
    os.close(slave)
    assert router.lines == []


@pytest.mark.parametrize(
    ("text", "columns", "moves"),
    [
        ("en", 80, "\r\x1b[J"),
        ("en\nshow run\n", 80, "\r\x1b[2A\x1b[J"),
        ("x" * 81 + "\n", 80, "\r\x1b[2A\x1b[J"),
        ("en\rsh", 80, "\r\x1b[1A\x1b[J"),
        ("\x01" * 41, 80, "\r\x1b[1A\x1b[J"),
    ],
)
def test_the_echo_of_early_keys_is_removed(text: str, columns: int, moves: str) -> None:
    assert erasing(text, columns) == moves
