"""The words of debug, undebug and show debugging for voice, SIP and ISDN."""

from __future__ import annotations

import pytest

from iossim.router.debugging import Debugging


@pytest.mark.parametrize(
    ("option", "on", "off"),
    [
        ("ccsip messages", "SIP Call messages tracing is enabled\n", "SIP Call messages tracing is disabled\n"),
        ("ccsip calls", "SIP Call statistics tracing is enabled\n", "SIP Call statistics tracing is disabled\n"),
        ("ccsip all", "All SIP Call tracing is enabled\n", "All SIP Call tracing is disabled\n"),
        ("isdn q931", "debug isdn q931 is              ON.\n", "debug isdn q931 is              OFF.\n"),
        ("isdn error", "debug isdn error is             ON.\n", "debug isdn error is             OFF.\n"),
        ("voip ccapi inout", "voip ccapi inout debugging is on\n", "voip ccapi inout debugging is off\n"),
        ("voice translation", "voice translation debugging is on\n", "voice translation debugging is off\n"),
        ("dialpeer", "dialpeer debugging is on\n", "dialpeer debugging is off\n"),
    ],
)
def test_on_and_off(option: str, on: str, off: str) -> None:
    debugging = Debugging()
    assert debugging.turn_on(option) == on
    assert debugging.is_on(option)
    assert debugging.turn_off(option) == off
    assert debugging.report() == ""


def test_the_report_by_subject() -> None:
    debugging = Debugging()
    for option in ("ccsip messages", "isdn q931", "voip ccapi inout", "isdn q921", "ccsip error", "ephone register"):
        debugging.turn_on(option)
    assert debugging.report() == (
        "\nCCSIP SPI: SIP Call Message tracing is enabled  (filter is OFF)\n"
        "CCSIP SPI: SIP Call error tracing is enabled  (filter is OFF)\n"
        "\nThe following ISDN debugs are enabled on all DSLs:\n\n"
        "debug isdn q931 is              ON.   (filter is OFF)\n"
        "debug isdn q921 is              ON.\n"
        "\nvoip:\n  voip ccapi inout debugging is on\n"
        "\nEPHONE:\n  Ephone registration debugging is enabled\n"
    )
