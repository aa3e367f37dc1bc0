"""`iossim shell` on a pseudo-terminal that is fed with anything: the console goes on, and a hang-up leaves a whole file."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="pseudo-terminals need POSIX")

#: Seconds after which what has not appeared never will; only a failing test waits so long.
_PATIENCE = 120
#: Keys without Ctrl-D, which ends a session on an empty line.
_EVERY_KEY = bytes(byte for byte in range(256) if byte != 4)
NOISE = {
    "every key": _EVERY_KEY * 8,
    "half a character": b"configure terminal\rhostname \xc3\r\xe2\x82\rend\r",
    "interrupts": b"\x1c\x1a\x03" * 20,
    "open escape sequences": b"\x1b[200~ \x1b[201~\x1b[999;999H\x1bO\x1b[" + b"\r",
    "a dialogue given up": b"reload\r\x03erase startup-config\r\x1c\x03delete flash:x\r\x1a\x03configure terminal\r\x1a",
}


class Terminal:
    """The user's end of a pseudo-terminal, with a program at the other end."""

    def __init__(self, master: int, program: subprocess.Popen[bytes]) -> None:
        self._master = master
        self.program = program
        self.shown = b""

    def type(self, keys: bytes) -> None:
        """Types keys, and reads meanwhile, so that neither end waits for the other."""
        while keys:
            readable, writable, _ = select.select([self._master], [self._master], [], _PATIENCE)
            assert readable or writable, "the program takes no keys"
            if readable:
                self.shown += os.read(self._master, 65_536)
            if writable:
                keys = keys[os.write(self._master, keys[:512]) :]

    def wait(self, text: bytes) -> None:
        """Waits for a text."""
        end = time.monotonic() + _PATIENCE
        while text not in self.shown:
            assert select.select([self._master], [], [], max(0, end - time.monotonic()))[0], self.shown[-500:]
            self.shown += os.read(self._master, 65_536)

    def answers(self, number: int) -> None:
        """Gives up what is open, and waits for the answer to a command."""
        self.shown = b""
        self.type(b"\x03\x03\x15\r")
        mark = b"host-%d" % number
        self.type(b"\x15show running-config | include no-%s-here\r" % mark)
        self.wait(b"no-" + mark + b"-here")
        self.shown = b""
        self.type(b"\x15show clock detail\r")
        self.wait(b"source is")


@contextmanager
def console(folder: Path, *options: str) -> Iterator[Terminal]:
    """A console with the privileges of level 15; what is written goes to a folder."""
    file = folder / "r1.cfg"
    file.write_text("hostname R1\nno ip domain lookup\nline con 0\n privilege level 15\nend\n")
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "iossim", "shell", *options, str(file), "--nvram", str(folder / "nvram")]
    environment = {**os.environ, "TERM": "xterm", "XDG_STATE_HOME": str(folder)}
    # The tests may have been started by nohup, and a program ignores a hang-up if the one that started it does.
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    program = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True)
    signal.signal(signal.SIGHUP, before)
    os.close(slave)
    try:
        terminal = Terminal(master, program)
        terminal.wait(b"R1#")
        yield terminal
    finally:
        program.kill()
        program.wait()
        os.close(master)


@pytest.mark.parametrize("options", [(), ("--plain",)], ids=["full", "plain"])
@pytest.mark.parametrize("kind", list(NOISE))
def test_the_console_goes_on(kind: str, options: tuple[str, ...], tmp_path: Path) -> None:
    with console(tmp_path, *options) as terminal:
        terminal.type(NOISE[kind])
        terminal.answers(1)
        assert terminal.program.poll() is None


def test_a_line_of_a_megabyte(tmp_path: Path) -> None:
    with console(tmp_path, "--plain") as terminal:
        terminal.type(b"x" * 1_000_000 + b"\r")
        terminal.answers(2)


@pytest.mark.parametrize("options", [(), ("--plain",)], ids=["full", "plain"])
def test_a_hang_up_during_write_memory_leaves_a_whole_file(options: tuple[str, ...], tmp_path: Path) -> None:
    with console(tmp_path, *options) as terminal:
        terminal.type(b"configure terminal\rip host first 10.0.0.1\rend\rwrite memory\r")
        terminal.wait(b"[OK]")
        terminal.type(b"configure terminal\rip host second 10.0.0.2\rend\rwrite memory\r")
        os.killpg(terminal.program.pid, signal.SIGHUP)
        terminal.program.wait(_PATIENCE)
    written = (tmp_path / "nvram" / "startup-config").read_text()
    assert "ip host first 10.0.0.1" in written
    assert written.rstrip().endswith("end")
    with console(tmp_path, *options):  # the next start removes what a killed one was writing
        assert [file.name for file in (tmp_path / "nvram").iterdir() if file.name.endswith(".tmp")] == []
