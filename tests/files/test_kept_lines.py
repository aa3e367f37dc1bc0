"""Kept lines keep their place and their meaning when the printed text is read again."""

from __future__ import annotations

import pytest

from tests.files.support import printed

INTERFACE = ["interface FastEthernet0/0", " ip address 192.0.2.1 255.255.255.0"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([*INTERFACE, " exit", "ip address dhcp"], [*INTERFACE, "exit", "ip address dhcp"]),
        ([*INTERFACE, "end", "ip address dhcp"], [*INTERFACE, "exit", "ip address dhcp"]),
        ([*INTERFACE, " exit", "mystery"], [*INTERFACE, "mystery"]),
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
