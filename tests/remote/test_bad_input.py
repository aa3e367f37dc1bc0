"""Clients that send anything, go at any time, or ask for what the router has not: the router goes on, and no session is left."""

from __future__ import annotations

import asyncio
import errno
import os
from pathlib import Path
from typing import Any

import asyncssh
import pytest

from iossim import Router
from iossim.remote import host_key
from iossim.remote.ports import RemotePorts
from tests.remote.support import CONFIGURATION, Remote, remote

#: Bytes without the Enter that would make a line of them, by their kind.
NOISE = {
    "every byte": bytes(range(256)) * 40,
    "a line of 1 MB": b"x" * 1_000_000,
    "half a character": "é".encode()[:1],
    "a character in two pieces": "é".encode(),
    "not UTF-8": b"\xff\xfe\x80\xc0\xaf" * 1000,
    "open escape sequences": b"\x1b[" * 5000,
    "backspaces": b"\x08\x7f" * 5000,
    "questions": b"?" * 300,
    "tabs": b"\t" * 300,
    "searches of nothing": b"\x12\x0c" * 100,
}
#: Keys that end whatever has begun, and a command.
AFTER = b"\x1bx\x1bx\x03\x15\x15\rterminal length 0\rshow privilege\r"


async def answered(reader: Any) -> None:
    """Reads up to the answer of the command."""
    await reader.readuntil(b"Current privilege level is 15\r\n")


async def in_pieces(writer: Any, data: bytes, size: int = 999) -> None:
    """Sends bytes in pieces of an odd size, so that characters are divided between them."""
    for at in range(0, len(data), size):
        writer.write(data[at : at + size])
        await writer.drain()


async def gone(remote: Remote) -> None:
    """Waits until no session is left."""
    while remote.router.lines:
        await asyncio.sleep(0)


@pytest.mark.parametrize("kind", list(NOISE))
def test_noise_over_ssh(kind: str) -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as connection:
            process = await connection.create_process(term_type="vt100", encoding=None)
            await process.stdout.readuntil(b"R1#")
            reading = asyncio.create_task(answered(process.stdout))
            await in_pieces(process.stdin, NOISE[kind] + AFTER)
            await reading
        await gone(remote)

    remote(test)


@pytest.mark.parametrize("kind", list(NOISE))
def test_noise_over_telnet(kind: str) -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await asyncio.open_connection(*remote.ports.address("telnet"), limit=8_000_000)
        await reader.readuntil(b"Username: ")
        writer.write(b"admin\rs3cret\r")
        await reader.readuntil(b"R1#")
        reading = asyncio.create_task(answered(reader))
        await in_pieces(writer, NOISE[kind].replace(b"\xff", b"\xff\xff") + AFTER)
        await reading
        writer.close()
        await gone(remote)

    remote(test)


@pytest.mark.parametrize("kind", list(NOISE))
def test_noise_before_the_login(kind: str) -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await asyncio.open_connection(*remote.ports.address("telnet"), limit=8_000_000)
        await reader.readuntil(b"Username: ")
        await in_pieces(writer, NOISE[kind].replace(b"\xff", b"\xff\xff"))
        writer.write(b"\r\r" * 3)
        await reader.read()
        writer.close()
        await gone(remote)
        async with await remote.ssh() as connection:
            assert "R1" in str((await connection.run("show running-config | include hostname")).stdout)

    remote(test)


@pytest.mark.parametrize(
    "data", [b"\xff\xfa\x1f" + b"\x00" * 100, b"\xff\xfa\x1f\x00\xff\xff\x00\x50\xff\xf0", b"\xff" * 999, b"\xff\xfa"]
)
def test_broken_options_of_telnet(data: bytes) -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await remote.telnet()
        await reader.readuntil(b"Username: ")
        writer.write(data)
        writer.close()
        await gone(remote)

    remote(test)


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (2**31 - 1, 2**31 - 1), (2**32 - 1, 2**32 - 1)])
def test_windows_of_any_size(size: tuple[int, int]) -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as connection:
            process = await connection.create_process(term_type="vt100", term_size=size)
            await process.stdout.readuntil("R1#")
            process.change_terminal_size(*size)
            process.stdin.write("terminal length 0\rshow privilege\r")
            await process.stdout.readuntil("Current privilege level is 15\r\n")

    remote(test)


@pytest.mark.parametrize("line", ["terminal length -1", "terminal width -80", "terminal history size -5", "exec-timeout -1"])
def test_negative_sizes_are_refused(line: str) -> None:
    session = Router.from_text(CONFIGURATION).session()
    before = session.execute("show terminal")
    if line.startswith("exec"):
        session.execute("configure terminal")
        session.execute("line vty 0 4")
    result = session.run(line)
    assert not result.accepted
    assert "% Invalid input detected at '^' marker." in result.output
    session.end()
    assert session.execute("show terminal").split("Idle")[0] == before.split("Idle")[0]


