"""A fleet as its users see it: the program, its addresses, its routers."""

from __future__ import annotations

import asyncio
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncssh
import pytest
import yaml

from iossim.fleet.inventory import Entry
from iossim.fleet.running import folder_of
from iossim.replay.client import Client

GLOBAL = b"<request><ISgetGlobal/></request>"
INVENTORY = """password: geheim
routers:
  - {name: small, sample: small-office, count: 2}
  - {name: bad, config: bad.cfg}
  - {name: absent, config: absent.cfg}
"""


@dataclass(frozen=True)
class Program:
    """A running fleet.

    Attributes:
        printed: its output until it is ready.
        errors: its messages until its end, in a list that is filled then.
    """

    printed: list[str]
    errors: list[str]


@contextmanager
def fleet(folder: Path, text: str, *options: str, last: str) -> Iterator[Program]:
    """Runs the program until the block ends; it must end without an error."""
    path = folder / "fleet.yaml"
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "iossim", "serve", "--inventory", str(path), *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stderr is not None
    program = Program([], [])
    try:
        for line in process.stdout:
            program.printed.append(line.rstrip("\n"))
            if re.match(last, line):
                break
        yield program
    finally:
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
        program.errors.extend(errors.splitlines())
        assert process.returncode == 0


def test_routers_are_served_and_bad_ones_are_reported(tmp_path: Path) -> None:
    (tmp_path / "bad.cfg").write_text("hostname Bad\ntelephony-service\n max-ephones banana\n", encoding="utf-8")
    with fleet(tmp_path, INVENTORY, "--nvram", str(tmp_path / "nvram"), last="3 routers") as program:
        table = {line.split()[0]: line.split()[1:] for line in program.printed}
        assert list(table) == ["NAME", "small-001", "small-002", "bad", "3"]
        assert program.printed[-1] == "3 routers; user iossim, password geheim"
        for name in ("small-001", "small-002"):
            answer = Client(table[name][0], "iossim", "geheim").post(GLOBAL)
            assert b"<ISGlobal>" in answer
        changed = b"<request><ISexecCLI><CLI>hostname One</CLI></ISexecCLI></request>"
        Client(table["small-001"][0], "iossim", "geheim").post(changed)
        Client(table["small-001"][0], "iossim", "geheim").post(b"<request><ISSaveConfig/></request>")
    assert "hostname One" in (tmp_path / "nvram" / "small-001" / "startup-config").read_text(encoding="utf-8")
    assert not (tmp_path / "nvram" / "small-002" / "startup-config").exists()
    errors = "\n".join(program.errors)
    assert f"{tmp_path / 'bad.cfg'}:3:14: " in errors
    assert f"iossim: {tmp_path / 'fleet.yaml'}:5: router absent: cannot read {tmp_path / 'absent.cfg'}" in errors
    assert "small-001: 127.0.0.1 - iossim [" in errors
    assert "geheim" not in errors


def test_every_router_has_an_address_of_its_own(tmp_path: Path) -> None:
    text = "addresses: 127.0.77.0/30\nrouters: [{name: r, sample: small-office, count: 3}]\n"
    with fleet(tmp_path, text, "--quiet", last="2 routers") as program:
        urls = [line.split()[1] for line in program.printed[1:3]]
        assert [re.sub(r":\d+/.*", "", url) for url in urls] == ["http://127.0.77.1", "http://127.0.77.2"]
    assert program.errors == [f"iossim: {tmp_path / 'fleet.yaml'}:2: there is no address left for r-003 in 127.0.77.0/30"]


@pytest.mark.parametrize("form", ["ansible", "nornir"])
def test_an_inventory_names_the_ssh_doors(tmp_path: Path, form: str) -> None:
    text = "user: admin\npassword: geheim\nrouters: [{name: r, sample: small-office}]\n"
    last = r"    ansible_host_key|      iossim_url|        ansible_host_key_checking|    iossim_url"
    with fleet(tmp_path, text, "--print", form, last=last) as program:
        content = yaml.safe_load("\n".join(program.printed))
        if form == "ansible":
            group = content["all"]["children"]["iossim"]
            host, port = group["hosts"]["r"]["ansible_host"], group["hosts"]["r"]["ansible_port"]
            assert group["hosts"]["r"]["iossim_url"].startswith("http://127.0.0.1:")
            assert (group["vars"]["ansible_user"], group["vars"]["ansible_password"]) == ("admin", "geheim")
        else:
            host, port = content["r"]["hostname"], content["r"]["port"]
            assert content["r"]["platform"] == "cisco_ios"
            assert content["r"]["data"]["iossim_url"].startswith("http://127.0.0.1:")

        async def typed() -> str:
            async with asyncssh.connect(host, port, username="admin", password="geheim", known_hosts=None) as connection:
                return str((await connection.run("show privilege")).stdout)

        assert "15" in asyncio.run(typed())


def run(*options: str) -> tuple[int, str]:
    """Exit status and messages of a fleet that does not start."""
    command = [sys.executable, "-m", "iossim", "serve", *options]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60)
    return result.returncode, result.stderr


def test_options_for_one_router_are_refused(tmp_path: Path) -> None:
    for option in (["x.cfg"], ["--sample", "hotel"], ["--console"], ["--scenario", "s.yaml"], ["--https-port", "0"]):
        status, message = run("--inventory", str(tmp_path), *option)
        assert status == 2
        assert "--inventory does not go with" in message


def test_a_fleet_of_which_no_router_starts_ends(tmp_path: Path) -> None:
    path = tmp_path / "fleet.yaml"
    path.write_text("routers: [{name: r, config: absent.cfg}]\n", encoding="utf-8")
    status, message = run("--inventory", str(path))
    assert status == 2
    assert "router r: cannot read" in message
    assert message.splitlines()[-1] == f"iossim: {path}: no router could be started"


def test_ports_that_are_taken_or_missing_are_reported(tmp_path: Path) -> None:
    with fleet(tmp_path, "routers: [{name: r, sample: small-office}]\n", last="user") as first:
        port = int(re.search(r":(\d+)/", first.printed[1])[1])  # type: ignore[index]
        other = tmp_path / "other"
        other.mkdir()
        text = f"http: {port}-{port + 1}\nrouters: [{{name: r, sample: small-office, count: 3}}]\n"
        with fleet(other, text, last="2 routers") as second:
            assert second.printed[1].split()[:2] == ["r-001", "-"] or "http" not in second.printed[1]
        errors = "\n".join(second.errors)
        assert f"router r-001: port {port} on 127.0.0.1 is in use" in errors
        assert f"router r-003: there is no port left for http in {port}-{port + 1}" in errors


def test_the_folder_of_a_router_is_below_that_of_the_fleet() -> None:
    entry = Entry("r-001", Path("x.cfg"))
    assert folder_of("nvram", entry) == "nvram/r-001"
    assert folder_of(None, entry) is None
