"""Lines that are typed for somebody who clicks."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.web.typing import typed
from iossim.web.visitors import Visitor

TEXT = """hostname R1
telephony-service
 max-ephones 2
 max-dn 2
ephone-dn 1
 number 101
ephone 1
 mac-address 0000.0000.0001
 button 1:1
"""


def test_a_line_is_shown_with_its_prompt_and_takes_effect() -> None:
    router = Router.from_text(TEXT)
    line = typed(router, Visitor("web", 15), "127.0.0.1", "simulate ephone 1 register")
    assert (line.accepted, str(line)) == (True, "R1#simulate ephone 1 register")
    assert router.phones.get(1) is not None
    assert [device.tag for device in router.phones.sccp.registered()] == ["1"]
    assert router.lines == []


@pytest.mark.parametrize("line", ["simulate ephone 2 register", "simulate ephone-dn 1 ringing", "nonsense", ""])
def test_a_line_that_cannot_be_says_so(line: str) -> None:
    result = typed(Router.from_text(TEXT), Visitor("web", 15), "", line)
    assert result.accepted is (line == "")
    assert ("%" in result.output) is (line != "")


def test_a_user_of_a_low_level_has_no_simulate() -> None:
    router = Router.from_text(TEXT)
    assert not typed(router, Visitor("bob", 1), "", "simulate ephone 1 register").accepted
    assert router.phones.sccp.registered() == []
