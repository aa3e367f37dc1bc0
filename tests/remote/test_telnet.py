"""Telnet: the bytes of its options, and the login that the line asks for."""

from __future__ import annotations

import asyncio

import asyncssh
import pytest

from iossim import Router
from tests.remote.support import CONFIGURATION, Remote, remote

IAC, WILL, DO, DONT, SB, SE = b"\xff", b"\xfb", b"\xfd", b"\xfe", b"\xfa", b"\xf0"
ECHO, SGA, NAWS = b"\x01", b"\x03", b"\x1f"
OFFERS = IAC + WILL + ECHO + IAC + WILL + SGA + IAC + DO + NAWS


async def login(remote: Remote) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection of the administrator, after the first prompt."""
    reader, writer = await remote.telnet()
    await reader.readuntil(b"Username: ")
    writer.write(b"admin\r\n")
    await reader.readuntil(b"Password: ")
    writer.write(b"s3cret\r\n")
    await reader.readuntil(b"R1#")
    return reader, writer


def test_the_login_comes_at_once() -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await remote.telnet()
        sent = await reader.readuntil(b"Username: ")
        assert sent == OFFERS + b"\r\nUser Access Verification\r\n\r\nUsername: "
        writer.write(b"admin\r\n")
        assert await reader.readuntil(b"Password: ") == b"admin\r\nPassword: "
        writer.write(b"s3cret\r\n")
        assert await reader.readuntil(b"R1#") == b"\r\nR1#"
        writer.write(b"exit\r\n")
        assert await reader.read() == b"exit\r\n"
        writer.close()

    remote(test)


def test_three_wrong_logins() -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await remote.telnet()
        for _ in range(3):
            await reader.readuntil(b"Username: ")
            writer.write(b"admin\r\n")
            await reader.readuntil(b"Password: ")
            writer.write(b"wrong\r\n")
        assert (await reader.read()).endswith(b"% Login invalid\r\n")
        writer.close()
        assert remote.router.lines == []

    remote(test)


@pytest.mark.parametrize("end", [b"\r\n", b"\r\0", b"\r", b"\n"])
def test_every_line_end_is_one(end: bytes) -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await login(remote)
        writer.write(b"show privilege" + end)
        assert await reader.readuntil(b"R1#") == b"show privilege\r\nCurrent privilege level is 15\r\nR1#"
        writer.close()

    remote(test)


def test_the_size_of_the_window() -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await login(remote)
        writer.write(IAC + WILL + NAWS + IAC + SB + NAWS + b"\x00\x64\x00\x32" + IAC + SE)
        writer.write(b"show terminal | include Length\r\n")
        assert b"Length: 50 lines, Width: 100 columns" in await reader.readuntil(b"R1#")
        writer.close()

    remote(test)


@pytest.mark.parametrize(
    "noise", [IAC + b"\xf1", b"\0", IAC + IAC, IAC + DONT + ECHO, IAC + SB + b"\x18\x00vt100" + IAC + SE, IAC + b"\x99", b"\xe9"]
)
def test_options_and_odd_bytes_are_no_commands(noise: bytes) -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await login(remote)
        writer.write(noise + b"\x15show privilege\r\n")
        assert b"Current privilege level is 15\r\n" in await reader.readuntil(b"15\r\nR1#")
        writer.close()

    remote(test)


def test_a_line_without_a_password_is_closed() -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await remote.telnet()
        assert (await reader.read()).endswith(b"\r\nPassword required, but none set\r\n")
        writer.close()

    remote(test, CONFIGURATION.replace(" login local", " login"))


def test_a_line_without_login_opens_at_once() -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await remote.telnet()
        assert (await reader.readuntil(b"R1>")).endswith(b"R1>")
        writer.close()

    remote(test, CONFIGURATION.replace(" login local", " no login"))


def test_aaa_decides_where_it_is_on() -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await remote.telnet()
        assert (await reader.readuntil(b": ")).endswith(b"Password: ")
        writer.write(b"en4ble\r\n")
        await reader.readuntil(b"R1>")
        writer.close()

    remote(
        test, "aaa new-model\naaa authentication login default group tacacs+ enable\n" + CONFIGURATION.replace(" login local\n", "")
    )


def test_a_client_that_vanishes_leaves_no_session() -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await login(remote)
        writer.write(b"terminal length 5\r\nshow running-config\r\n")
        await reader.readuntil(b"--More--")
        writer.transport.abort()
        while remote.router.lines:
            await asyncio.sleep(0)

    remote(test)


def test_ssh_and_telnet_share_the_lines() -> None:
    async def test(remote: Remote) -> None:
        clients = [await login(remote) for _ in range(5)]
        with pytest.raises((asyncssh.ConnectionLost, ConnectionResetError)):
            await remote.ssh()
        for _, writer in clients:
            writer.close()

    remote(test)


@pytest.mark.parametrize(
    "keys", [b"\x03", b"\x1e", b"\x1a", b"admin\r\x03", b"admin\r\x1e", b"\r", b"\x04", b"\x03" * 10, b"\x03" * 3 + b"\x1e" * 3]
)
def test_no_key_passes_the_login_by(keys: bytes) -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await remote.telnet()
        await reader.readuntil(b"Username: ")
        writer.write(keys + b"\r")
        for _ in range(6):  # as often as it may ask
            writer.write(b"show clock\r")
        assert b"R1>" not in await reader.read()
        writer.close()
        assert remote.router.lines == []

    remote(test)


@pytest.mark.parametrize("login", [" login\n password 0 line", " login local"])
def test_no_key_passes_the_login_of_the_console_by(login: str) -> None:
    text = CONFIGURATION.replace("line con 0\n", f"line con 0\n{login}\n")
    session = Router.from_text(text).session(1, line="console")
    session.open()
    asked = session.prompt
    assert asked in ("Username: ", "Password: ")
    session.interrupt()
    assert session.prompt == asked
    assert not session.asking or session.run("show clock").output.find("UTC") < 0
    session.interrupt()
    session.interrupt()
    assert session.closed