def test_a_file_that_ends_too_early_leaves_none() -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as connection:
            process = await connection.create_process("scp -t flash:a.txt", encoding=None)
            process.stdin.write(b"C0644 100000 a.txt\nhalf of it")
            process.stdin.write_eof()
            await process.wait()
        assert remote.router.flash.find(("a.txt",)) is None

    remote(test, CONFIGURATION.replace("end\n", "ip scp server enable\nend\n"))


@pytest.mark.parametrize(
    "header", [b"C0644 -5 a.txt\n", b"C0644 99999999999999999999 a.txt\n", b"C0644 x a.txt\n", b"\xff\xfe\n", b"D0755 0 d\n"]
)
def test_wrong_headers_of_scp(header: bytes) -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as connection:
            process = await connection.create_process("scp -t flash:a.txt", encoding=None)
            process.stdin.write(header)
            process.stdin.write_eof()
            await process.wait()
        await gone(remote)
        left = remote.router.flash.find(("a.txt",))
        assert left is None or left.size == 0  # a size below 0 is read as that of an empty file
        async with await remote.ssh() as connection:
            assert "R1" in str((await connection.run("show running-config | include hostname")).stdout)

    remote(test, CONFIGURATION.replace("end\n", "ip scp server enable\nend\n"))


@pytest.mark.parametrize(
    "wanted",
    [
        {"server_host_key_algs": ["ssh-ed25519"]},
        {"server_host_key_algs": ["ecdsa-sha2-nistp256"]},
        {"encryption_algs": ["arcfour"]},
        {"mac_algs": ["hmac-md5-96"], "encryption_algs": ["aes128-ctr"]},
    ],
)
def test_algorithms_that_only_the_client_has(wanted: dict[str, Any]) -> None:
    async def test(remote: Remote) -> None:
        host, port = remote.ports.address("ssh")
        options = asyncssh.SSHClientConnectionOptions(known_hosts=None, client_keys=None, config=None, agent_path=None, **wanted)
        try:
            connection = await asyncssh.connect(host, port, username="admin", password="s3cret", options=options)
        except (asyncssh.Error, OSError):
            pass
        else:  # the router has it, after all
            connection.close()
        await gone(remote)
        async with await remote.ssh() as again:
            assert "R1" in str((await again.run("show running-config | include hostname")).stdout)

    remote(test)


def saved(folder: Path) -> Router:
    """A router whose startup-config is in a folder."""
    router = Router.from_text(CONFIGURATION, nvram=folder)
    router.session().execute("write memory")
    for line in list(router.lines):
        line.close()
    return router


def with_ports(router: Router, test: Any) -> None:
    """Runs a test beside the open ports of a router."""

    async def run() -> None:
        ports = RemotePorts(router, "127.0.0.1", 0, 0, delay=0.0)
        try:
            list(ports.open())
            await test(Remote(router, None, ports))  # type: ignore[arg-type]
        finally:
            await ports.close()

    asyncio.run(run())


@pytest.mark.parametrize(
    "typed", ["write memory\r", "copy running-config startup-config\r\r", "reload\r", "configure replace nvram:startup-config\r"]
)
def test_a_client_that_goes_during_a_command(typed: str, tmp_path: Path) -> None:
    router = saved(tmp_path)

    async def test(remote: Remote) -> None:
        connection = await remote.ssh()
        process = await connection.create_process(term_type="vt100")
        await process.stdout.readuntil("R1#")
        process.stdin.write(f"configure terminal\rip domain name late.example\rend\r{typed}")
        await process.stdout.readuntil(typed.split("\r", maxsplit=1)[0])
        connection.abort()
        await gone(remote)
        assert "ip domain name late.example" in router.running_config
        text = router.nvram.read()
        assert text is not None
        assert text.endswith("end\n")
        assert ("late.example" in text) == typed.startswith(("write", "copy"))

    with_ports(router, test)


def test_a_client_that_goes_in_the_middle_of_a_paste() -> None:
    lines = [f"ip host h{number} 10.0.{number // 250}.{number % 250 + 1}" for number in range(2000)]

    async def test(remote: Remote) -> None:
        connection = await remote.ssh()
        process = await connection.create_process(term_type="vt100")
        await process.stdout.readuntil("R1#")
        process.stdin.write("configure terminal\r" + "\r".join(lines[:1000]) + "\rip host half 10.9")
        await process.stdout.readuntil("ip host h500 ")
        connection.abort()
        await gone(remote)
        text = remote.router.running_config
        assert f"{lines[499]}\n" in text
        assert "ip host half" not in text
        entered = [line for line in text.split("\n") if line.startswith("ip host h")]
        assert entered == lines[: len(entered)]  # every line is whole
        async with await remote.ssh() as again:
            assert "h499" in str((await again.run("show running-config | include h499")).stdout)

    remote(test)


def test_a_host_key_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    router = saved(tmp_path)

    def full(file: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))

    async def test(remote: Remote) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(host_key, "write_atomically", full)
            with pytest.raises((asyncssh.Error, OSError)):
                await remote.ssh()
        assert "No space left on device" in caplog.text
        assert not (tmp_path / host_key.FILE).exists()
        async with await remote.ssh() as connection:  # there is room again
            await connection.run("show clock")
        assert (tmp_path / host_key.FILE).exists()

    with_ports(router, test)
