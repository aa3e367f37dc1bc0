"""The XML API under load: `iossim serve` on one core, clients in this process on another, loopback only.

    python benchmarks/xmlapi.py [--phones 2000 20000] [--requests 1500] [--part single all crowd]

`single`: requests over kept connections of http.client, over one and over three at once (as many as programs in the field open): the
rate, as the median of five rounds, median and p99 of the latency, and what the server works for one request.
`all`: every phone in one answer, alone and with other requests beside it, and the server's memory.
`crowd`: 200 connections at once, slow readers and half-open ones among them, alone and beside a load of malformed bodies.
Every load is bounded in number. Other work on the machine shows in the figures: the load average is printed with them.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import http.client
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from generate import configuration

URL = "/ios_xml_app/cme"
HEADERS = {"Authorization": "Basic " + base64.b64encode(b"cisco:s3cret").decode(), "Content-Type": "text/xml"}
SERVES = """ip http server
ixi transport http
 response size 64
 no shutdown
ixi application cme
 no shutdown
telephony-service
 xml user cisco password s3cret 15
end"""
CONNECTIONS = (1, 3)
ROUNDS = 5
#: The numbers to reach: requests a second, and p99 in milliseconds.
GOALS = {"ISgetDevice": "1,500/s, p99 < 10 ms", "ISexecCLI": "1,500/s", "ISgetGlobal": "700/s", "ISgetExtension": ""}


def request(method: str, *parameters: tuple[str, str]) -> bytes:
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in parameters)
    return f"<request><{method}>{inside}</{method}></request>".encode()


ALL = request("ISgetDevice", ("ISKeyword", "all"))
SINGLE = {
    "ISgetDevice": request("ISgetDevice", ("ISDevID", "77")),
    "ISexecCLI": request(
        "ISexecCLI", *(("CLI", line) for line in ("ephone 4", "mac-address 000D.BC80.EB51", "type 7960", "button 1:1"))
    ),
    "ISgetGlobal": request("ISgetGlobal"),
    "ISgetExtension": request("ISgetExtension", ("ISExtNumber", "20077")),
}


@dataclass
class Server:
    """The server under load: its process and port."""

    process: subprocess.Popen[str]
    port: int

    @property
    def memory(self) -> float:
        """Megabytes that the process holds."""
        status = Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return 0.0
        found = re.search(r"VmRSS:\s+(\d+)", status.read_text())
        return int(found[1]) / 1024 if found else 0.0

    @property
    def worked(self) -> float:
        """Seconds that the process has worked, where the system tells."""
        status = Path(f"/proc/{self.process.pid}/stat")
        if not status.exists():
            return 0.0
        user, system = status.read_text().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(phones: int) -> Iterator[Server]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "large.cfg"
        lines = configuration(phones * 20 + 30)
        file.write_text("\n".join([*lines[:-1], SERVES]) + "\n")
        command = [sys.executable, "-m", "iossim", "serve", str(file), "--http-port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
            assert process.stdout is not None
            found = re.search(r":(\d+)/", process.stdout.readline())
            assert found is not None, "the server did not start"
            pin(process.pid, 0)
            try:
                yield Server(process, int(found[1]))
            finally:
                process.terminate()


def pin(process: int, core: int) -> None:
    """Keeps a process on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(process, {sorted(os.sched_getaffinity(0))[core]})


def ask(connection: http.client.HTTPConnection, body: bytes) -> bytes:
    connection.request("POST", URL, body, HEADERS)
    answer = connection.getresponse()
    content = answer.read()
    assert answer.status == 200, answer.status
    return content


def latencies(port: int, body: bytes, count: int, stop: threading.Event | None = None) -> list[float]:
    """Seconds of each of so many requests over one kept connection; fewer where it is stopped before."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    found: list[float] = []
    while len(found) < count and not (stop and stop.is_set()):
        start = time.perf_counter()
        ask(connection, body)
        found.append(time.perf_counter() - start)
    connection.close()
    return found


def p99(seconds: list[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.99)] * 1000


def row(*cells: object) -> None:
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def side_by_side(port: int, body: bytes, count: int, connections: int) -> list[float]:
    """The same over several kept connections at once, each with its share."""
    found: list[float] = []
    threads = [
        threading.Thread(target=lambda: found.extend(latencies(port, body, count // connections))) for _ in range(connections)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def single(server: Server, phones: int, count: int) -> None:
    for name, body in SINGLE.items():
        for connections in CONNECTIONS:
            latencies(server.port, body, 100)
            rates, found, worked = [], [], server.worked
            for _ in range(ROUNDS):
                start = time.perf_counter()
                these = side_by_side(server.port, body, count, connections)
                rates.append(len(these) / (time.perf_counter() - start))
                found += these
            busy = (server.worked - worked) / len(found) * 1000
            rate = f"{statistics.median(rates):,.0f}/s ({min(rates):,.0f} to {max(rates):,.0f})"
            median = statistics.median(found) * 1000
            row(name, f"{phones:,}", connections, rate, f"{median:.2f} ms", f"{p99(found):.2f} ms", f"{busy:.2f} ms", GOALS[name])


def everything(server: Server, phones: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    size = len(ask(connection, ALL))
    before = server.memory
    start = time.perf_counter()
    ask(connection, ALL)
    alone = time.perf_counter() - start
    stop = threading.Event()
    beside: list[float] = []
    other = threading.Thread(target=lambda: beside.extend(latencies(server.port, SINGLE["ISgetDevice"], 100_000, stop)))
    other.start()
    start = time.perf_counter()
    rounds = 3
    for _ in range(rounds):
        ask(connection, ALL)
    loaded = (time.perf_counter() - start) / rounds
    stop.set()
    other.join()
    row(
        f"`all`, {size / 1e6:.1f} MB",
        f"{phones:,}",
        2,
        f"{alone:.2f} s alone, {loaded:.2f} s with others",
        f"others {statistics.median(beside) * 1000:.1f} ms",
        f"{p99(beside):.1f} ms",
        f"memory {before:.0f} → {server.memory:.0f} MB",
        "1.0 s; others p99 < 60 ms; memory flat",
    )


@dataclass
class Crowd:
    """What became of a crowd of connections."""

    seconds: list[float] = field(default_factory=list)
    lost: int = 0
    malformed: int = 0
    slow: int = 0


async def talker(port: int, number: int, rounds: int, crowd: Crowd) -> None:
    """A good client: two requests at a time, each with a name that its answer has to repeat."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for turn in range(rounds):
        names = [f"user-{number}-{turn}-{each}" for each in "ab"]
        start = time.perf_counter()
        for name in names:
            writer.write(raw(request("ISgetUser", ("ISuserID", name))))
        for name in names:
            content = await answer(reader)
            crowd.lost += f"<ISuserID>{name}</ISuserID>".encode() not in content
        crowd.seconds.append(time.perf_counter() - start)
        await asyncio.sleep(0.01)
    writer.close()


