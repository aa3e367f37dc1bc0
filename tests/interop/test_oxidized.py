"""What Oxidized does with a router of the model `ios`: its prompt, its commands, and what it reads from the answers.

Oxidized is a program of Ruby that no package index here has, so that its expressions are written again.
"""

from __future__ import annotations

import asyncio
import re

import asyncssh
import pytest

from iossim.testing import Server
from tests.interop.served import CONFIGURATION

_PROMPT = re.compile(r"^([\w.@()-]+[#>]\s?)$", re.MULTILINE)
_CHASSIS = re.compile(r"(\S+(?:\sseries)?)\s+(?:\((\S+)\)\s+processor|\(revision[^)]+\)).*\s+with (\S+k) bytes", re.IGNORECASE)
_FROM_VERSION = {
    "software": re.compile(r"^(?:Cisco )?IOS .* Software,? \(([A-Za-z0-9_-]*)\), .*Version\s+(.*)$", re.MULTILINE),
    "bootstrap": re.compile(r"^ROM: (?:IOS \S+ )?(?:System )?Bootstrap.*(Version.*)$", re.MULTILINE),
    "nvram": re.compile(r"^(\d+[kK]) bytes of (?:non-volatile|NVRAM)", re.MULTILINE),
    "image": re.compile(r'^System image file is "([^"]*)"$', re.MULTILINE),
    "compiled": re.compile(r"^Compiled (.*)$", re.MULTILINE),
}
_COMMANDS = ("show version", "show vtp status", "show inventory", "show running-config")


async def collected(server: Server) -> dict[str, str]:
    """The answers to the commands of the model, without the echo of the command and without the prompt."""
    address = server.ssh.host, server.ssh.port
    options = asyncssh.SSHClientConnectionOptions(known_hosts=None, client_keys=None, config=None, agent_path=None)
    async with asyncssh.connect(*address, username="guest", password="guest", options=options) as connection:
        process = await connection.create_process(term_type="vt100", term_size=(80, 24))

        async def answer(typed: str, until: re.Pattern[str] = _PROMPT) -> str:
            process.stdin.write(f"{typed}\n" if typed else "")
            text = ""
            while not until.search(text):
                text += (await process.stdout.read(1024)).replace("\r\n", "\n")
            return text

        await answer("")
        await answer("enable", re.compile(r"^Password:", re.MULTILINE | re.IGNORECASE))
        await answer("en4ble")
        for line in ("terminal length 0", "terminal width 0"):
            await answer(line)
        answers = {command: "\n".join((await answer(command)).split("\n")[1:-1]) + "\n" for command in _COMMANDS}
        process.stdin.write("exit\n")
        await process.wait()
        return answers


@pytest.mark.iossim(CONFIGURATION, http=False, ssh=True)
def test_what_it_keeps(iossim_server: Server) -> None:
    answers = asyncio.run(collected(iossim_server))
    again = asyncio.run(collected(iossim_server))
    version = answers["show version"]
    assert version.startswith("Cisco IOS Software, C2900 Software (C2900-UNIVERSALK9-M), Version 15.7(3)M8")
    read = {name: match.groups() for name, pattern in _FROM_VERSION.items() if (match := pattern.search(version))}
    assert read["software"] == ("C2900-UNIVERSALK9-M", "15.7(3)M8, RELEASE SOFTWARE (fc1)")
    assert read["image"] == ("flash0:c2900-universalk9-mz.SPA.157-3.M8.bin",)
    assert read["nvram"] == ("255K",)
    assert set(read) == set(_FROM_VERSION)
    chassis = _CHASSIS.search(version)
    assert chassis is not None
    assert chassis[1] == "CISCO2911/K9"
    after = version[chassis.start() :].split("\n")[1]
    assert re.match(r"processor board id (\S+)", after, re.IGNORECASE)
    assert 'NAME: "CISCO2911/K9"' in answers["show inventory"]
    lines = answers["show running-config"].split("\n")
    assert lines[:2] == ["Building configuration...", ""]  # it leaves out the first three lines
    assert re.match(r"Current configuration : \d+ bytes$", lines[2])
    assert answers["show running-config"].rstrip().endswith("\nend")
    assert again["show running-config"] == answers["show running-config"]  # every difference is a new version
