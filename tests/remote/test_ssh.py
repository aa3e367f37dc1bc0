"""SSH: logins, shells, single commands, and clients that behave badly."""

from __future__ import annotations

import asyncio
from pathlib import Path

import asyncssh
import pytest

from iossim import Router
from iossim.errors import NvramError
from iossim.remote.host_key import FILE, host_key
from tests.remote.support import CONFIGURATION, Remote, remote


async def shell(connection: asyncssh.SSHClientConnection, width: int = 511, length: int = 1000) -> asyncssh.SSHClientProcess[str]:
    """A shell on a terminal, after its first prompt."""
    process = await connection.create_process(term_type="vt100", term_size=(width, length))
    await process.stdout.readuntil("R1#")
    return process


async def typed(process: asyncssh.SSHClientProcess[str], line: str, prompt: str = "R1#") -> str:
    """What comes back after a line, up to a prompt."""
    process.stdin.write(line)
    return await process.stdout.readuntil(prompt)


def test_a_shell() -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as connection:
            process = await shell(connection)
            assert await typed(process, "show privilege\n") == "show privilege\r\nCurrent privilege level is 15\r\nR1#"
            assert await typed(process, "\n") == "\r\nR1#"
            assert "1000 lines" in await typed(process, "show terminal | include Length\n")
            process.stdin.write("exit\n")
            assert await process.stdout.read() == "exit\r\n"
            await process.wait()
        assert remote.router.lines == []

    remote(test)


def test_the_level_is_that_of_the_user() -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh("guest", "guest") as connection:
            process = await connection.create_process(term_type="vt100")
            await process.stdout.readuntil("R1>")
            assert (await typed(process, "enable\n", "Password: ")).endswith("Password: ")
            assert await typed(process, "en4ble\n") == "\r\nR1#"

    remote(test)


@pytest.mark.parametrize(("user", "password"), [("admin", "wrong"), ("nobody", "s3cret"), ("admin", ""), ("", "")])
def test_a_wrong_login_is_refused(user: str, password: str) -> None:
    async def test(remote: Remote) -> None:
        with pytest.raises((asyncssh.PermissionDenied, asyncssh.DisconnectError)):
            await remote.ssh(user, password)
        async with await remote.ssh() as connection:
            await shell(connection)

    remote(test)


def test_one_command_without_a_terminal() -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as connection:
            result = await connection.run("show running-config | include hostname")
            assert result.stdout == "hostname R1\r\n"
            assert result.exit_status == 0
            assert "% Invalid input" in str((await connection.run("show nothing")).stdout)
        assert remote.router.lines == []

    remote(test)


def test_sessions_see_the_changes_of_the_others_at_once() -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as one, await remote.ssh() as other:
            first, second = await shell(one), await shell(other)
            await typed(first, "configure terminal\nhostname R2\n", "R2(config)#")
            assert "hostname R2" in await typed(second, "show running-config | include hostname\n", "R2#")
        assert "hostname R2" in remote.router.running_config

    remote(test)


def test_log_messages_after_terminal_monitor() -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as one, await remote.ssh() as other:
            first, second = await shell(one), await shell(other)
            await typed(second, "terminal monitor\n")
            await typed(first, "configure terminal\nend\n")
            message = await second.stdout.readuntil("R1#")
            assert "%SYS-5-CONFIG_I: Configured from console by admin on vty0 (127.0.0.1)\r\nR1#" in message

    remote(test)


def test_the_sixth_session_is_refused_and_a_line_is_free_again_after_exit() -> None:
    async def test(remote: Remote) -> None:
        connections = [await remote.ssh() for _ in range(5)]
        for connection in connections:
            await shell(connection)
        with pytest.raises((asyncssh.ConnectionLost, ConnectionResetError)):
            await remote.ssh()
        connections[2].close()
        await connections[2].wait_closed()
        while len(remote.router.lines) == 5:
            await asyncio.sleep(0)
        async with await remote.ssh() as again:
            await shell(again)
            assert len(remote.router.lines) == 5
        for connection in connections:
            connection.close()

    remote(test)


@pytest.mark.parametrize("change", [" transport input telnet", " transport input none", " access-class 10 in"])
def test_what_the_line_does_not_take_is_closed(change: str) -> None:
    configuration = (
        CONFIGURATION.replace(" transport input ssh telnet", change) + "\naccess-list 10 permit 192.0.2.0 0.0.0.255\nend\n"
    )

    async def test(remote: Remote) -> None:
        with pytest.raises((asyncssh.ConnectionLost, ConnectionResetError)):
            await remote.ssh()

    remote(test, configuration)


