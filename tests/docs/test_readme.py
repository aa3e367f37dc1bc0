"""The first screen of the README: its requests answer as shown, its figures are true, its samples and passwords exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from iossim.cli import parser
from iossim.samples import sample
from iossim.validate.codes import codes
from iossim.validate.output import FORMATS
from tests.docs.test_xml_api import different
from tests.docs.walkthrough import blocks, run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "README.md").read_text(encoding="utf-8")
START = PAGE[PAGE.index("## Start") : PAGE.index("### ")]


def page(name: str) -> str:
    """The text of another page."""
    return (ROOT / name).read_text(encoding="utf-8")


def section(title: str) -> str:
    """The section below a heading."""
    return re.split(r"\n#{2,3} ", PAGE[PAGE.index(f"{title}\n") :])[0]


def router() -> list[str]:
    """The command that opens the doors, without the name of the program."""
    (command,) = re.findall(r"^\.venv/bin/iossim (shell .*)$", START, re.MULTILINE)
    return shlex.split(command)


@contextmanager
def running(arguments: list[str], ports: dict[str, int]) -> Iterator[None]:
    """The router, from its first prompt until its user leaves."""
    typed = [str(ports.get(word, word)) for word in arguments]
    command = [sys.executable, "-m", "iossim", *typed]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            while "Office>" not in (line := process.stdout.readline(7)):
                assert line
            yield
        finally:
            process.communicate("exit\n")
        assert process.returncode == 0


def test_the_request_is_answered_as_shown(
    tmp_path: Path,
    ports: dict[str, int],
    programs: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / ".curlrc").write_text("silent\nshow-error\n", encoding="utf-8")  # what it writes to a terminal
    monkeypatch.setenv("CURL_HOME", str(tmp_path))
    arguments = router()
    at = arguments.index("--web-port")  # its library is not in this environment: tests/web open the page
    with running(arguments[:at] + arguments[at + 2 :], {**ports, "2222": 0}):
        answers = list(run(section("### Send it a request"), tmp_path, programs, ports))
    assert [different(step, printed) for step, printed in answers] == [""]


def test_every_command_is_one_of_the_program() -> None:
    lines = [
        line
        for block in blocks(PAGE, "sh")
        for line in block.splitlines()
        if " iossim " in f" {line}".replace("/iossim ", " iossim ")
    ]
    assert len(lines) > 5
    for line in lines:
        words = shlex.split(re.split(r"\biossim ", line)[-1])
        parser().parse_args(words)


def test_the_user_of_the_start_is_one_of_the_sample() -> None:
    options = parser().parse_args(router())
    assert re.findall(r"log in as `(\w+)` with the password `(\w+)`", START) == [
        (login.user, login.password) for login in sample(options.sample).logins if login.door == "user"
    ]
    assert f"http://127.0.0.1:{options.web_port}/" in START
    assert f":{options.http_port}/" in section("### Send it a request")
    assert f"port={options.ssh_port}," in section("### Automate it")


def test_the_figures_are_true() -> None:
    commands, modes = map(
        int, re.findall(r"^(\d+) commands in (\d+) modes", (ROOT / "docs/commands/README.md").read_text(), re.MULTILINE)[0]
    )
    (shown,) = re.findall(r"more than ([\d,]+) in more than (\d+) modes", PAGE)
    assert commands - 500 < int(shown[0].replace(",", "")) < commands
    assert modes - 50 < int(shown[1]) < modes
    methods = re.findall(r"^\| \[IS", page("docs/xml/methods.md"), re.MULTILINE)
    assert f"| {len(methods)} methods," in PAGE
    rules = sum(code.is_rule for code in codes().values())
    assert rules - 20 < int(re.findall(r"more than (\d+) rules", PAGE)[0]) < rules
    assert f"{['eight', 'nine', 'ten', 'eleven'][len(FORMATS) - 8]} formats" in PAGE


def test_the_gate_finds_its_two_commands() -> None:
    for name in ("start", "test"):
        assert re.search(rf"^<!-- ci: {name} -->\n```sh\n\S.*\n```$", PAGE, re.MULTILINE)
