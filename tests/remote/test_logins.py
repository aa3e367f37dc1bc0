"""The limits of logins: attempts, time, connections that log in at once, and the pause after a wrong password."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import asyncssh
import pytest

from iossim.remote import ssh
from tests.remote.support import CONFIGURATION, Remote, remote

#: Longer than any test takes.
LONG = 3600.0


def configured(line: str) -> str:
    return CONFIGURATION.replace("line con 0", f"{line}\nline con 0")


class Guessing(asyncssh.SSHClient):
    """A client with a new wrong password for every question."""

    def __init__(self) -> None:
        self.asked = 0

    def password_auth_requested(self) -> str:
        self.asked += 1
        return f"guess{self.asked}"

    def kbdint_auth_requested(self) -> None:
        return None


async def guess(remote: Remote) -> int:
    """The number of passwords that a connection takes."""
    client = Guessing()
    host, port = remote.ports.address("ssh")
    options = asyncssh.SSHClientConnectionOptions(known_hosts=None, client_keys=None, config=None, agent_path=None)
    with pytest.raises((asyncssh.PermissionDenied, asyncssh.DisconnectError)):
        await asyncssh.connect(host, port, username="admin", client_factory=lambda: client, options=options)
    return client.asked


@pytest.mark.parametrize(("number", "asked"), [("1", 1), ("2", 2), ("5", 5), ("", 3)])
def test_the_attempts_of_a_connection(number: str, asked: int) -> None:
    async def test(remote: Remote) -> None:
        assert await guess(remote) == asked

    remote(test, configured(f"ip ssh authentication-retries {number}") if number else CONFIGURATION)


def test_the_attempts_that_are_configured_later_count() -> None:
    async def test(remote: Remote) -> None:
        session = remote.router.session()
        for line in ("configure terminal", "ip ssh authentication-retries 2", "end"):
            session.execute(line)
        assert await guess(remote) == 2

    remote(test)


async def greeted(remote: Remote) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection to the port of SSH that says nothing."""
    reader, writer = await asyncio.open_connection(*remote.ports.address("ssh"))
    await reader.readline()
    return reader, writer


@pytest.mark.parametrize(("line", "seconds"), [("ip ssh time-out 30", 30), ("!", 120)])
def test_who_does_not_log_in_in_time_is_disconnected(line: str, seconds: int) -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await greeted(remote)
        remote.waits(seconds - 5)
        for _ in range(20):
            await asyncio.sleep(0)
        assert not reader.at_eof()
        remote.waits(6)
        await reader.read()
        writer.close()

    remote(test, configured(line))


def test_connections_that_log_in_at_once() -> None:
    async def test(remote: Remote) -> None:
        (_, first), (_, second) = await greeted(remote), await greeted(remote)
        reader, third = await asyncio.open_connection(*remote.ports.address("ssh"))
        assert await reader.read() == b""
        first.transport.abort()
        await settle()
        async with await remote.ssh():  # one that has logged in does not count
            _, fourth = await greeted(remote)
            for writer in (second, third, fourth):
                writer.close()
        first.close()

    remote(test, configured("ip ssh maxstartups 2"))


async def wrong(remote: Remote, *typed: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A telnet connection that has sent a wrong password, and more."""
    reader, writer = await remote.telnet()
    await reader.readuntil(b"Username: ")
    writer.write(b"admin\r\n")
    await reader.readuntil(b"Password: ")
    writer.write(b"wrong\r\n" + b"".join(typed))
    return reader, writer


async def settle() -> None:
    for _ in range(50):
        await asyncio.sleep(0)


@pytest.mark.parametrize(("line", "seconds"), [("!", LONG), ("login delay 7", 7)])
def test_the_answer_to_a_wrong_password_comes_late(line: str, seconds: float) -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await wrong(remote, b"admin\r\ns3cret\r\nshow privilege\r\n")
        await settle()
        remote.ports.end_idle_lines()
        assert [line.user for line in remote.router.lines] == [None]
        remote.waits(seconds)
        answer = await reader.readuntil(b"level is 15\r\n")
        assert answer == (
            b"\r\n% Login invalid\r\n\r\nUsername: admin\r\nPassword: \r\nR1#show privilege\r\nCurrent privilege level is 15\r\n"
        )
        writer.close()

    remote(test, configured(line), LONG)


def test_the_last_answer_comes_late_too() -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await wrong(remote, b"admin\r\nwrong\r\nadmin\r\nwrong\r\n")
        for left in (2, 1):
            await settle()
            remote.waits(LONG)
            await reader.readuntil(b"% Login invalid\r\n")
            assert len(remote.router.lines) == (1 if left > 1 else 0)
        await settle()
        remote.waits(LONG)
        assert (await reader.read()).endswith(b"% Login invalid\r\n")
        writer.close()

    remote(test, delay=LONG)


def test_a_client_that_goes_while_it_waits_leaves_no_session() -> None:
    async def test(remote: Remote) -> None:
        _, writer = await wrong(remote)
        await settle()
        writer.transport.abort()
        while remote.router.lines:
            await asyncio.sleep(0)
        remote.waits(LONG)
        await settle()

    remote(test, delay=LONG)


def test_the_answer_comes_late_over_ssh(monkeypatch: pytest.MonkeyPatch) -> None:
    checked = threading.Event()

    def check(*credentials: Any) -> None:
        checked.set()

    monkeypatch.setattr(ssh, "check_user", check)

    async def test(remote: Remote) -> None:
        attempt = asyncio.create_task(guess(remote))
        while not checked.is_set():
            await asyncio.sleep(0)
        await settle()
        assert not attempt.done()
        remote.waits(60)
        assert await asyncio.wait_for(attempt, 30) == 1

    remote(test, configured("ip ssh authentication-retries 1\nlogin delay 10"), delay=LONG)