def test_a_session_without_input_ends() -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as connection:
            process = await shell(connection)
            remote.time.passes(599)
            remote.ports.end_idle_lines()
            await typed(process, "\n")
            remote.time.passes(599)
            remote.ports.end_idle_lines()
            assert len(remote.router.lines) == 1
            remote.time.passes(1)
            remote.ports.end_idle_lines()
            assert await process.stdout.read() == ""
        assert remote.router.lines == []

    remote(test)


def test_clear_line_ends_the_connection_of_another_user() -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as one, await remote.ssh() as other:
            first, second = await shell(one), await shell(other)
            await typed(first, "clear line vty 1\n", "[confirm]")
            await typed(first, "\n")
            remote.ports.end_idle_lines()
            assert "R1#" not in await second.stdout.read()
            assert len(remote.router.lines) == 1

    remote(test)


def test_exec_timeout_0_0_never_ends_a_session() -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as connection:
            process = await shell(connection)
            remote.time.passes(1_000_000)
            remote.ports.end_idle_lines()
            assert await typed(process, "\n") == "\r\nR1#"

    remote(test, CONFIGURATION.replace(" login local", " login local\n exec-timeout 0 0"))


def test_bytes_that_are_not_utf_8_are_read_as_latin_1() -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as connection:
            process = await connection.create_process(term_type="vt100", encoding=None)
            await process.stdout.readuntil(b"R1#")
            process.stdin.write(b"configure terminal\ninterface Loopback0\ndescription Z\xfcrich \xc3")
            process.stdin.write(b"\xa9\nend\n")
            await process.stdout.readuntil(b"R1#")
        assert " description Zürich é" in remote.router.running_config

    remote(test)


@pytest.mark.parametrize("noise", [b"\x00\xff\xfe" * 1000, b"x" * 1_000_000, b"\x1b[" * 500, b"\xc3"])
def test_noise_ends_no_session(noise: bytes) -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as connection:
            process = await connection.create_process(term_type="vt100", encoding=None)
            await process.stdout.readuntil(b"R1#")
            process.stdin.write(noise + b"\x1bx\x15\x15\x03show privilege\n")
            assert (await process.stdout.readuntil(b"Current privilege level is 15\r\n")).endswith(b"15\r\n")

    remote(test)


def test_a_client_that_vanishes_leaves_no_session_and_loses_nothing() -> None:
    async def test(remote: Remote) -> None:
        connection = await remote.ssh()
        process = await shell(connection)
        await typed(process, "configure terminal\nhostname R2\n", "R2(config)#")
        process.stdin.write("ip domain name half")
        connection.abort()
        while remote.router.lines:
            await asyncio.sleep(0)
        assert remote.router.hostname == "R2"
        assert "half" not in remote.router.running_config

    remote(test)


def test_what_is_no_ssh_is_closed() -> None:
    async def test(remote: Remote) -> None:
        reader, writer = await asyncio.open_connection(*remote.ports.address("ssh"))
        writer.write(b"GET / HTTP/1.1\r\n\r\n" * 100)
        assert b"SSH-2.0-Cisco-1.25" in await reader.read()
        writer.close()
        async with await remote.ssh() as connection:
            await shell(connection)

    remote(test)


def test_there_is_no_sftp() -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as connection:
            with pytest.raises(asyncssh.ChannelOpenError):
                await connection.start_sftp_client()

    remote(test)


def test_the_ready_line_names_a_user() -> None:
    async def test(remote: Remote) -> None:
        port = remote.ports.address("ssh")[1]
        assert remote.said[0] == f"SSH on 127.0.0.1 port {port}, for example as admin"

    remote(test)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (" transport input ssh telnet", " transport input none", "`transport input ssh`"),
        ("username ", "! username ", "no `username`"),
    ],
)
def test_the_ready_line_names_what_is_missing(old: str, new: str, reason: str) -> None:
    async def test(remote: Remote) -> None:
        assert reason in remote.said[0]

    remote(test, CONFIGURATION.replace(old, new))


def test_the_host_key_is_kept_in_the_nvram_folder(tmp_path: Path) -> None:
    key = host_key(tmp_path)
    assert host_key(tmp_path).get_fingerprint() == key.get_fingerprint()
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0
    assert host_key(None).get_fingerprint() == host_key(None).get_fingerprint()


