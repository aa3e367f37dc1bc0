"""Faults of vty lines, as clients of SSH and telnet meet them."""

from __future__ import annotations

import asyncio

import asyncssh
import pytest

from tests.remote.support import Remote, remote


async def ran(connection: asyncssh.SSHClientConnection, command: str) -> str:
    """The output of one command."""
    return str((await connection.run(command)).stdout)


@pytest.mark.parametrize("size", [0, 1, 10])
def test_a_connection_closes_in_the_middle_of_the_output(size: int) -> None:
    async def test(remote: Remote) -> None:
        remote.router.faults.add("vty close", size, times=1)
        async with await remote.ssh() as first, await remote.ssh() as second:
            cut, whole = await ran(first, "show clock"), await ran(second, "show clock")
        assert cut == whole[:size]
        assert len(whole) > size

    remote(test)


def test_a_shell_closes_and_its_line_is_free_again() -> None:
    async def test(remote: Remote) -> None:
        remote.router.faults.add("vty close", 20, times=1)
        async with await remote.ssh() as connection:
            process = await connection.create_process(request_pty=False)
            process.stdin.write("show version\n")
            assert len(await process.stdout.read()) == 20
            await process.wait_closed()
        while remote.router.lines:
            await asyncio.sleep(0)

    remote(test)


def test_a_line_that_hangs_sends_nothing_more_and_stays_open() -> None:
    async def test(remote: Remote) -> None:
        remote.router.faults.add("vty hang", 5, times=1)
        reader, writer = await remote.telnet()
        first = await reader.read(5)
        writer.write(b"admin\r\n")
        async with await remote.ssh() as other:
            assert "R1" in await ran(other, "show running-config | include hostname")
        assert len(first) == 5
        assert not reader.at_eof()
        assert len(remote.router.lines) == 1
        writer.close()

    remote(test)


def test_late_output_is_whole_and_in_its_order() -> None:
    async def test(remote: Remote) -> None:
        remote.router.faults.add("vty late", 1)
        async with await remote.ssh() as connection:
            process = await connection.create_process(request_pty=False)
            process.stdin.write("terminal length 0\nshow version\nexit\n")
            output = await process.stdout.read()
        async with await remote.ssh() as connection:
            version = await ran(connection, "show version")
        remote.router.faults.clear()
        async with await remote.ssh() as connection:
            assert version == await ran(connection, "show version")
        assert version in output
        assert output.index("terminal length 0") < output.index("show version") < output.index("R1#exit")

    remote(test)


def test_late_output_is_not_there_at_once() -> None:
    async def test(remote: Remote) -> None:
        remote.router.faults.add("vty late", 600_000, times=1)
        reader, writer = await remote.telnet()
        async with await remote.ssh() as other:
            assert "UTC" in await ran(other, "show clock")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await reader.readuntil(b"Username: ")
        writer.close()

    remote(test)


@pytest.mark.parametrize(("size", "stays"), [(0, True), (10_000, False)])
def test_a_line_that_hangs_does_not_end_when_its_user_leaves(size: int, stays: bool) -> None:
    async def test(remote: Remote) -> None:
        remote.router.faults.add("vty hang", size, times=1)
        async with await remote.ssh() as connection:
            process = await connection.create_process(request_pty=False)
            while not remote.router.lines:  # until the session has begun
                await asyncio.sleep(0)
            process.stdin.write("exit\n")
            while remote.router.lines:  # until the router has taken the line
                await asyncio.sleep(0)
            if not stays:
                await process.wait_closed()
            async with await remote.ssh() as other:
                await ran(other, "show clock")
            assert process.is_closing() != stays

    remote(test)


def test_other_lines_are_not_disturbed() -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as before:
            process = await before.create_process(request_pty=False)
            await process.stdout.readuntil("R1#")
            for fault in ("vty hang", "vty close"):
                remote.router.faults.add(fault, 0, times=1)
            async with await remote.ssh() as hit:
                assert await ran(hit, "show clock") == ""
            process.stdin.write("show clock\n")
            assert "UTC" in await process.stdout.readuntil("R1#")

    remote(test)
