"""The program `iossim serve` with a configuration, as a client meets it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CONFIGURATION = """hostname R1
ip domain name example.net
ip http server
enable secret 0 en4ble
username admin privilege 15 secret 0 s3cret
username guest privilege 1 secret 0 guest
interface GigabitEthernet0/0
 description LAN
 ip address 10.10.0.1 255.255.255.0
interface GigabitEthernet0/1
 no ip address
 shutdown
ip scp server enable
archive
 path flash:archive
line con 0
line vty 0 4
 login local
 transport input ssh telnet
end
"""
_READY = re.compile(r"(SSH|Telnet) on 127\.0\.0\.1 port (\d+)|XML API on http://127\.0\.0\.1:(\d+)/")


@dataclass(frozen=True)
class Served:
    """The ports of the program.

    Attributes:
        ssh: the port of SSH.
        telnet: the port of telnet.
        web: the port of the XML API.
    """

    ssh: int
    telnet: int
    web: int


@contextmanager
def served(folder: Path, configuration: str = CONFIGURATION) -> Iterator[Served]:
    """Runs the program; it must end without an error when it is asked to.

    Args:
        folder: an empty folder for its files.
        configuration: the configuration of the router.
    """
    config = folder / "router.cfg"
    config.write_text(configuration, encoding="utf-8")
    command = [sys.executable, "-m", "iossim", "serve", str(config), "--nvram", str(folder / "nvram")]
    ports = ["--http-port", "0", "--ssh-port", "0", "--telnet-port", "0"]
    program = subprocess.Popen([*command, *ports], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert program.stdout is not None
        numbers: dict[str, int] = {}
        while len(numbers) < 3:
            line = program.stdout.readline()
            assert line, numbers
            if match := _READY.match(line):
                numbers[match[1] or "web"] = int(match[2] or match[3])
        yield Served(numbers["SSH"], numbers["Telnet"], numbers["web"])
    finally:
        program.send_signal(signal.SIGTERM)
        assert program.wait(timeout=60) == 0
