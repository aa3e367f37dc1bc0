"""A soak of `iossim serve`: many clients, hostile ones among them, while the server is killed and started again.

    python -m tests.stress.soak [--seconds 600] [--clients 500] [--kills 8]

Readers check that every answer is about the phone that they asked for. Writers change a line and save; after a restart,
everything that was acknowledged before a successful save must be there. Hostile clients (two in five) send nonsense,
read nothing, stop in the middle, guess passwords, send expensive filters and long lists. The last line is the result;
the exit status is 1 if something was lost or wrong.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import contextlib
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

URL = "/ios_xml_app/cme"
PHONES = 300
CONFIGURATION = (
    "hostname Soak\nip http server\nixi transport http\n response size 64\n no shutdown\nixi application cme\n no shutdown\n"
    f"telephony-service\n max-ephones {PHONES}\n max-dn {PHONES}\n xml user cisco password s3cret 15\n"
    + "".join(f"ephone-dn {tag}\n number {20000 + tag}\n name w-0\n" for tag in range(1, PHONES + 1))
    + "".join(f"ephone {tag}\n mac-address 0000.0000.{tag:04X}\n button 1:{tag}\n" for tag in range(1, PHONES + 1))
    + "end\n"
)


@dataclass
class Server:
    """The server under load, which is started anew after every kill.

    Attributes:
        folder: holds the configuration and the nvram folder.
        port: the port, always the same.
        up: set while the server accepts requests.
        memory: the most megabytes that the process ever had.
    """

    folder: Path
    port: int
    up: asyncio.Event = field(default_factory=asyncio.Event)
    memory: float = 0.0

    async def start(self) -> None:
        """Start the server, and wait until it accepts requests."""
        command = [sys.executable, "-m", "iossim", "serve", "--nvram", str(self.folder / "nvram")]
        if not (self.folder / "nvram" / "startup-config").exists():
            command.append(str(self.folder / "start.cfg"))
        self.log = (self.folder / "log").open("ab")
        self.process = subprocess.Popen(
            [*command, "--http-port", str(self.port)], stdout=subprocess.PIPE, stderr=self.log, text=True
        )
        assert self.process.stdout is not None
        line = await asyncio.to_thread(self.process.stdout.readline)
        assert "XML API on" in line, line
        self.up.set()

    def note_memory(self) -> None:
        """Look at the memory of the process, where the system shows it."""
        status = Path(f"/proc/{self.process.pid}/status")
        if status.exists() and (found := re.search(r"VmRSS:\s+(\d+)", status.read_text())):
            self.memory = max(self.memory, int(found[1]) / 1024)

    async def stop(self, number: int) -> int:
        """End the process by a signal; returns its exit status."""
        self.up.clear()
        self.process.send_signal(number)
        status = await asyncio.to_thread(self.process.wait, 30)
        self.log.close()
        return status


@dataclass
class Load:
    """The clients, and what they have seen.

    Attributes:
        server: the server.
        until: the end of the load, on the event loop's clock.
        counts: answers by kind: right, wrong, refused, saved …
        written: the number in the name of a line that was acknowledged last.
        saved: the number that was acknowledged before the last successful save began.
    """

    server: Server
    until: float
    counts: Counter[str] = field(default_factory=Counter)
    written: dict[int, int] = field(default_factory=dict)
    saved: dict[int, int] = field(default_factory=dict)
    latencies: list[float] = field(default_factory=list)

    @property
    def over(self) -> bool:
        """True at the end of the load."""
        return asyncio.get_running_loop().time() >= self.until

    async def ask(self, body: bytes, password: str = "s3cret") -> bytes:
        """The body of an answer; b"" where the connection broke."""
        await self.server.up.wait()
        start = time.perf_counter()
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.server.port)
        except OSError:
            return b""
        try:
            writer.write(post(body, password))
            answer = await reader.read()
        except OSError:
            return b""
        finally:
            writer.close()
        self.latencies.append(time.perf_counter() - start)
        return answer

    async def reader(self, draw: random.Random) -> None:
        """Asks for phones, and checks the answers."""
        tag = draw.randint(1, PHONES)
        answer = await self.ask(request("ISgetDevice", ("ISDevID", str(tag))))
        if answer:
            self.counts["right" if f"<ISDevID>{tag}</ISDevID>".encode() in answer else "wrong"] += 1
        await asyncio.sleep(draw.random())

    async def writer(self, draw: random.Random, tag: int) -> None:
        """Changes the name of its line, and saves now and then."""
        number = self.written.get(tag, 0) + 1
        answer = await self.ask(commands(f"ephone-dn {tag}", f"name w-{number}"))
        if b"<ISexecCLIResponse>0<" in answer:
            self.written[tag] = number
            self.counts["written"] += 1
        elif answer:
            self.counts["wrong"] += 1
        if draw.random() < 0.1:
            before = dict(self.written)
            if b">success<" in await self.ask(request("ISSaveConfig")):
                self.saved.update(before)
                self.counts["saved"] += 1
        await asyncio.sleep(draw.random())

    async def churn(self, draw: random.Random) -> None:
        """Lets phones come and go."""
        tag, does = draw.randint(1, PHONES), draw.choice(("register", "unregister", "decease"))
        await self.ask(commands(f"do simulate ephone {tag} {does}"))
        await asyncio.sleep(draw.random() / 4)

    async def hostile(self, draw: random.Random) -> None:
        """Does one of the things that no client should do."""
        await self.server.up.wait()
        attack = draw.choice(("nonsense", "half", "mute", "password", "filter", "list", "reset", "chunks"))
        self.counts[f"attack {attack}"] += 1
        with contextlib.suppress(OSError, TimeoutError):
            if attack == "password":
                await self.ask(request("ISgetGlobal"), "wrong")
            elif attack == "filter":
                await self.ask(commands("do show running-config | include (.*)*x", "do show version | include (a+)+$b"))
            elif attack == "list":
                await self.ask(commands(*["do show running-config | include hostname"] * 50))
            else:
                await self.raw(attack, draw)
        await asyncio.sleep(draw.random())

    async def raw(self, attack: str, draw: random.Random) -> None:
        """An attack below HTTP."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.server.port, limit=4096)
        try:
            if attack == "nonsense":
                writer.write(draw.randbytes(draw.randint(1, 2_000)) + b"\r\n\r\n")
            elif attack == "half":
                writer.write(post(request("ISgetGlobal"))[: draw.randint(1, 150)])
            elif attack == "mute":
                writer.write(post(request("ISgetDevice", ("ISKeyword", "all"))) * 3)
                await reader.read(4096)
            elif attack == "chunks":
                head = f"POST {URL} HTTP/1.1\r\nHost: a\r\nAuthorization: {credentials('s3cret')}\r\nTransfer-Encoding: chunked\r\n\r\n"
                writer.write(head.encode() + b"ffff\r\n" + b"x" * 60_000)
            else:
                writer.write(post(request("ISgetDevice", ("ISKeyword", "all"))))
                writer.transport.abort()
                return
            await writer.drain()
            await asyncio.sleep(5 * draw.random())
        finally:
            writer.close()

    async def forever(self, work: Callable[[], Awaitable[None]]) -> None:
        """Repeats the work of one client to the end of the load."""
        while not self.over:
            await work()

    async def check(self) -> None:
        """After a restart: everything that was saved is there."""
        await asyncio.gather(*map(self.check_line, list(self.written)))

    async def check_line(self, tag: int) -> None:
        """The number in the name of a line is not lower than the saved one."""
        saved, answer = self.saved.get(tag, 0), b""
        while b"<lastName>" not in answer:
            answer = await self.ask(request("ISgetExtension", ("ISExtID", str(tag))))
        name = re.search(rb"<lastName>w-(\d+)<", answer)
        number = int(name[1]) if name is not None else -1
        self.counts["lost"] += number < saved
        self.written[tag] = max(number, 0)


