"""RANCID, type cisco: its login program, its list of commands, and the file that it keeps of a router."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from iossim.testing import Server
from tests.interop.served import CONFIGURATION

_FOLDER = Path("/usr/lib/rancid/bin")
pytestmark = [
    pytest.mark.iossim(CONFIGURATION, http=False, ssh=True),
    pytest.mark.skipif(
        not (_FOLDER / "rancid").exists() or shutil.which("ssh") is None, reason="rancid is not installed (2026-11-29)"
    ),
]
#: `clogin` takes the program as one word of Tcl.
_SSH = r"ssh\ -p\ {}\ -F\ none\ -oStrictHostKeyChecking=no\ -oUserKnownHostsFile=/dev/null\ -oPreferredAuthentications=password"


def run(folder: Path, server: Server, *command: str) -> subprocess.CompletedProcess[str]:
    """Runs a program of RANCID, with the logins of this router."""
    logins = folder / ".cloginrc"
    lines = (
        "user 127.0.0.1 guest",
        "password 127.0.0.1 guest en4ble",
        "method 127.0.0.1 ssh",
        f"sshcmd 127.0.0.1 {{{_SSH.format(server.ssh.port)}}}",
    )
    logins.write_text("".join(f"add {line}\n" for line in lines))
    logins.chmod(0o600)
    environment = {
        **os.environ,
        "HOME": str(folder),
        "BASEDIR": str(folder),
        "PATH": f"{_FOLDER}:{os.environ['PATH']}",
        "TERM": "network",
    }
    return subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, timeout=300)


def test_it_logs_in_and_enables(tmp_path: Path, iossim_server: Server) -> None:
    result = run(tmp_path, iossim_server, "clogin", "-c", "show privilege;show clock", "127.0.0.1")
    assert result.returncode == 0
    assert "R1>enable" in result.stdout
    assert "Current privilege level is 15" in result.stdout
    assert result.stdout.rstrip().endswith("Connection to 127.0.0.1 closed.")


def test_it_keeps_the_router(tmp_path: Path, iossim_server: Server) -> None:
    kept = []
    for _ in range(2):
        result = run(tmp_path, iossim_server, "rancid", "-t", "cisco", "127.0.0.1")
        assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
        kept.append((tmp_path / "127.0.0.1.new").read_text())
    first, second = kept
    assert first == second  # RANCID reports every difference
    assert "!Chassis type: CISCO2911/K9\n" in first
    assert "!Image: Software: C2900-UNIVERSALK9-M, 15.7(3)M8, RELEASE SOFTWARE (fc1)\n" in first
    assert "\ninterface GigabitEthernet0/0\n description LAN\n ip address 10.10.0.1 255.255.255.0\n!\n" in first
    assert first.endswith("!\nend\n")
