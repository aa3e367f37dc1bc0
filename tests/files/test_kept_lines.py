"""Kept lines keep their place and their meaning when the printed text is read again."""

from __future__ import annotations

import pytest

from iossim.config import Configuration
from iossim.files.load import read_lines
from tests.files.support import printed

INTERFACE = ["interface FastEthernet0/0", " ip address 192.0.2.1 255.255.255.0"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([*INTERFACE, " exit", "ip address dhcp"], [*INTERFACE, "exit", "ip address dhcp"]),
        ([*INTERFACE, "end", "ip address dhcp"], [*INTERFACE, "exit", "ip address dhcp"]),
        ([*INTERFACE, " exit", "mystery"], [*INTERFACE, "mystery"]),
        ([*INTERFACE, "mystery", " shutdown", " exit-mystery"], [*INTERFACE, "mystery", " shutdown", " exit-mystery"]),
        (
            ["voice service voip", " sip", "  options-ping 90", "  exit", " min-se 90"],
            ["voice service voip", " sip", "  options-ping 90", " exit", " min-se 90"],
        ),
        (
            ["voice service voip", " sip", "  options-ping 90", "  exit", " exit", "options-ping 60"],
            ["voice service voip", " sip", "  options-ping 90", "exit", "exit", "options-ping 60"],
        ),
    ],
)
def test_a_kept_line_stays_outside_of_the_section_above(lines: list[str], expected: list[str]) -> None:
    text = printed(*lines)
    assert text == expected
    assert printed(*text) == expected


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["ip access-list standard NETS", " permit 192.0.2.0 0.0.0.255", " 10 deny any"], "% Duplicate sequence number"),
        (["access-list 3 deny 192.0.2.0 0.0.0.255", "access-list 3 permit host 192.0.2.7"], "existing rule at sequence num 10"),
        (
            ["ip prefix-list NETS seq 5 permit 192.0.2.0/24", "ip prefix-list NETS permit 192.0.2.0/24 ge 8"],
            "% Invalid prefix range",
        ),
    ],
)
def test_a_refused_entry_of_a_list_is_reported_and_kept(lines: list[str], message: str) -> None:
    configuration = Configuration()
    assert [message in diagnostic.message for diagnostic in read_lines(configuration, lines)] == [True]
    assert lines[-1] in printed(*lines)
    assert printed(*printed(*lines)) == printed(*lines)


def test_a_line_at_the_margin_after_an_indented_section_is_global_if_both_accept_it() -> None:
    pool = ["voice register pool  1", " number 1 dn 1", " username ann password one"]
    text = printed(*pool, "!", "username bob password two")
    assert " username ann password one" in text
    assert "username bob password two" in [line.replace("password 0", "password") for line in text]
    assert printed(*text) == text


def test_a_line_at_the_margin_belongs_to_the_section_if_nothing_is_indented() -> None:
    text = printed("voice register pool 1", "number 1 dn 1", "username ann password one")
    assert " username ann password one" in text


def test_a_line_at_the_margin_that_only_the_section_accepts_belongs_to_it() -> None:
    assert printed(*INTERFACE, "!", "ip address dhcp") == [INTERFACE[0], " ip address dhcp"]


def test_a_line_at_the_margin_leaves_all_sections_whose_modes_have_it_too() -> None:
    lines = ["crypto gdoi group A", " identity number 5", " server local", "  redundancy", "   local priority 100", "redundancy"]
    assert [line for line in printed(*lines) if "redundancy" in line] == ["redundancy", "  redundancy"]
