"""OpenSSH's `ssh` and PuTTY's `plink`, at a terminal as people use them, and with one command."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import asyncssh
import pexpect
import pytest

from iossim.testing import Server
from tests.interop.served import CONFIGURATION

#: Programs that a machine may lack; `.ci/run` installs them where it may.
_needs_ssh = pytest.mark.skipif(shutil.which("ssh") is None, reason="openssh-client is not installed (2026-11-29)")
_needs_plink = pytest.mark.skipif(shutil.which("plink") is None, reason="putty-tools is not installed (2026-11-29)")

_BANNERS = "banner login ^C\nAuthorized users only\n^C\nbanner motd ^C\nWelcome\n^C\n"
_OPTIONS = ["-F", "none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR"]
_PASSWORD_ONLY = ["-o", "PreferredAuthentications=password", "-o", "PubkeyAuthentication=no"]


pytestmark = pytest.mark.iossim(CONFIGURATION.replace("line con 0", f"{_BANNERS}line con 0"), http=False, ssh=True)


def arguments(server: Server, *more: str, user: str = "admin") -> list[str]:
    return ["-p", str(server.ssh.port), *_OPTIONS, *more, f"{user}@{server.ssh.host}"]


def person(server: Server, password: str = "s3cret", **options: Any) -> Any:
    """`ssh` on a terminal of 30 rows and 100 columns, after the password."""
    ssh = pexpect.spawn("ssh", arguments(server, *_PASSWORD_ONLY), dimensions=(30, 100), timeout=30, encoding="utf-8", **options)
    ssh.expect("assword: ")
    ssh.sendline(password)
    return ssh


@_needs_ssh
def test_a_person_at_a_terminal(iossim_server: Server) -> None:
    ssh = person(iossim_server)
    ssh.expect_exact("R1#")
    ssh.send("show privilege\r")
    ssh.expect_exact("show privilege\r\nCurrent privilege level is 15\r\nR1#")
    ssh.send("show terminal | include Length\r")
    ssh.expect_exact("Length: 30 lines, Width: 100 columns")
    ssh.setwinsize(50, 132)
    ssh.expect_exact("R1#")
    ssh.send("show terminal | include Length\r")
    ssh.expect_exact("Length: 50 lines, Width: 132 columns")
    ssh.send("exit\r")
    ssh.expect(pexpect.EOF)
    ssh.close()
    assert ssh.exitstatus == 0


@_needs_ssh
def test_pages_fit_the_window(iossim_server: Server) -> None:
    ssh = person(iossim_server)
    ssh.expect_exact("R1#")
    ssh.send("show running-config\r")
    ssh.expect_exact(" --More-- ")
    assert ssh.before.count("\n") == 30  # the command, and a page of 29 lines
    ssh.send("q")
    ssh.expect_exact("R1#")
    ssh.send("show ip int br?")
    ssh.expect_exact("R1#show ip int br")
    ssh.send("\x03")
    ssh.expect_exact("^C\r\nR1#")
    ssh.close(force=True)


@_needs_ssh
def test_the_banners(iossim_server: Server) -> None:
    ssh = pexpect.spawn("ssh", ["-o", "LogLevel=INFO", *arguments(iossim_server, *_PASSWORD_ONLY)], timeout=30, encoding="utf-8")
    ssh.expect_exact("Authorized users only")
    ssh.expect("assword: ")
    ssh.sendline("s3cret")
    ssh.expect_exact("Welcome")
    ssh.expect_exact("R1#")
    ssh.close(force=True)


@_needs_ssh
def test_ctrl_c_leaves_configuration_and_the_escape_character_the_client(iossim_server: Server) -> None:
    ssh = person(iossim_server)
    ssh.expect_exact("R1#")
    ssh.send("configure terminal\r")
    ssh.expect_exact("R1(config)#")
    ssh.send("hostname half")
    ssh.expect_exact("hostname half")
    ssh.send("\x03")
    ssh.expect_exact("R1#")
    ssh.send("\r~.")
    ssh.expect(pexpect.EOF)
    with person(iossim_server) as again:
        again.expect_exact("R1#")
        again.send("show users\r")
        again.expect(r"\*388 vty \d +admin ")


@_needs_ssh
def test_wrong_passwords(iossim_server: Server) -> None:
    ssh = person(iossim_server, "wrong")
    for _ in range(2):
        ssh.expect("assword: ")
        ssh.sendline("wrong")
    ssh.expect(pexpect.EOF)
    ssh.close()
    assert ssh.exitstatus == 255


@_needs_ssh
@pytest.mark.parametrize("tty", ["-T", "-tt"])
def test_one_command_by_key(iossim_server: Server, tmp_path: Path, tty: str) -> None:
    key = asyncssh.generate_private_key("ssh-rsa", comment="admin at work")
    file = tmp_path / "id_rsa"
    key.write_private_key(str(file))
    file.chmod(0o600)
    text = key.export_public_key().decode().strip()
    lines = [text[at : at + 72] for at in range(0, len(text), 72)]
    with person(iossim_server) as ssh:
        ssh.expect_exact("R1#")
        for line in ("configure terminal", "ip ssh pubkey-chain", "username admin", "key-string", *lines, "exit", "end"):
            ssh.send(f"{line}\r")
            ssh.expect("#")
        ssh.send("show running-config | section pubkey\r")
        ssh.expect(r"key-hash ssh-rsa [0-9A-F]{32} admin at work")
    batch = arguments(iossim_server, "-i", str(file), "-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes", tty)
    result = subprocess.run(["ssh", *batch, "show privilege"], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
    assert result.stdout == "Current privilege level is 15\n"
    assert result.returncode == 0


@_needs_ssh
@pytest.mark.parametrize(
    "option",
    ["KexAlgorithms=sntrup761x25519-sha512@openssh.com", "Ciphers=chacha20-poly1305@openssh.com", "HostKeyAlgorithms=ssh-ed25519"],
)
def test_algorithms_that_only_one_side_knows(iossim_server: Server, option: str) -> None:
    """The client names what it wants; a connection without a common algorithm ends, and the next one is as good as before."""
    batch = arguments(iossim_server, "-o", option, "-o", "BatchMode=yes")
    result = subprocess.run(["ssh", *batch, "show clock"], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
    assert result.returncode == 255
    with person(iossim_server) as ssh:
        ssh.expect_exact("R1#")


def plink(server: Server, *options: str) -> list[str]:
    """The command of plink, which asks for nothing."""
    login = ("-l", "admin", "-pw", "s3cret")
    return ["plink", "-batch", *options, "-P", str(server.ssh.port), *login, server.ssh.host]


@pytest.fixture
def host_key(iossim_server: Server) -> str:
    """The host key as plink wants it, which asks for nothing in a batch."""
    answer = subprocess.run(plink(iossim_server), capture_output=True, text=True)
    return next(word for word in answer.stderr.split() if word.startswith("SHA256:"))


@_needs_plink
def test_plink_with_one_command(iossim_server: Server, host_key: str) -> None:
    command = [*plink(iossim_server, "-hostkey", host_key), "show privilege"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert "Current privilege level is 15" in result.stdout
    assert result.returncode == 0


@_needs_plink
def test_plink_with_lines_from_a_pipe(iossim_server: Server, host_key: str) -> None:
    command = plink(iossim_server, "-t", "-hostkey", host_key)
    typed = "terminal length 0\nconfigure terminal\ninterface GigabitEthernet0/1\ndescription by plink\nend\nshow privilege\nexit\n"
    result = subprocess.run(command, input=typed, capture_output=True, text=True, timeout=60)
    assert "Current privilege level is 15" in result.stdout
    assert result.returncode == 0
    shown = subprocess.run([*command, "show running-config | include by plink"], capture_output=True, text=True, timeout=60)
    assert " description by plink" in shown.stdout
