"""docs/xml-api.md, followed to the letter: every command is typed, and answers as shown; what its tables say is so."""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path

import pytest

from iossim import Router
from iossim.xmlapi import iserror as problem
from tests.docs.conftest import stand_in
from tests.docs.walkthrough import Step, blocks, ported, run, steps, timeless

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "xml-api.md").read_text(encoding="utf-8")
CLIENT = (DOCS / "xml_client.py").read_text(encoding="utf-8")


def different(step: Step, printed: str) -> str:
    """How an answer differs from the one that the page shows; "" where it does not."""
    shown, really = (timeless(text).rstrip("\n").splitlines() for text in (step.shown, printed))
    lines = difflib.unified_diff(shown, really, "shown", "printed", lineterm="")
    return "\n".join([f"line {step.line}: {step.command}", *lines]) if shown != really else ""


def test_every_command_answers_as_shown(tmp_path: Path, ports: dict[str, int], programs: str) -> None:
    (tmp_path / "xml_client.py").write_text(ported(CLIENT, ports), encoding="utf-8")
    answers = list(run(PAGE, tmp_path, programs, ports))
    assert "\n\n".join(filter(None, (different(step, printed) for step, printed in answers))) == ""
    assert len(answers) == len(list(steps(PAGE))) > 20


def test_the_stand_in_for_curl_says_the_same(tmp_path: Path, ports: dict[str, int], programs: str) -> None:
    # Up to the first configuration, then what the page has of curl's other options.
    part = PAGE[: PAGE.index("### The office")] + PAGE[PAGE.index("A wrong password") : PAGE.index("### Privilege levels")]
    folder = str(stand_in(tmp_path))
    answers = list(run(part, tmp_path, folder + os.pathsep + programs, ports))
    assert "\n\n".join(filter(None, (different(step, printed) for step, printed in answers))) == ""
    assert [step.command for step, _ in answers if "curl --silent" in step.command]


def test_the_client_is_shown_as_it_is_and_has_twenty_lines() -> None:
    assert CLIENT in blocks(PAGE, "python")
    code = [line for line in CLIENT.splitlines() if line.strip() and not line.lstrip().startswith('"""')]
    assert len(code) == 20


def test_what_differs_is_found(tmp_path: Path) -> None:
    page = "```sh\necho a; sleep 0 &\n```\n\n```text\na\n```\n\n```sh\necho b\nfalse\n```\n\n```text\nc\n```\n\n```sh\nfi\n```\n"
    first, second, third = run(page, tmp_path, os.environ["PATH"], {})
    assert different(*first) == ""
    assert different(*second).splitlines()[-3:] == ["-c", "+b", "+(exit status 1)"]
    assert "+(bash has ended)" in different(*third)


def test_an_answer_needs_a_command() -> None:
    with pytest.raises(ValueError, match="line 8: an answer without a command"):
        list(steps("```sh\ntrue\n```\n\n```python\n```\n\n```text\nx\n```\n"))


def test_the_errors_are_those_of_the_page() -> None:
    made = [
        problem.not_xml(),
        problem.unknown_request("NAME"),
        problem.bad_parameter("NAME"),
        problem.not_found("NAME", "VALUE"),
        problem.too_long(),
        problem.internal(),
    ]
    assert re.findall(r"^\| (\d) \| `(.*?)` \|", PAGE, re.MULTILINE) == [(str(each.code), each.message) for each in made]


def test_simulate_does_what_the_page_says() -> None:
    router = Router.from_text(
        "telephony-service\n max-ephones 5\n max-dn 5\n ip source-address 10.1.1.1\nephone-dn 1 dual-line\n number 1001\n"
        "ephone 1\n mac-address 0011.2233.4411\n button 1:1\nephone 2\n mac-address 0011.2233.4412\n"
        "voice register global\n max-pool 5\n max-dn 5\n source-address 10.1.1.1\nvoice register dn 1\n number 901\n"
        "voice register pool 1\n id mac 0013.1978.3CA5\n number 1 dn 1\n"
    )
    lines = re.findall(r"^\| `(simulate .*?)` \|", PAGE, re.MULTILINE)
    assert len(lines) > 10
    for line in lines:
        if "decease" in line:
            router.phones.register_all()
        assert router.session().execute(line) == "", line
