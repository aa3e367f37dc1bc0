"""Every command of iossim in the files for containers and labs, and on their page, is one that iossim accepts."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
import yaml

from iossim.cli import parser

PROJECT = Path(__file__).parent.parent.parent
DOCKERFILE = (PROJECT / "Dockerfile").read_text(encoding="utf-8")
PAGE = (PROJECT / "docs/containers.md").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((PROJECT / "compose.yaml").read_text(encoding="utf-8"))["services"]["router"]
LAB = yaml.safe_load((PROJECT / "docs/containers/office.clab.yaml").read_text(encoding="utf-8"))["topology"]["nodes"]["cme"]
APPLIANCE = json.loads((PROJECT / "docs/containers/iossim.gns3a").read_text(encoding="utf-8"))["docker"]


def _instruction(name: str) -> list[str]:
    """The arguments of an instruction of the Dockerfile in its JSON form."""
    (found,) = re.findall(rf"^{name} (\[.*?\])$", DOCKERFILE, re.MULTILINE | re.DOTALL)
    return list(json.loads(found.replace("\\\n", "")))


def _page_commands() -> list[list[str]]:
    """The arguments behind the image in every `docker run` of the page that has some."""
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)).replace("\\\n", "")
    return [shlex.split(line.partition(" iossim ")[2]) for line in blocks.splitlines() if re.match("docker run .* iossim ", line)]


COMMANDS = {
    "Dockerfile": _instruction("CMD"),
    "compose": COMPOSE["command"],
    "containerlab": shlex.split(LAB["cmd"]),
    "GNS3": shlex.split(APPLIANCE["start_command"])[1:],
    **{f"page: {' '.join(words)}": words for words in _page_commands()},
}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_the_command_is_accepted(words: list[str]) -> None:
    options = parser().parse_args(words)
    served = words[0] == "serve"
    assert served == hasattr(options, "host")
    if served:
        assert (options.host, options.nvram) == ("0.0.0.0", "/nvram")


def test_the_page_has_commands() -> None:
    assert {words[0] for words in _page_commands()} == {"serve", "shell", "validate"}


def test_the_program_is_that_of_the_image() -> None:
    assert shlex.split(APPLIANCE["start_command"])[:1] == _instruction("ENTRYPOINT")
    assert {COMPOSE["image"], LAB["image"].removesuffix(":latest"), APPLIANCE["image"].removesuffix(":latest")} == {"iossim"}


@pytest.mark.parametrize("name", ["Dockerfile", "compose", "containerlab"])
def test_the_health_check_asks_a_port_that_is_served(name: str) -> None:
    (port,) = re.findall(r"127\.0\.0\.1:(\d+)/health", DOCKERFILE)
    assert str(parser().parse_args(COMMANDS[name]).metrics_port) == port


def test_published_ports_are_served() -> None:
    published = {int(each.rpartition(":")[2]) for each in COMPOSE["ports"]}
    options = parser().parse_args(COMMANDS["compose"])
    assert published == {options.http_port, options.ssh_port, options.metrics_port}
    options = parser().parse_args(COMMANDS["containerlab"])
    assert {int(each.rpartition(":")[2]) for each in LAB["ports"]} <= {options.http_port, options.ssh_port}
