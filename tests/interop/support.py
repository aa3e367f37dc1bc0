"""Routers of three sample configurations, and the rows that ntc-templates reads from their output."""

from __future__ import annotations

from ipaddress import IPv4Interface
from pathlib import Path
from typing import Any

from ntc_templates.parse import parse_output

from iossim import Router
from iossim.router import Clock
from tests.router.support import Time

SAMPLES = ("small-office.cfg", "sccp-office.cfg", "hotel.cfg")
_FOLDER = Path(__file__).parents[2] / "sample-configs"


def sample(name: str) -> Router:
    """A router with a sample configuration."""
    return Router.from_text((_FOLDER / name).read_text(encoding="utf-8"), clock=Clock(Time()))


def output(router: Router, command: str) -> str:
    """The output of a command, which the router must accept."""
    result = router.session().run(command)
    assert result.accepted, (command, result.output)
    return result.output


def rows(router: Router, command: str, template: str = "") -> list[dict[str, Any]]:
    """The rows that ntc-templates reads from the output of a command.

    Args:
        router: the router.
        command: the command, as typed.
        template: the command that the template is named after; "": the command itself.
    """
    parsed = parse_output("cisco_ios", template or command, output(router, command))
    assert isinstance(parsed, list)
    return [dict(row) for row in parsed]


def lab(name: str) -> Router:
    """A router with a sample configuration, and the lines of `lab.cfg` beside them: routing, filters, redundancy, IPv6."""
    text = (_FOLDER / name).read_text(encoding="utf-8").rstrip().removesuffix("end")
    more = Path(__file__).with_name("lab.cfg").read_text(encoding="utf-8")
    router = Router.from_text(f"{text}{more}end\n", clock=Clock(Time()))
    assert not [finding for finding in router.findings if finding.text in more.split("\n")]
    return router


def addresses(router: Router) -> dict[str, IPv4Interface]:
    """The address of every interface that has one, from the text of the configuration."""
    own, name = {}, ""
    for line in router.running_config.split("\n"):
        words = line.split()
        if line.startswith("interface "):
            name = words[1]
        elif line.startswith(" ip address ") and len(words) == 4 and name:
            own[name] = IPv4Interface(f"{words[2]}/{words[3]}")
        elif not line.startswith(" "):
            name = ""
    return own
