"""The command line under load: `show version` over SSH, and five hundred idle sessions.

    python benchmarks/shell.py [--part ssh peers memory paste] [--rounds N] [--commands N] [--peers FOLDER]

`ssh`: commands a second beside a bare asyncssh server (bare_ssh.py) that sends the same bytes, in alternating rounds of one run. The
rounds of a pair follow one another, so that other work on the machine meets both; their ratio is the figure. The CPU time of the server
and of the whole exchange (server and client) for one command stand beside it.
`peers`: the same command on other simulators. FOLDER has an environment for each: `python -m venv FOLDER/simnos; … pip install simnos`.
`paste`: the CPU time of 5,000 lines pasted into `iossim shell` on a pseudo-terminal.
`memory`: what 500 idle sessions on `line vty 0 499` add to the server.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import pty
import re
import select
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import asyncssh

from iossim import Router

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "sample-configs" / "small-office.cfg"
BARE = ROOT / "benchmarks" / "bare_ssh.py"
COMMAND = b"show version\n"
SESSIONS = (1, 20)
IDLE = 500
PASTED = 5_000
LINES = f"line vty 0 {IDLE - 1}\n login local\n transport input ssh\n"
USER = "username bench privilege 15 password 0 bench\n"
MEGABYTE = 1 << 20
TICK = os.sysconf("SC_CLK_TCK")
GOALS = {1: "at least 75 %", 20: "at least 85 %"}
_NOS = (
    "import time; from {0} import {1}; {1}(inventory={{'hosts': {{'R1': {{'username': 'bench', 'password': 'bench', 'port': PORT,"
)
_NOS += " 'platform': 'cisco_ios'}}}}}}).start(); time.sleep(10_000)"
#: Other simulators: the program of their environment, its arguments, and the line to type first.
PEERS = {
    "simnos": ("python", ["-c", _NOS.format("simnos", "SimNOS")], b"enable\n"),
    "fakenos": ("python", ["-c", _NOS.format("fakenos", "FakeNOS")], b"enable\n"),
    "fake-switches": (
        "fake-switches",
        ["--hostname", "R1", "--username", "bench", "--password", "bench", "--listen-host", "127.0.0.1", "--listen-port", "PORT"],
        b"",
    ),
}
#: Seconds until a simulator must have opened its port.
PATIENCE = 20


@dataclass
class Server:
    """A server: its process, its port, and the line to type first."""

    name: str
    process: subprocess.Popen[str]
    port: int
    first: bytes = b""

    @property
    def memory(self) -> float:
        """Megabytes that the process holds."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        resident = re.search(r"VmRSS:\s+(\d+)", status)
        return int(resident[1]) / 1024 if resident else 0.0

    @property
    def worked(self) -> float:
        """Seconds that the process has worked."""
        return cpu_of(self.process.pid)


def cpu_of(process: int) -> float:
    """CPU seconds of a process and its threads."""
    user, system = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / TICK


@contextmanager
def running(name: str, command: list[str]) -> Iterator[Server]:
    """A server that names its port, for the length of a block."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        port = 0
        try:
            while not port:
                line = process.stdout.readline()
                if not line:
                    raise SystemExit(f"{name} did not start")
                named = re.search(r"SSH on \S+ port (\d+)", line)
                port = int(named[1]) if named else 0
            yield Server(name, process, port)
        finally:
            process.terminate()


@contextmanager
def iossim() -> Iterator[Server]:
    """`iossim serve` with lines enough for the benchmark."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "router.cfg"
        text = re.sub(r"^line vty.*\n( .*\n)*", "", SMALL.read_text(), flags=re.MULTILINE)
        file.write_text(text.removesuffix("end\n") + USER + LINES + "end\n")
        command = [sys.executable, "-m", "iossim", "serve", str(file), "--http-port", "0", "--ssh-port", "0", "--quiet"]
        with running("iossim", command) as server:
            yield server


@contextmanager
def bare() -> Iterator[Server]:
    """The bare server, with the answer of our router."""
    router = Router.from_file(SMALL)
    session = router.session()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answer"
        text = session.execute(COMMAND.decode().strip()) + session.prompt
        file.write_bytes(text.replace("\n", "\r\n").encode())
        with running("bare asyncssh", [sys.executable, str(BARE), str(file)]) as server:
            yield server


