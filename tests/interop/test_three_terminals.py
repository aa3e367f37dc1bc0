"""One served router at three terminals: its console, Netmiko over SSH, and curl with the XML API. Each sees what the others do."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pexpect
import pytest
from netmiko import ConnectHandler

_ROOT = Path(__file__).parents[2]
_CONFIG = _ROOT / "sample-configs" / "small-office.cfg"
_CREDENTIALS = "user23:3Rs92uzQ"


@dataclass
class Terminals:
    """The console of the router, and the ports for the other two terminals.

    Attributes:
        console: the program on a terminal of its own.
        ssh: the port of SSH.
        web: the address of the XML API.
        nvram: the nvram folder.
    """

    console: Any
    ssh: int
    web: str
    nvram: Path

    def types(self, line: str, *shown: str) -> None:
        """Types a line at the console, which must show some texts, one after the other."""
        self.console.send(f"{line}\r")
        for text in shown:
            self.console.expect_exact(text)

    def netmiko(self) -> Any:
        """The second terminal."""
        return ConnectHandler(device_type="cisco_ios", host="127.0.0.1", port=self.ssh, username="admin", password="cisco")

    def curl(self, method: str) -> str:
        """The third terminal: the answer to a method."""
        body = f"<request>{method}</request>"
        command = ["curl", "-s", "-S", "-u", _CREDENTIALS, "-H", "Content-Type: text/xml", "--data-binary", body, self.web]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


@pytest.fixture
def terminals(tmp_path: Path) -> Iterator[Terminals]:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed (2026-11-29)")
    options = ["--console", "--ssh-port", "0", "--http-port", "0", "--nvram", str(tmp_path / "nvram")]
    environment = {**os.environ, "TERM": "vt100", "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONPATH": str(_ROOT)}
    program: Any = pexpect.spawn(
        sys.executable,
        ["-m", "iossim", "serve", str(_CONFIG), *options],
        env=environment,
        dimensions=(40, 120),
        timeout=60,
        encoding="utf-8",
    )
    program.expect(r"SSH on 127\.0\.0\.1 port (\d+)")
    ssh = int(program.match[1])
    program.expect(r"XML API on (\S+)")
    web = program.match[1]
    program.expect("Office>")
    opened = Terminals(program, ssh, web, tmp_path / "nvram")
    opened.types("enable", "Office#")
    yield opened
    program.close(force=True)


def test_each_sees_what_the_others_do(terminals: Terminals) -> None:
    with terminals.netmiko() as router:
        router.send_config_set(["ephone-dn 9", "number 5009"])
        terminals.types("show running-config | section ephone-dn  9", "ephone-dn  9\r\n number 5009\r\n", "Office#")
        assert "5009" in terminals.curl("<ISgetExtension><ISExtID>9</ISExtID></ISgetExtension>")

        executed = terminals.curl("<ISexecCLI><CLI>ephone-dn 9</CLI><CLI>name By curl</CLI></ISexecCLI>")
        assert "<ISexecCLIResponse>0</ISexecCLIResponse>" in executed
        assert "name By curl" in router.send_command("show running-config | section ephone-dn  9")

        terminals.types("configure terminal", "(config)#")
        terminals.types("ephone-dn 9", "(config-ephone-dn)#")
        terminals.types("label By console", "(config-ephone-dn)#")
        assert "label By console" in router.send_command("show running-config | section ephone-dn  9")
        assert re.search(r"con 0 .*idle", router.send_command("show users"))


def saved(terminals: Terminals) -> str:
    file = terminals.nvram / "startup-config"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def test_a_save_waits_for_a_user_in_configuration(terminals: Terminals) -> None:
    save = "<ISSaveConfig></ISSaveConfig>"
    with terminals.netmiko() as router:
        router.config_mode()
        router.send_config_set(["ephone-dn 9", "number 5009"], enter_config_mode=False, exit_config_mode=False)
        assert "<ISSaveConfigResult>delay</ISSaveConfigResult>" in terminals.curl(save)
        assert "number 5009" not in saved(terminals)
        router.exit_config_mode()
        while "number 5009" not in saved(terminals):  # the program saves by itself, four times a second
            assert router.find_prompt() == "Office#"
    terminals.types("configure terminal", "(config)#")
    assert "<ISSaveConfigResult>delay</ISSaveConfigResult>" in terminals.curl(save)
    terminals.types("end", "Office#")
    assert "<ISSaveConfigResult>success</ISSaveConfigResult>" in terminals.curl(save)
