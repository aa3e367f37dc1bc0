"""One program with all the ways to a router: what it says, and how it ends."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from iossim import Router, serving
from iossim.cli import main
from iossim.serving import Doors, LoopErrors
from iossim.xmlapi.server import Ports
from tests.remote.support import CONFIGURATION


def test_it_says_when_it_is_ready_and_ends_at_a_signal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def missing(router: object) -> list[str]:
        signal.raise_signal(signal.SIGTERM)
        return ["something is missing"]

    monkeypatch.setattr(serving, "missing", missing)
    router = Router.from_text(f"ip http server\n{CONFIGURATION}")
    assert serving.run(router, Doors(Ports(http=0), ssh=0, telnet=0)) == 0
    ssh, telnet, web, reason = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"SSH on 127\.0\.0\.1 port \d+, for example as admin", ssh)
    assert re.fullmatch(r"Telnet on 127\.0\.0\.1 port \d+, for example as admin", telnet)
    assert re.fullmatch(r"XML API on http://127\.0\.0\.1:\d+/ios_xml_app/cme", web)
    assert reason == "  but something is missing"


def test_an_error_of_the_system_is_logged_once_a_minute(caplog: pytest.LogCaptureFixture) -> None:
    async def run() -> None:
        errors = LoopErrors()
        for _ in range(100):
            context = {"message": "socket.accept() out of system resource", "exception": OSError(24, "Too many open files")}
            errors(asyncio.get_running_loop(), context)

    asyncio.run(run())
    assert caplog.messages == ["socket.accept() out of system resource: Too many open files"]


def program(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Runs the program to its end."""
    command = [str(Path(sys.executable).with_name("iossim")), *arguments]
    return subprocess.run(command, input=typed, capture_output=True, text=True, timeout=60, check=False)


def test_a_shell_with_a_port_ends_with_its_input(tmp_path: Path) -> None:
    config = tmp_path / "r1.cfg"
    config.write_text(CONFIGURATION)
    result = program("shell", str(config), "--ssh-port", "0", typed="enable\nen4ble\nshow privilege\n")
    assert result.returncode == 0
    assert re.search(r"^SSH on 127\.0\.0\.1 port \d+, for example as admin$", result.stdout, re.MULTILINE)
    assert "Current privilege level is 15\nR1#" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("option", ["--ssh-port", "--telnet-port", "--http-port"])
@pytest.mark.parametrize("port", ["99999", "-1", "x", ""])
def test_a_wrong_port_is_refused(option: str, port: str) -> None:
    result = program("serve", f"{option}={port}")
    assert result.returncode == 2
    assert "a port is a number from 0 to 65535" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_reload_comes_back_with_the_file(tmp_path: Path) -> None:
    config = tmp_path / "r1.cfg"
    config.write_text(CONFIGURATION)
    typed = "enable\nen4ble\nconfigure terminal\nhostname R2\ndo reload\nno\n\n\nshow clock\n"
    result = program("shell", str(config), typed=typed)
    assert "R2(config)#do reload" in result.stdout
    assert "R1>show clock" in result.stdout


def test_a_saved_configuration_counts_more_than_the_file(tmp_path: Path) -> None:
    config = tmp_path / "r1.cfg"
    config.write_text(CONFIGURATION)
    typed = "enable\nen4ble\nconfigure terminal\nhostname R2\ndo write memory\ndo reload\n\n\nshow clock\n"
    assert "R2>show clock" in program("shell", str(config), typed=typed).stdout


def test_an_erased_startup_config_is_gone(tmp_path: Path) -> None:
    config = tmp_path / "r1.cfg"
    config.write_text(CONFIGURATION)
    typed = "enable\nen4ble\nwrite erase\n\nshow startup-config\nreload\n\n\nshow clock\n"
    result = program("shell", str(config), typed=typed).stdout
    assert "startup-config is not present" in result
    assert "Router>show clock" in result


@pytest.mark.parametrize("scale", ["0", "-1", "86401", "nan", "inf", "x", ""])
def test_a_wrong_scale_of_time_is_refused(scale: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["serve", f"--time-scale={scale}"])
    assert "a scale of time is a number above 0, up to 86400" in capsys.readouterr().err


def test_a_scale_of_time_is_that_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    routers: list[Router] = []

    def run(router: Router, *_: object, **__: object) -> int:
        routers.append(router)
        return 0

    monkeypatch.setattr(serving, "run", run)
    assert main(["serve", "--time-scale", "60"]) == 0
    assert main(["serve"]) == 0
    assert [router.clock.scale for router in routers] == [60.0, 1.0]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--sample", "smal-office"], "there is no sample 'smal-office', did you mean 'small-office'?"),
        (["--sample", "zzz"], "the samples are: b-acd, call-centre"),
        (["--sample", ""], "there is no sample ''"),
        (["--sample", "../small-office"], "there is no sample"),
        (["--sample", "small-office", "sample-configs/small-office.cfg"], "a router starts with one of them"),
    ],
)
@pytest.mark.parametrize("command", ["serve", "shell"])
def test_a_wrong_sample_is_reported(command: str, options: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, *options]) == 2
    error = capsys.readouterr().err
    assert error.startswith("iossim: ")
    assert message in error


def test_a_sample_is_a_configuration() -> None:
    assert program("shell", "--sample", "small-office", typed="show clock\n").stdout.startswith("Office>show clock\n")


@pytest.mark.parametrize(
    ("option", "line"),
    [
        ("--http-port", "XML API on http://127.0.0.1:"),
        ("--ssh-port", "SSH on 127.0.0.1 port "),
        ("--telnet-port", "Telnet on 127.0.0.1 port "),
    ],
)
def test_a_console_with_another_door_opens_that_door_only(option: str, line: str) -> None:
    result = program("shell", "--sample", "small-office", option, "0", typed="show clock\nexit\n")
    announced, prompt, _ = result.stdout.partition("Office>show clock\n")
    assert prompt
    assert [each[: len(line)] for each in announced.splitlines()] == [line]
    assert result.returncode == 0


@pytest.mark.parametrize("option", ["--http-port", "--https-port", "--ssh-port", "--telnet-port", "--metrics-port"])
def test_a_port_in_use_is_reported(option: str, tmp_path: Path) -> None:
    config = tmp_path / "r1.cfg"
    config.write_text(f"ip http server\nip http secure-server\n{CONFIGURATION}", encoding="utf-8")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        others = ["--http-port", "0"] if option != "--http-port" else []
        result = program("serve", str(config), *others, option, str(port))
    assert result.returncode == 2
    assert f"port {port} on 127.0.0.1 is in use; choose another one with {option}" in result.stderr
    assert "Traceback" not in result.stderr