def credentials(password: str) -> str:
    """The value of an Authorization header."""
    return "Basic " + base64.b64encode(f"cisco:{password}".encode()).decode()


def post(body: bytes, password: str = "s3cret") -> bytes:
    """A whole request, after which the connection closes."""
    head = f"POST {URL} HTTP/1.1\r\nHost: a\r\nAuthorization: {credentials(password)}\r\nConnection: close\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def request(method: str, *parameters: tuple[str, str]) -> bytes:
    """The body of a request."""
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in parameters)
    return f"<request><{method}>{inside}</{method}></request>".encode()


def commands(*lines: str) -> bytes:
    """The body of an ISexecCLI."""
    return request("ISexecCLI", *(("CLI", line) for line in lines))


async def soak(folder: Path, seconds: float, clients: int, kills: int) -> Load:
    """Run the load; returns what the clients have seen."""
    (folder / "start.cfg").write_text(CONFIGURATION)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    server = Server(folder, port)
    load = Load(server, asyncio.get_running_loop().time() + seconds)
    await server.start()
    draw = random.Random(seconds)
    bad, writing = clients * 2 // 5, max(clients // 10, 1)
    tasks = [asyncio.create_task(load.forever(partial(load.hostile, draw))) for _ in range(bad)]
    tasks += [asyncio.create_task(load.forever(partial(load.writer, draw, tag))) for tag in range(1, writing + 1)]
    tasks += [asyncio.create_task(load.forever(partial(load.churn, draw))) for _ in range(max(clients // 50, 1))]
    tasks += [asyncio.create_task(load.forever(partial(load.reader, draw))) for _ in range(clients - len(tasks))]
    pause = seconds / (kills + 1)
    for _ in range(kills):
        for _ in range(20):
            await asyncio.sleep(pause / 20)
            server.note_memory()
        await server.stop(signal.SIGKILL)
        load.counts["kills"] += 1
        await server.start()
        await load.check()
    while not load.over:
        await asyncio.sleep(min(pause / 20, 1))
        server.note_memory()
    await asyncio.gather(*tasks)
    await load.check()
    load.counts["exit status"] = await server.stop(signal.SIGTERM)
    load.counts["tracebacks"] = (folder / "log").read_text(errors="replace").count("Traceback")
    return load


def main() -> int:
    """Run the soak and print its result."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--clients", type=int, default=500)
    parser.add_argument("--kills", type=int, default=8)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="iossim-soak-") as folder:
        load = asyncio.run(soak(Path(folder), options.seconds, options.clients, options.kills))
    counts = ", ".join(f"{name}: {count}" for name, count in sorted(load.counts.items()))
    latencies = sorted(load.latencies)
    median, late = latencies[len(latencies) // 2], latencies[int(len(latencies) * 0.99)]
    times = f"{len(latencies)} answers, median {median * 1000:.0f} ms, p99 {late * 1000:.0f} ms"
    sys.stdout.write(f"{counts}\n{times}; memory at most {load.server.memory:.0f} MB\n")
    return int(any(load.counts[name] for name in ("lost", "wrong", "tracebacks", "exit status")))


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[2])
    sys.exit(main())
