"""The time in which the console answers a key, with many phones configured.

    python benchmarks/keys.py [--ephones N] [--rounds N]

`iossim shell` runs on a pseudo-terminal of 132 columns. A key is typed; its answer is the first output after it (the screen is drawn in one
piece), and its work is the CPU time until nothing more comes. Lines with references, ranges and long lists of words are typed key by key.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import platform
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generate import configuration

ROOT = Path(__file__).resolve().parent.parent
LINES_A_PHONE = 20
DEMANDED = 10
#: Seconds without output after which a key has been answered completely.
QUIET = 0.05
#: What is typed, by kind: the keys one by one, and the keys that clear the line again.
KINDS = {
    "a command of EXEC": [*"show ephone registered"],
    "a command of configuration": [*"interface GigabitEthernet0/0"],
    "a reference to a phone": [*"ephone ", "{last}"],
    "words of a phone": [*"button  1:", "{last}", *" 2:", "{last}"],
    "an unknown word": [*"phonebutton 1:1"],
    "the menu": [*"max-", "\t", "\t", "\t", "\x1b[A"],
    "help": [*"ephone-dn ", "?"],
    "history": ["\x1b[A", "\x1b[A", "\x1b[B"],
    "search": ["\x12", *"eph", "\x07"],
    "corrections": [*"ephone-dnn", "\x7f", "\x7f", "\x01", "\x05"],
}
CONFIGURING = tuple(list(KINDS)[1:])


class Console:
    """A console on a pseudo-terminal, and the times of its answers in ms."""

    def __init__(self, master: int, process: int) -> None:
        self._master = master
        self._process = process

    def key(self, key: str) -> tuple[float, float]:
        """Types a key; returns the ms until the first output, and the ms of CPU time until the output ends."""
        worked, start = self._worked(), time.perf_counter()
        os.write(self._master, key.encode())
        if not select.select([self._master], [], [], 120)[0]:
            raise SystemExit(f"no answer to {key!r}")
        answered = time.perf_counter() - start
        self.settle()
        return 1000 * answered, self._worked() - worked

    def settle(self, quiet: float = QUIET) -> None:
        """Reads until nothing more comes for some seconds."""
        while select.select([self._master], [], [], quiet)[0]:
            os.read(self._master, 1 << 16)

    def line(self, text: str) -> None:
        """Types a line, and waits until its command has ended: the first commands import what they need."""
        os.write(self._master, text.encode() + b"\r")
        self.settle(2)

    def _worked(self) -> float:
        """CPU time of the console in ms."""
        return int(Path(f"/proc/{self._process}/schedstat").read_text().split()[0]) / 1e6


@contextmanager
def console(file: Path, home: Path) -> Iterator[Console]:
    """A console on a configuration."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 43, 132, 0, 0))
    environment = {**os.environ, "TERM": "xterm", "XDG_STATE_HOME": str(home)}
    command = [sys.executable, "-m", "iossim", "shell", str(file)]
    program = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, cwd=ROOT, env=environment, start_new_session=True)
    os.close(slave)
    shown = b""
    while b"Large>" not in shown:
        shown += os.read(master, 1 << 16)
    try:
        opened = Console(master, program.pid)
        opened.settle()
        yield opened
    finally:
        program.kill()
        program.wait()
        os.close(master)


def measured(opened: Console, keys: list[str], rounds: int, last: int) -> list[tuple[float, float]]:
    """The times of all keys of a kind; the line is cleared after each round."""
    typed = [part for key in keys for part in ([*str(last)] if key == "{last}" else [key])]
    times = []
    for _ in range(rounds):
        times += [opened.key(key) for key in typed]
        opened.key("\x03")
    return times


def row(*cells: object) -> None:
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ephones", type=int, default=20_000, help="phones that are configured")
    parser.add_argument("--rounds", type=int, default=5, help="how often each line is typed")
    options = parser.parse_args()
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}, {options.ephones:,} ephones"
    )
    row(
        "what is typed",
        "keys",
        "CPU, median",
        "CPU, p95",
        "CPU, most",
        "answer, median",
        "answer, p95",
        f"keys above {DEMANDED} ms of CPU",
    )
    row("---", *["---:"] * 7)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "large.cfg"
        file.write_text("\n".join(configuration(LINES_A_PHONE * options.ephones + 60)))
        with console(file, Path(folder)) as opened:
            opened.line("enable")
            for kind, keys in KINDS.items():
                if kind == CONFIGURING[0]:
                    opened.line("configure terminal")
                if kind == "words of a phone":
                    opened.line("ephone 1")
                times = measured(opened, keys, options.rounds, options.ephones)
                waits, work = sorted(wait for wait, _ in times), sorted(cpu for _, cpu in times)
                late = int(0.95 * len(times))
                row(
                    kind, len(times), f"{statistics.median(work):.1f} ms", f"{work[late]:.1f} ms", f"{work[-1]:.1f} ms",
                    f"{statistics.median(waits):.1f} ms", f"{waits[late]:.1f} ms", sum(one > DEMANDED for one in work),
                )  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
