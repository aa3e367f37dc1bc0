"""Requests from the page: their text, their answer, the sources of its elements, and the same request as a program."""

from __future__ import annotations

import asyncio
import base64
import subprocess
from xml.etree import ElementTree

import pytest

from iossim import Router
from iossim.web.api import ask, element_rows, formatted
from iossim.web.examples import as_curl, as_python, request_text
from iossim.web.requests import COLUMNS, RequestList
from iossim.web.visitors import Visitor
from iossim.xmlapi.access_log import AccessLog
from iossim.xmlapi.skeletons import skeletons
from tests.web.support import office

OWNER = Visitor("web", 15)


def answer(router: Router, body: str, visitor: Visitor = OWNER) -> tuple[str, str]:
    """The answer to a request, and its method."""
    answered = asyncio.run(ask(router, visitor, "127.0.0.1", body))
    assert answered.size == len(answered.text.encode())
    return answered.text, answered.method


def test_values_of_parameters_are_text() -> None:
    text = request_text("ISgetExtension", [("ISExtID", "1"), ("ISExtNumber", ""), ("ISKeyword", "<&>")])
    request = ElementTree.fromstring(text)
    assert [(node.tag, node.text) for node in request[0]] == [("ISExtID", "1"), ("ISKeyword", "<&>")]
    assert request_text("ISgetGlobal", []) == "<request>\n  <ISgetGlobal/>\n</request>\n"


@pytest.mark.parametrize("method", [skeleton.name for skeleton in skeletons()])
def test_every_method_can_be_sent_with_its_parameters_empty(method: str) -> None:
    text, asked = answer(office(), request_text(method, []))
    assert asked == method
    assert ElementTree.fromstring(text) is not None


def test_an_element_has_its_value_and_the_command_that_fills_it() -> None:
    text, method = answer(office(), request_text("ISgetExtension", [("ISExtID", "1")]))
    rows = {str(row["element"]).strip(): (row["value"], row["source"]) for row in element_rows(text, method)}
    assert rows["ISExtNumber"] == ("101", "number <number>")
    assert rows["name"] == ('<b>Anna</b> & "Co"', "name <name>")
    assert rows["ISExtID"] == ("1", "tag")


def test_every_element_with_a_value_has_a_source() -> None:
    router = office()
    router.phones.register(1)
    for request in ("ISgetDevice", "ISgetExtension"):
        text, method = answer(router, request_text(request, [("ISKeyword", "all")]))
        rows = element_rows(text, method)
        assert sum(1 for row in rows if row["value"]) > 20
        assert [row["element"] for row in rows if row["value"] and not row["source"]] == []


@pytest.mark.parametrize("body", ["", "nonsense", "<a>", "<request><ISnothing/></request>", "\ud800", "<request/>" * 5])
def test_nonsense_gets_an_answer(body: str) -> None:
    text, _ = answer(office(), body)
    assert "<ISError>" in text
    assert element_rows(text, "")
    assert formatted(text).count("\n") > 3


def test_a_formatted_answer_has_the_prefixes_of_the_answer() -> None:
    text, _ = answer(office(), request_text("ISgetGlobal", []))
    shown = formatted(text)
    assert "SOAP-ENV:Envelope" in shown
    assert "<ISGlobal>" in {line.strip() for line in shown.splitlines()}
    assert ElementTree.canonicalize(shown, strip_text=True) == ElementTree.canonicalize(text, strip_text=True)


def test_an_answer_that_is_no_xml_is_shown_as_it_is() -> None:
    router = office()
    router.faults.add("xml malformed")
    text, method = answer(router, request_text("ISgetGlobal", []))
    assert formatted(text) == text
    assert element_rows(text, method) == []


def test_a_request_has_the_level_of_its_visitor() -> None:
    body = "<request><ISexecCLI><CLI>hostname R2</CLI></ISexecCLI></request>"
    router = office()
    answer(router, body, Visitor("bob", 1))
    assert router.hostname == "R1"
    answer(router, body)
    assert router.hostname == "R2"


def test_the_programs_send_the_request_word_for_word() -> None:
    body = request_text("ISgetExtension", [("ISExtName", "O'Neill $(x) \\")])
    command = as_curl("http://127.0.0.1:1/ios_xml_app/cme", "user 23", body)
    words = subprocess.run(["sh", "-c", f'curl() {{ printf "%s\\0" "$@"; }}; {command}'], capture_output=True, check=True).stdout
    assert words.decode().split("\0")[:-1] == ["--user", "user 23", "--data-binary", body, "http://127.0.0.1:1/ios_xml_app/cme"]
    program = as_python("http://r/", "user 23", body)
    seen: dict[str, object] = {}
    code = program.partition("with urllib")[0].replace("getpass.getpass()", "'secret'")
    exec(compile(code, "example", "exec"), seen)
    request = seen["request"]
    assert (request.data, request.full_url) == (body.encode(), "http://r/")  # type: ignore[attr-defined]
    credentials = request.get_header("Authorization").split()[1]  # type: ignore[attr-defined]
    assert base64.b64decode(credentials) == b"user 23:secret"


def test_the_newest_requests_are_kept_and_passed_on() -> None:
    lines: list[str] = []

    class Lines(AccessLog):
        def __init__(self) -> None:
            super().__init__(quiet=True)

        def say(self, line: str) -> None:
            lines.append(line)

    requests = RequestList(Lines())
    now = office().clock.now()
    for number in range(501):
        requests.note("10.0.0.1", "anna", now, "POST /" + "x" * 500, 200, number, "ISgetGlobal", 0.0012)
    requests.say("a message")
    assert (len(requests.requests), len(lines), lines[-1]) == (500, 502, "a message")
    row = requests.requests[-1].row()
    assert COLUMNS.keys() <= row.keys()
    assert (row["number"], row["bytes"], row["ms"], row["time"]) == (501, 500, 1.2, "12:00:00")
    assert len(str(row["request"])) == 200