class Terminal(asyncssh.SSHClientSession[bytes]):
    """The client: it waits for a prompt."""

    def __init__(self) -> None:
        self._text = bytearray()
        self._prompt = b"#"
        self._done: asyncio.Future[None] | None = None

    def data_received(self, data: bytes, datatype: asyncssh.DataType) -> None:
        """Takes what the server sends."""
        del datatype
        self._text += data
        self._look()

    def _look(self) -> None:
        if (
            self._done is not None
            and not self._done.done()
            and self._text.rstrip(b" ").endswith((b"#", b">"))
            and len(self._text) > 1
        ):
            self._done.set_result(None)

    async def prompt(self) -> None:
        """Waits until the last character is that of a prompt."""
        self._done = asyncio.get_running_loop().create_future()
        self._look()
        await asyncio.wait_for(self._done, 30)
        self._text.clear()


async def shell(server: Server) -> tuple[asyncssh.SSHClientConnection, asyncssh.SSHClientChannel[bytes], Terminal]:
    """A shell on a server, at its first prompt."""
    connection = await asyncssh.connect(
        "127.0.0.1",
        server.port,
        username="bench",
        password="bench",
        known_hosts=None,
        client_keys=None,
        config=None,
        agent_path=None,
    )
    terminal = Terminal()
    channel, _ = await connection.create_session(lambda: terminal, term_type="vt100", term_size=(511, 1000), encoding=None)
    await terminal.prompt()
    if server.first:
        channel.write(server.first)
        await terminal.prompt()
    return connection, channel, terminal


@dataclass
class Round:
    """One round on one server: commands a second, latencies, and CPU seconds of server and client for one command."""

    rate: float
    latencies: list[float]
    server: float
    client: float