async def slow_reader(port: int, crowd: Crowd) -> None:
    """Asks for everything and reads it drop by drop."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=4096)
    writer.write(raw(ALL))
    got = 0
    while got < 400_000:
        part = await reader.read(4096)
        if not part:
            break
        got += len(part)
        await asyncio.sleep(0.01)
    crowd.slow += got >= 400_000
    writer.close()


async def half_open(port: int, until: asyncio.Event) -> None:
    """Begins a request and says no more."""
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(raw(ALL)[:60])
    await until.wait()
    writer.close()


async def malformed(port: int, until: asyncio.Event, crowd: Crowd) -> None:
    """Sends nonsense, again and again."""
    bodies = [b"<request><ISgetGlobal", b"\xff\xfe\0" * 200, b"<a>" * 2000, b'{"json": 1}' * 50, b"<CLI>" * 5000 + b"</ISexecCLI>"]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    turn = 0
    while not until.is_set():
        writer.write(raw(bodies[turn % len(bodies)]))
        crowd.malformed += b"<ISErrorCode>" in await answer(reader)
        turn += 1
        await asyncio.sleep(0.02)
    writer.close()


def raw(body: bytes) -> bytes:
    head = (
        f"POST {URL} HTTP/1.1\r\nHost: router\r\nAuthorization: {HEADERS['Authorization']}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def answer(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = re.search(rb"Content-Length: (\d+)", head)
    assert length is not None, head
    return await reader.readexactly(int(length[1]))


async def crowded(port: int, bad: int) -> Crowd:
    crowd = Crowd()
    over = asyncio.Event()
    rest = [asyncio.create_task(half_open(port, over)) for _ in range(30)]
    rest += [asyncio.create_task(malformed(port, over, crowd)) for _ in range(bad)]
    slow = [asyncio.create_task(slow_reader(port, crowd)) for _ in range(20)]
    async with asyncio.timeout(120):
        await asyncio.gather(*(talker(port, number, 20, crowd) for number in range(150)))
        await asyncio.gather(*slow)
        over.set()
        await asyncio.gather(*rest)
    return crowd


def crowds(server: Server, phones: int) -> None:
    before = server.memory
    for bad in (0, 20):
        crowd = asyncio.run(crowded(server.port, bad))
        row(
            f"a crowd{f', and {bad} with malformed bodies' if bad else ''}",
            f"{phones:,}",
            200 + bad,
            f"{len(crowd.seconds) * 2:,} answers, {crowd.lost} lost",
            f"{statistics.median(crowd.seconds) * 1000:.1f} ms a pair",
            f"{p99(crowd.seconds):.1f} ms",
            f"memory {before:.0f} → {server.memory:.0f} MB",
            f"nothing lost; {crowd.slow}/20 slow ones served, {crowd.malformed} errors told",
        )


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phones", type=int, nargs="+", default=[2_000, 20_000])
    parser.add_argument("--requests", type=int, default=1_500)
    parser.add_argument("--part", nargs="+", choices=("single", "all", "crowd"), default=["single", "all", "crowd"])
    options = parser.parse_args()
    load = f", load average {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores{load}")
    row("request", "phones", "connections", "rate", "median", "p99", "server's work", "goal")
    row(*["---"] * 8)
    for phones in options.phones:
        with served(phones) as server:
            pin(0, -1)
            if "single" in options.part:
                single(server, phones, options.requests)
            if "all" in options.part and phones <= 2_000:
                everything(server, phones)
            if "crowd" in options.part and phones <= 2_000:
                crowds(server, phones)
    return 0


if __name__ == "__main__":
    sys.exit(main())
