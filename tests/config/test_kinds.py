"""Commands that sections of one kind alone have (`//@ only-in`, `//@ not-in`): sessions, files, ranges, defaults."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.config import Configuration
from iossim.config.own_lines import identity_of, open_line, store_line
from iossim.validate import check_text


def typed(*lines: str) -> list[str]:
    """What a router answers to lines of configuration."""
    session = Router().session()
    return [session.execute(line) for line in ("configure terminal", *lines)][1:]


@pytest.mark.parametrize(
    ("header", "line", "taken"),
    [
        ("interface GigabitEthernet0/0", "clock rate 64000", False),
        ("interface GigabitEthernet0/0", "duplex full", True),
        ("interface loopback 0", "duplex full", False),
        ("interface Loopback0", "no duplex full", False),
        ("interface Loopback0", "description duplex", True),
        ("interface Tunnel0", "tunnel source 192.0.2.1", True),
        ("interface Virtual-Template1", "tunnel source 192.0.2.1", True),
        ("interface GigabitEthernet0/0", "tunnel source 192.0.2.1", False),
        ("interface range gi0/0 - 1", "clock rate 64000", False),
        ("interface range lo0 - 1", "duplex full", False),
        ("router ospf 1", "no auto-summary", False),
        ("router eigrp 1", "no auto-summary", True),
        ("router eigrp 1", "distance ospf external 90", False),
        ("dial-peer voice 1 pots", "port 0/0/0", True),
        ("dial-peer voice 1 voip", "port 0/0/0", False),
        ("dial-peer voice 1 vofr", "forward-digits all", False),
        ("dial-peer voice 1 mmoip", "no digit-strip", False),
        ("dial-peer voice 1 pots", "session target ipv4:192.0.2.1", False),
        ("dial-peer voice 1 pots", "no vad", False),
        ("dial-peer voice 1 mmoip", "session target ipv4:192.0.2.1", True),
        ("dial-peer voice 1 pots", "incoming called-number 5", True),
        ("dial-peer voice 1 voip", "incoming called-number 5", True),
    ],
)
def test_a_session_and_a_file_agree(header: str, line: str, taken: bool) -> None:
    assert ("Invalid input" not in typed(header, line)[1]) == taken
    findings = check_text("", f"{header}\n {line}\n")
    assert (not any("is no command of `" in finding.message for finding in findings)) == taken


#: What a user of level 5 may do.
_LEVEL_5 = """privilege exec level 5 configure terminal
privilege configure all level 5 interface
privilege interface all level 5 duplex
"""


def test_a_user_of_a_lower_level_has_no_more() -> None:
    router = Router.from_text(_LEVEL_5)
    session = router.session(5)
    session.execute("configure terminal")
    session.execute("interface Loopback0")
    assert session.help("duplex ") == "% Unrecognized command\n"
    session.execute("interface GigabitEthernet0/0")
    assert "full" in session.help("duplex ")


def test_help_knows_the_kind() -> None:
    session = Router().session()
    for line in ("configure terminal", "interface Loopback0"):
        session.execute(line)
    assert session.help("duplex ") == "% Unrecognized command\n"
    assert "address" in session.help("ip addr")
    session.execute("interface range lo0 - 1")
    assert session.help("duplex ") == "% Unrecognized command\n"


@pytest.mark.parametrize("members", ["GigabitEthernet0/0 , Loopback0", "Loopback0 , GigabitEthernet0/0"])
def test_a_range_enters_a_line_where_the_kind_has_it(members: str) -> None:
    text = Router.from_text(f"interface range {members}\n duplex full\n").running_config
    assert " duplex full" in text.partition("interface GigabitEthernet0/0\n")[2].partition("!")[0]
    assert Router.from_text(text).running_config == text


def test_a_dial_peer_has_one_kind() -> None:
    lines = ("dial-peer voice 1 pots", "dial-peer voice 1 voip", "no dial-peer voice 1", "dial-peer voice 1 voip", "port 0/0/0")
    answers = typed(*lines)
    assert answers[1] == "% Dial-peer 1 is already configured as pots\n"
    assert answers[:1] + answers[2:4] == [""] * 3
    assert "Invalid input" in answers[4]


def test_the_kind_of_a_dial_peer_is_at_fault() -> None:
    findings = check_text("", "version 15.7\ndial-peer voice 1 pots\n!\ndial-peer voice 1 voip\nend\n")
    assert [(finding.line, finding.column) for finding in findings if finding.code == "refused"] == [(4, 19)]


def test_a_dial_peer_is_entered_again_and_removed() -> None:
    assert typed("dial-peer voice 1 pots", "dial-peer voice 1 pots", "dial-peer voice 1", "no dial-peer voice 1 pots") == [""] * 4


def test_a_file_has_one_kind_of_a_dial_peer() -> None:
    text = "dial-peer voice 1 pots\n port 0/0/0\ndial-peer voice 1 voip\n session target ipv4:192.0.2.1\n"
    assert [finding.severity for finding in check_text("", text) if finding.code == "refused"] == ["error"]
    assert [finding.line for finding in check_text("", f"version 15.7\n{text}end\n") if finding.code == "refused"] == [4]
    assert " port 0/0/0" not in Router.from_text(text).running_config


def test_a_shorter_header_is_of_the_same_kind() -> None:
    text = Router.from_text("interface Virtual-Template1 type tunnel\ninterface Virtual-Template1\n mtu 1400\n").running_config
    assert "interface Virtual-Template1 type tunnel\n mtu 1400\n" in text


def test_a_section_has_no_default_of_another_kind() -> None:
    router = Router()
    session = router.session()
    for line in ("configure terminal", "interface Loopback0", "end"):
        session.execute(line)
    text = session.execute("show running-config all")
    assert "switchport" not in text.partition("interface Loopback0\n")[2].partition("\n!")[0]


def test_lines_that_the_router_enters_itself() -> None:
    configuration = Configuration()
    section = open_line(configuration, configuration.root, "interface Serial0/0/0:23")
    assert section.mode.name == "interface"
    store_line(configuration, section, "encapsulation hdlc")
    store_line(configuration, section, "encapsulation ppp")
    assert [entry.text for entry in section.entries.values()] == ["encapsulation ppp"]
    assert identity_of(configuration.root, "interface se0/0/0:23") == section.identity
