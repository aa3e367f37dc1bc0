"""Netmiko, unmodified, over SSH and telnet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from netmiko import ConnectHandler, file_transfer
from netmiko.exceptions import ConfigInvalidException, NetmikoAuthenticationException

from iossim.testing import Server
from tests.interop.served import CONFIGURATION

pytestmark = pytest.mark.iossim(CONFIGURATION, http=False, ssh=True, telnet=True)


def connect(server: Server, kind: str = "cisco_ios", user: str = "admin", password: str = "s3cret", **options: Any) -> Any:
    """A connection of Netmiko."""
    address = server.telnet if kind.endswith("telnet") else server.ssh
    return ConnectHandler(
        device_type=kind, host=address.host, port=address.port, username=user, password=password, secret="en4ble", **options
    )


KINDS = ("cisco_ios", "cisco_ios_telnet")


@pytest.mark.parametrize("kind", KINDS)
def test_prompt_and_commands(iossim_server: Server, kind: str) -> None:
    with connect(iossim_server, kind) as router:
        assert router.find_prompt() == "R1#"
        assert router.check_enable_mode()
        assert router.send_command("show privilege") == "Current privilege level is 15"
        (row,) = router.send_command("show version", use_textfsm=True)
        assert row["hostname"] == "R1"
        assert "hostname R1" in router.send_command("show running-config")


@pytest.mark.parametrize("kind", KINDS)
def test_enable(iossim_server: Server, kind: str) -> None:
    with connect(iossim_server, kind, "guest", "guest") as router:
        assert router.find_prompt() == "R1>"
        assert not router.check_enable_mode()
        router.enable()
        assert router.find_prompt() == "R1#"


@pytest.mark.parametrize("kind", KINDS)
def test_configuration(iossim_server: Server, kind: str) -> None:
    with connect(iossim_server, kind) as router:
        output = router.send_config_set(["interface GigabitEthernet0/1", f"description by {kind}", "banner motd #two", "lines#"])
        assert "% " not in output
        assert not router.check_config_mode()
        assert f" description by {kind}" in router.send_command("show running-config")


def test_an_error_in_the_middle_of_a_set(iossim_server: Server) -> None:
    with connect(iossim_server) as router:
        with pytest.raises(ConfigInvalidException):
            router.send_config_set(
                ["interface GigabitEthernet0/1", "descripton wrong", "description never"], error_pattern=r"% Invalid"
            )
        router.exit_config_mode()
        assert "description never" not in router.send_command("show running-config")


def test_save_and_session_log(iossim_server: Server, tmp_path: Path) -> None:
    log = tmp_path / "session.log"
    with connect(iossim_server, session_log=str(log)) as router:
        router.send_config_set(["hostname R9"])
        router.set_base_prompt()
        assert "[OK]" in router.save_config()
        assert "hostname R9" in router.send_command("show startup-config")
        router.send_config_set(["hostname R1"])
        router.set_base_prompt()
    assert "R9#" in log.read_text(encoding="utf-8")
    assert "s3cret" not in log.read_text(encoding="utf-8")


def test_a_wrong_password(iossim_server: Server) -> None:
    with pytest.raises(NetmikoAuthenticationException):
        connect(iossim_server, password="wrong")


def test_files_by_scp(iossim_server: Server, tmp_path: Path) -> None:
    source = tmp_path / "banner.txt"
    source.write_text("banner motd ^C\nby SCP\n^C\nend\n")
    with connect(iossim_server) as router:
        sent = file_transfer(
            router, source_file=str(source), dest_file="banner.txt", file_system="flash:", direction="put", overwrite_file=True
        )
        assert sent == {"file_exists": True, "file_transferred": True, "file_verified": True}
        again = file_transfer(router, source_file=str(source), dest_file="banner.txt", file_system="flash:", direction="put")
        assert again == {"file_exists": True, "file_transferred": False, "file_verified": True}
        back = tmp_path / "back.txt"
        file_transfer(router, source_file="banner.txt", dest_file=str(back), file_system="flash:", direction="get")
    assert back.read_bytes() == source.read_bytes()
