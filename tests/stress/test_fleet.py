"""A fleet under load: some routers have faults, and the others notice nothing. IOSSIM_LONG=1 runs 1,000 routers and 200 sessions."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path

import asyncssh
import pytest

from iossim import Router
from iossim.fleet.member import Member
from iossim.xmlapi.access_log import AccessLog
from tests.support import LONG

SAMPLE = Path(__file__).parent.parent.parent / "sample-configs" / "small-office.cfg"
ROUTERS, SESSIONS, FAULTY = (1000, 200, 10) if LONG else (40, 12, 4)
ROUNDS = 3
FAULTS = [("http status", 503), ("http cut", 10), ("xml malformed", 0), ("xml error", 0), ("http delay", 50)]
LINES = [("vty close", 30), ("vty hang", 40), ("vty late", 20), ("vty close", 0)]


@pytest.fixture
def members() -> list[Member]:
    """The routers; the first ones have faults."""
    log = AccessLog(quiet=True)
    routers = [Router.from_file(SAMPLE) for _ in range(ROUTERS)]
    for at, router in enumerate(routers):
        router.extra_users["tester"] = "word"
        if at < FAULTY:
            for kind, value in (FAULTS[at % len(FAULTS)], LINES[at % len(LINES)]):
                router.faults.add(kind, value)
    return [Member(f"r{at}", router, "127.0.0.1", {"http": 0, "ssh": 0}, log) for at, router in enumerate(routers)]


def test_routers_without_faults_notice_nothing(members: list[Member]) -> None:
    answers: list[bytes] = []
    sessions: list[str] = []

    async def run() -> None:
        for member in members:
            assert await member.open() == []
        stop = asyncio.Event()
        working = asyncio.create_task(_work(members, stop))
        faulty = [asyncio.create_task(_bear(member)) for member in members[:FAULTY]]
        healthy = members[FAULTY:]
        await asyncio.gather(*(_session(healthy[at % len(healthy)], at, sessions) for at in range(SESSIONS)))
        for member in healthy:
            answers.append(await _ask(member))  # noqa: PERF401 (one after the other)
        stop.set()
        for task in (*faulty, working):
            task.cancel()
        await asyncio.gather(*faulty, working, return_exceptions=True)
        await asyncio.gather(*(member.close() for member in members))

    asyncio.run(run())
    assert len(answers) == ROUTERS - FAULTY
    assert all(answer.startswith(b"HTTP/1.1 200 OK") and answer.rstrip().endswith(b"</SOAP-ENV:Envelope>") for answer in answers)
    assert len(sessions) == SESSIONS
    assert [text for text in sessions if text != "ok"] == []
    assert [member.name for member in members if member.router.lines] == []


async def _work(members: list[Member], stop: asyncio.Event) -> None:
    """The periodic work of all routers."""
    while not stop.is_set():
        for member in members:
            await member.work()
        await asyncio.sleep(0.05)


async def _bear(member: Member) -> None:
    """A client that asks a router with faults again and again."""
    while True:
        with contextlib.suppress(OSError, asyncssh.Error, TimeoutError):
            await _ask(member)
            async with asyncio.timeout(1), _connection(member) as connection:
                await connection.run("show version")


async def _ask(member: Member) -> bytes:
    """The answer to a request, to the end of the connection."""
    reader, writer = await asyncio.open_connection(*member.addresses["http"])
    body = b"<request><ISgetDevice><ISKeyword>all</ISKeyword></ISgetDevice></request>"
    head = "POST /ios_xml_app/cme HTTP/1.1\r\nHost: r\r\nConnection: close\r\nAuthorization: Basic dGVzdGVyOndvcmQ=\r\n"
    writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    try:
        return await reader.read()
    finally:
        writer.close()


def _connection(member: Member) -> asyncssh.misc._ACMWrapper[asyncssh.SSHClientConnection]:
    host, port = member.addresses["ssh"]
    return asyncssh.connect(
        host, port, username="tester", password="word", known_hosts=None, client_keys=None, config=None, agent_path=None
    )


async def _session(member: Member, number: int, sessions: list[str]) -> None:
    """A session that configures something of its own and reads it again."""
    async with _connection(member) as connection, connection.create_process(request_pty=False) as process:
        await process.stdout.readuntil("Office#")
        for turn in range(ROUNDS):
            process.stdin.write(f"configure terminal\nephone-dn {number % 20 + 1}\nname n{number}-{turn}\nend\n")
            for prompt in ("(config)#", "(config-ephone-dn)#", "(config-ephone-dn)#", "Office#"):
                await process.stdout.readuntil(prompt)
            process.stdin.write(f"show running-config | include name n{number}-{turn}\n")
            output = await process.stdout.readuntil(f"\r\n name n{number}-{turn}\r\n")
            await process.stdout.readuntil("Office#")
            assert output
        process.stdin.write("exit\n")
        await process.stdout.read()
    sessions.append("ok")
