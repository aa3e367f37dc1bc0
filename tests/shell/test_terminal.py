"""The shell as a program on a real (pseudo) terminal."""

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="pseudo-terminals need POSIX")

#: Seconds after which what has not appeared never will; only a failing test waits so long.
PATIENCE = 30
ROOT = Path(__file__).parents[2]
#: Opening the terminal makes it the one that Ctrl-C and passwords come from.
PROGRAM = """
import os, sys
os.open(os.ttyname(0), os.O_RDWR)
from iossim import shell
from iossim import Router
sys.exit(shell.run(Router.from_text("enable secret 0 cisco"), options=shell.Options(plain={})))
"""


class Pty:
    """A program on a pseudo-terminal, which is typed to and read from."""

    def __init__(self, plain: bool) -> None:
        self.unread = b""
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM.format(plain)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=ROOT,
            env={**os.environ, "TERM": "xterm"},
            start_new_session=True,
        )
        os.close(slave)

    def until(self, text: str) -> str:
        """What appears on the screen up to a text, from where the last one ended."""
        while text.encode() not in self.unread:
            ready, _, _ = select.select([self.master], [], [], PATIENCE)
            assert ready, f"{text!r} does not appear behind {self.unread!r}"
            self.unread += os.read(self.master, 4096)
        seen, self.unread = self.unread.split(text.encode(), 1)
        return seen.decode()

    def type(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def end(self) -> int:
        """The exit status; the screen is read on, for a program cannot end with its last words unread."""
        try:
            while os.read(self.master, 4096):
                pass
        except OSError:
            pass
        os.close(self.master)
        return self.process.wait()


@pytest.fixture(params=[False, True], ids=["keys", "plain"])
def terminal(request: pytest.FixtureRequest) -> Iterator[Pty]:
    started = Pty(request.param)
    yield started
    if started.process.poll() is None:
        started.process.kill()
        started.end()


def test_a_session_from_the_first_prompt_to_the_exit_status(terminal: Pty) -> None:
    assert "! Simulated router" in terminal.until("Router>")
    terminal.type("show clock\r")
    terminal.until(" UTC ")
    terminal.until("Router>")
    terminal.type("exit\r")
    terminal.until("Ctrl-D leaves the simulator.")
    terminal.type("\x04")
    assert terminal.end() == 0


@pytest.mark.parametrize("terminal", [False], ids=["keys"], indirect=True)
def test_ctrl_c_stays_in_the_program(terminal: Pty) -> None:
    terminal.until("Router>")
    # Without keys it is a signal, whose moment nobody can choose: see test_interrupts.py.
    terminal.type("show\x03")
    terminal.until("Router>")
    terminal.type("\x04\x04")
    assert terminal.end() == 0


def test_a_password_is_not_shown(terminal: Pty) -> None:
    terminal.until("Router>")
    terminal.type("enable\r")
    terminal.until("Password:")
    terminal.type("cisco\r")
    assert terminal.until("Router#").count("cisco") == 0
    terminal.type("\x04\x04")
    assert terminal.end() == 0