async def one_round(server: Server, sessions: int, commands: int) -> Round:
    """Types the command on all sessions at once, again and again."""
    shells = [await shell(server) for _ in range(sessions)]
    latencies: list[float] = []

    async def type_all(channel: asyncssh.SSHClientChannel[bytes], terminal: Terminal, count: int) -> None:
        for _ in range(count):
            start = time.perf_counter()
            channel.write(COMMAND)
            await terminal.prompt()
            latencies.append(time.perf_counter() - start)

    async def all_sessions(count: int) -> None:
        await asyncio.gather(*(type_all(channel, terminal, count) for _, channel, terminal in shells))

    await all_sessions(3)
    latencies.clear()
    worked, own, start = server.worked, time.process_time(), time.perf_counter()
    await all_sessions(commands // sessions)
    seconds, own, worked = time.perf_counter() - start, time.process_time() - own, server.worked - worked
    for connection, _, _ in shells:
        connection.close()
    await asyncio.gather(*(connection.wait_closed() for connection, _, _ in shells))
    count = len(latencies)
    return Round(count / seconds, latencies, worked / count, own / count)


def compare(ours: Server, other: Server, rounds: int, commands: int) -> None:
    """Prints the rows of a pair of servers."""
    for sessions in SESSIONS:
        pairs = []
        for number in range(rounds):
            order = (ours, other) if number % 2 else (other, ours)
            done = {server.name: asyncio.run(one_round(server, sessions, commands)) for server in order}
            pairs.append((done[ours.name], done[other.name]))
        mine, theirs = zip(*pairs, strict=True)
        late = sorted(latency for each in mine for latency in each.latencies)
        row(
            other.name,
            sessions,
            f"{statistics.median(each.rate for each in mine):,.0f}/s",
            f"{statistics.median(each.rate for each in theirs):,.0f}/s",
            f"{statistics.median(one.rate / two.rate for one, two in pairs):.0%}",
            f"{statistics.median((two.server + two.client) / (one.server + one.client) for one, two in pairs):.0%}",
            f"{statistics.median(each.server for each in mine) * 1e6:.0f} us",
            f"{statistics.median(each.server for each in theirs) * 1e6:.0f} us",
            f"{late[len(late) // 2] * 1e3:.1f} ms",
            f"{late[len(late) * 95 // 100] * 1e3:.1f} ms",
            GOALS[sessions] if other.name.startswith("bare") else "more than 100 %",
        )


def ssh(options: argparse.Namespace) -> None:
    """Prints the table of rates."""
    row("beside", "sessions", "iossim", "other", "rate", "by CPU", "our server", "other server", "median", "p95", "goal")
    row(*["---"] * 11)
    with iossim() as ours:
        if "ssh" in options.part:
            with bare() as other:
                compare(ours, other, options.rounds, options.commands)
        if "peers" in options.part:
            peers(ours, options)


def peers(ours: Server, options: argparse.Namespace) -> None:
    """Prints the rows of other simulators, or the reason why there are none."""
    for number, (name, (program, arguments, first)) in enumerate(PEERS.items()):
        command = options.peers / name / "bin" / program
        if not command.exists():
            print(f"{name}: not installed in {command.parent.parent}")
            continue
        port = str(42000 + os.getpid() % 1000 + number)
        with tempfile.TemporaryFile("w+") as errors:
            process = subprocess.Popen(
                [str(command), *(argument.replace("PORT", port) for argument in arguments)],
                stdout=subprocess.DEVNULL,
                stderr=errors,
                text=True,
                cwd="/",
            )
            other = Server(name, process, int(port), first)
            try:
                if listening(other):
                    compare(ours, other, max(1, options.rounds // 3), options.commands // 10)
                else:
                    errors.seek(0)
                    print(f"{name}: did not start: {errors.read().strip().rpartition(chr(10))[2][:200]}")
            finally:
                process.kill()
                process.wait()


def listening(server: Server) -> bool:
    """Waits until a server has opened its port; returns False if it has ended."""
    for _ in range(PATIENCE * 10):
        if server.process.poll() is not None:
            return False
        with suppress(OSError), socket.create_connection(("127.0.0.1", server.port), timeout=1):
            return True
        time.sleep(0.1)
    return False


async def idle(server: Server) -> tuple[float, float]:
    """The memory of a server with one session, and with all of them."""
    shells = [await shell(server)]
    before = server.memory
    for _ in range(IDLE // 20):
        shells += await asyncio.gather(*(shell(server) for _ in range(min(20, IDLE - len(shells)))))
    after = server.memory
    print(f"{len(shells)} sessions", flush=True)
    for connection, _, _ in shells:
        connection.close()
    return before, after


def memory() -> None:
    """Prints the memory of idle sessions."""
    with iossim() as server:
        before, after = asyncio.run(idle(server))
    print(f"{IDLE} idle sessions: {before:.1f} MB -> {after:.1f} MB, {after - before:.1f} MB more (demanded: less than 75 MB)")


def paste() -> None:
    """Prints the CPU time of a paste on a pseudo-terminal, without and with the marks of a bracketed paste."""
    lines = ["enable", "configure terminal"]
    lines += [text for number in range(1, PASTED // 2) for text in (f"ephone-dn {number}", f" number {20000 + number}")]
    row("paste", "lines", "CPU", "goal")
    row(*["---"] * 4)
    for title, start, end in (("without marks", "", ""), ("bracketed", "\x1b[200~", "\x1b[201~")):
        seconds = pasted(start + "\r".join(lines) + "\r" + end)
        row(title, f"{len(lines):,}", f"{seconds:.2f} s", "less than 2 s")


def pasted(text: str) -> float:
    """CPU seconds of `iossim shell` that reads a pasted text on a terminal, without its start."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "iossim", "shell", str(SMALL)]
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "TERM": "xterm", "XDG_STATE_HOME": home}
        process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, cwd=ROOT, env=environment, start_new_session=True
        )
        os.close(slave)
        read_until(master, b"Office>")
        before = cpu_of(process.pid)
        sender = threading.Thread(target=send, args=(master, text.encode()))
        sender.start()
        read_until(master, f"number {20000 + PASTED // 2 - 1}\r\n".encode())
        sender.join()
        read_until(master, b"(config-ephone-dn)#")
        worked = cpu_of(process.pid) - before
        process.kill()
        process.wait()
    os.close(master)
    return worked


def send(terminal: int, data: bytes) -> None:
    """Types into a terminal, as fast as it takes the keys."""
    while data:
        data = data[os.write(terminal, data[:1024]) :]


def read_until(terminal: int, mark: bytes) -> None:
    """Reads the screen up to a text."""
    shown = b""
    while mark not in shown:
        if not select.select([terminal], [], [], 120)[0]:
            raise SystemExit(f"{mark!r} does not appear after {shown[-200:]!r}")
        shown = shown[-200:] + os.read(terminal, 65536)


def row(*cells: object) -> None:
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", nargs="+", choices=("ssh", "peers", "memory", "paste"), default=["ssh", "memory", "paste"])
    parser.add_argument("--rounds", type=int, default=15, help="pairs of rounds")
    parser.add_argument("--commands", type=int, default=1_000, help="commands of a round")
    parser.add_argument("--peers", type=Path, default=Path("peers"), help="the folder of the environments of other simulators")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}")
    if {"ssh", "peers"} & set(options.part):
        ssh(options)
    if "memory" in options.part:
        memory()
    if "paste" in options.part:
        paste()
    return 0


if __name__ == "__main__":
    sys.exit(main())
