"""Every request of the document, misprints and all, is understood as what it is meant to be."""

import re
from pathlib import Path

import pytest

from iossim.xmlapi import answer_as_owner
from iossim.xmlapi.method import Request
from iossim.xmlapi.methods import catalogue
from tests.xmlapi.support import error, office, read, response

TEXT = (Path(__file__).parent / "data" / "documented-requests.md").read_text(encoding="utf-8")
REQUESTS: dict[str, str] = dict(re.findall(r"^## (\w+)\n```xml\n(.*?)```", TEXT, re.MULTILINE | re.DOTALL))
EXTRA = """\
telephony-service
 directory entry 1 12345 name first last
ephone-template 1
ephone-dn-template 1
voice user-profile 1
 user a password a
voice register global
 mode cme
 max-dn 5
 max-pool 5
voice register dn 1
 number 901
voice register pool 1
 id mac 0013.1978.3CA5
voice register session-server 1
 register-id SS1
voice hunt-group 1 longest-idle
 list 201, 202
"""


def test_all_sixteen_are_there() -> None:
    assert len(REQUESTS) == 16


@pytest.mark.parametrize("name", REQUESTS)
def test_the_request_is_understood(name: str) -> None:
    request, _ = read(REQUESTS[name].encode(), catalogue())
    assert isinstance(request, Request)
    assert request.method.name == name
    assert len(request.parameters) == len(re.findall(r">[^<\n]+<", REQUESTS[name]))


@pytest.mark.parametrize("name", REQUESTS)
def test_the_request_is_answered(name: str) -> None:
    router = office(EXTRA)
    assert not [each for each in router.findings if each.severity == "error"]
    answer = response(answer_as_owner(router, REQUESTS[name].encode()))
    assert error(answer) == ("", "")
    assert len(answer)
