"""Negative lines that remove nothing come back; what a router would not print does not."""

from __future__ import annotations

import pytest

from tests.files.support import printed


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("line con 0", " no modem enable"),
        ("line aux 0", " no exec-banner"),
        ("line aux 0", " no motd-banner"),
        ("line vty 0 4", " no exec"),
        ("interface GigabitEthernet0/0", " no mop enabled"),
        ("dial-peer voice 1 voip", " no voice-class sip history-info"),
    ],
)
def test_a_negative_line_is_printed_back(header: str, line: str) -> None:
    assert line in printed(header, line, "end")
    assert printed(*printed(header, line, "end")) == printed(header, line, "end")


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("interface GigabitEthernet0/0", " no shutdown"),
        ("interface GigabitEthernet0/0", " no description"),
        ("ephone-dn  1", " no number"),
        ("ephone-dn  1", " huntstop"),
    ],
)
def test_a_negative_line_that_a_router_does_not_print(header: str, line: str) -> None:
    assert line not in printed(header, line, "end")


def test_a_negative_line_that_removes_something_is_not_printed() -> None:
    assert printed("line con 0", " modem enable", " no modem enable", "end") == ["line con 0"]


def test_the_positive_line_takes_the_place_of_the_negative_one() -> None:
    assert printed("line con 0", " no modem enable", " modem enable", "end") == ["line con 0", " modem enable"]


def test_a_section_is_not_negated() -> None:
    assert printed("no telephony-service", "no dial-peer voice 5", "no ephone 1", "end") == []
