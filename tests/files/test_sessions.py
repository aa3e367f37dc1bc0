"""Sessions of several routers in one text, and prompts of modes that the text does not enter."""

from __future__ import annotations

import pytest

from iossim.files.sessions import routers_in
from iossim.validate import check_text
from iossim.validate.explaining import explain_line
from iossim.validate.settings import Settings
from tests.files.support import printed
from tests.validate.support import codes_of, of_reading

PORT = ("interface Gi0/0", "ip address 192.0.2.1 255.255.255.0")


def parts(*lines: str) -> list[list[str]]:
    """The lines of each router, without those of the others."""
    return [[line for line in part.lines if line] for part in routers_in(list(lines))]


def codes(*lines: str) -> list[str]:
    return codes_of("\n".join(lines) + "\n")


def test_routers_by_their_prompts_are_checked_one_by_one() -> None:
    session = [f"{name}(config{mode})#{line}" for name in ("R1", "R2") for mode, line in zip(("", "-if"), PORT, strict=True)]
    assert [each for each in codes(*session) if "pasted" not in each] == ["3:1 info several-routers"]
    assert "4:15 error refused" not in codes(*session)
    assert codes(*(line.replace("R2", "R1").replace("Gi0/0", f"Gi0/{at // 2}") for at, line in enumerate(session)))[-1:] == [
        "4:15 error refused"
    ]


def test_the_message_names_the_router_before() -> None:
    found = of_reading(check_text("", "R1(config)#ip cef\nR2(config)#ip cef\n"))
    assert [each.message for each in found if each.code == "several-routers"] == [
        "another router, after R1 in line 1: its lines are checked by themselves"
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            ["R1(config)#a", "x", "R2(config)#b", "R1#show clock", "y"],
            [["R1(config)#a", "x", "R1#show clock", "y"], ["R2(config)#b"]],
        ),
        (["Router(config)#hostname R1", "R1(config)#a"], [["Router(config)#hostname R1", "R1(config)#a"]]),
        (["r1(config)#a", "R1(config)#b"], [["r1(config)#a", "R1(config)#b"]]),
        (["title", "R1(config)#a", "R2(config)#b"], [["title", "R1(config)#a"], ["R2(config)#b"]]),
        (
            ["R1(config)#router rip", "Router1(config-router)#version 2"],
            [["R1(config)#router rip", "Router1(config-router)#version 2"]],
        ),
        (["- R1(config)# a", "2. R2(config)# b"], [["- R1(config)# a"], ["2. R2(config)# b"]]),
        (
            ["R1(config)#a", "R2(config)#b", "PC#ping", "R3#show run", "c"],
            [["R1(config)#a"], ["R2(config)#b", "PC#ping"], ["R3#show run", "c"]],
        ),
        (["hostname R1", "hostname R2"], [["hostname R1", "hostname R2"]]),
        (
            ["R1#show run | section bgp", "a", "R2#sh run | s bgp", "b", "R1(config)#c"],
            [["R1#show run | section bgp", "a", "R1(config)#c"], ["R2#sh run | s bgp", "b"]],
        ),
        (
            ["R1(config)#a", "R2(config)#b", '{% tab title="R1" %}', "hostname R1", '{% tab title="Topology" %}', "c"],
            [["R1(config)#a", '{% tab title="R1" %}', "hostname R1", '{% tab title="Topology" %}', "c"], ["R2(config)#b"]],
        ),
        (
            ['{% tab title="R1" %}', "hostname R1", '{% tab title="R2" %}', "```", "hostname R2"],
            [['{% tab title="R1" %}', "hostname R1"], ['{% tab title="R2" %}', "```", "hostname R2"]],
        ),
        (["R1#show run", "a", "R1(config)#c"], [["R1#show run", "a", "R1(config)#c"]]),
        (["R1#show clock", "R2#show clock", "R1(config)#c"], [["R1#show clock", "R2#show clock", "R1(config)#c"]]),
    ],
)
def test_whose_line_it_is(lines: list[str], found: list[list[str]]) -> None:
    assert parts(*lines) == found


def test_a_second_router_with_the_name_of_a_new_one() -> None:
    lines = ["Router(config)#hostname R1", "R1(config)#a", "", "Router#conf t", "Router(config)#hostname R2", "R2(config)#b"]
    assert parts(*lines) == [lines[:2], lines[3:]]


def test_a_line_is_explained_in_the_session_of_its_router() -> None:
    text = "R1(config)#router rip\nR2(config)#interface Loopback0\nR1(config-router)#version 2\n"
    assert "Mode: router rip (Router(config-router)#), section `router rip`" in list(explain_line("", text, 3, Settings()))


def test_a_command_of_a_mode_that_the_text_does_not_enter() -> None:
    """An excerpt of a session: it can be judged, but not stored."""
    lines = ["R1(config-router)#network 10.0.0.0", "R1(config-telephony)#max-dn 5", "R1(config)#ip cef"]
    assert {each.rpartition(" ")[2] for each in codes(*lines)} == {"pasted-prompt"}
    assert printed(*lines) == ["ip cef"]
    assert "1:22 error unknown-command" not in codes("R1(config-telephony)#max-dn 5")


def test_a_loop_of_tcl_is_no_configuration() -> None:
    loop = ["tclsh", "foreach addr {", " 10.2.2.1", "} {", " ping $addr", "}", "tclquit"]
    assert printed("hostname X", *loop, "ip cef") == printed("hostname X", "ip cef")
    assert not [each for each in codes(*loop) if " error " in each or " warning " in each]
    assert "4:1 info verbatim" in codes("tclsh", "foreach addr {", " 10.2.2.1", "ping-all")  # its braces are never closed