def test_a_damaged_host_key_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("no key")
    with pytest.raises(NvramError, match=FILE):
        host_key(tmp_path)


def test_a_router_without_lines_of_its_own_has_five_that_take_no_ssh() -> None:
    async def test(remote: Remote) -> None:
        assert "transport input" in remote.said[0]

    remote(test, Router().running_config)


SCP = CONFIGURATION.replace("end\n", "ip scp server enable\nend\n")


def test_files_are_copied_both_ways(tmp_path: Path) -> None:
    source, back = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_bytes(b"line\r\n" * 50_000)

    async def test(remote: Remote) -> None:
        async with await remote.ssh() as connection:
            await asyncssh.scp(source, (connection, "flash:/a.txt"))
            assert remote.router.flash.read(("a.txt",)) == source.read_bytes()
            await asyncssh.scp((connection, "flash:/a.txt"), back)
            assert back.read_bytes() == source.read_bytes()
            await asyncssh.scp((connection, "running-config"), back)
            assert back.read_text(encoding="utf-8") == remote.router.running_config
            process = await shell(connection)
            assert "a.txt" in await typed(process, "dir\n")
        while remote.router.lines:
            await asyncio.sleep(0)

    remote(test, SCP)


def test_a_file_that_is_too_large_for_flash(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(b"x" * 100_000)

    async def test(remote: Remote) -> None:
        remote.router.flash.total = remote.router.flash.total - remote.router.flash.free + 50_000
        async with await remote.ssh() as connection:
            with pytest.raises(asyncssh.Error):
                await asyncssh.scp(source, (connection, "flash:a.txt"))
        assert remote.router.flash.find(("a.txt",)) is None

    remote(test, SCP)


def test_a_client_that_goes_in_the_middle_of_a_file_leaves_none() -> None:
    async def test(remote: Remote) -> None:
        connection = await remote.ssh()
        process = await connection.create_process("scp -t flash:a.txt", encoding=None)
        assert await process.stdout.read(1) == b"\0"
        process.stdin.write(b"C0644 100000 a.txt\n")
        assert await process.stdout.read(1) == b"\0"
        process.stdin.write(b"half of it")
        connection.abort()
        while remote.router.lines:
            await asyncio.sleep(0)
        for _ in range(20):
            await asyncio.sleep(0)
        assert remote.router.flash.find(("a.txt",)) is None

    remote(test, SCP)


def test_the_connection_ends_after_three_wrong_passwords() -> None:
    class Guessing(asyncssh.SSHClient):
        asked = 0

        def password_auth_requested(self) -> str:
            Guessing.asked += 1
            return f"guess{Guessing.asked}"

        def kbdint_auth_requested(self) -> None:
            return None

    async def test(remote: Remote) -> None:
        host, port = remote.ports.address("ssh")
        with pytest.raises((asyncssh.PermissionDenied, asyncssh.DisconnectError)):
            await asyncssh.connect(
                host,
                port,
                username="admin",
                client_factory=Guessing,
                known_hosts=None,
                client_keys=None,
                config=None,
                agent_path=None,
            )
        assert Guessing.asked == 3

    remote(test)


def test_a_length_that_was_typed_stays_when_the_window_changes() -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as connection:
            process = await shell(connection, 100, 40)
            assert "Length: 40 lines, Width: 100 columns" in await typed(process, "show terminal | include Length\n")
            await typed(process, "terminal length 0\n")
            process.change_terminal_size(120, 50)
            assert "Length: 0 lines, Width: 120 columns" in await typed(process, "show terminal | include Length\n")

    remote(test)


@pytest.mark.parametrize("path", ["flash:/missing", "nvram:nothing", "flash:../../etc/passwd", "/etc/passwd"])
def test_a_file_that_is_not_there(path: str, tmp_path: Path) -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh() as connection:
            with pytest.raises(asyncssh.Error):
                await asyncssh.scp((connection, path), tmp_path / "x")
        assert not (tmp_path / "x").exists()

    remote(test, SCP)


@pytest.mark.parametrize(("user", "password", "configuration"), [("admin", "s3cret", CONFIGURATION), ("guest", "guest", SCP)])
def test_who_may_not_copy(user: str, password: str, configuration: str, tmp_path: Path) -> None:
    async def test(remote: Remote) -> None:
        async with await remote.ssh(user, password) as connection:
            with pytest.raises(asyncssh.Error):
                await asyncssh.scp((connection, "running-config"), tmp_path / "x")
        assert not (tmp_path / "x").exists()

    remote(test, configuration)
