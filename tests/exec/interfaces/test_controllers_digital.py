"""show controllers t1 and show controllers e1: what the words below a controller change, and the counters by the time since boot."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.router import Clock
from tests.router.support import Time

T1 = "controller T1 0/1/0\n"


def shown(line: str, text: str, seconds: int = 0) -> str:
    time = Time()
    router = Router.from_text(text + "end\n", clock=Clock(time))
    time.passes(seconds)
    return router.session().execute(line)


@pytest.mark.parametrize(
    ("below", "line"),
    [
        ("", "T1 0/1/0 is down."),
        (" shutdown\n", "T1 0/1/0 is administratively down."),
        ("", "  Cablelength is long gain36 0db"),
        (" cablelength long -15db\n", "  Cablelength is long gain36 -15db"),
        (" cablelength long gain26 -15db\n", "  Cablelength is long gain26 -15db"),
        (" cablelength short 133\n", "  Cablelength is short 133"),
        (" framing sf\n linecode ami\n", "  Framing is SF, Line Code is AMI, Clock Source is Line."),
        (" clock source line primary\n", "  Framing is ESF, Line Code is B8ZS, Clock Source is Line Primary."),
        (" description To PBX\n", "  Description: To PBX"),
        ("", "  alarm-trigger is not set"),
    ],
)
def test_the_words_of_a_t1(below: str, line: str) -> None:
    assert f"{line}\n" in shown("show controllers t1", T1 + below)


def test_an_alarm_trigger_that_is_set() -> None:
    assert "alarm-trigger" not in shown("show controllers t1", T1 + " alarm-trigger ais\n")


def test_the_words_of_an_e1() -> None:
    text = "controller E1 0/3/0\n"
    plain = shown("show controllers e1", text)
    assert "  Applique type is Channelized E1 - balanced\n  Cablelength is Unknown\n" in plain
    assert "  Framing is CRC4, Line Code is HDB3, Clock Source is Line.\n" in plain
    assert "Soaking" not in plain
    assert "E1 - unbalanced\n" in shown("show controllers e1", text + " line-termination 75-ohm\n")
    assert "Framing is NO-CRC4" in shown("show controllers e1", text + " framing no-crc4\n")


def test_only_the_kind_and_the_port_that_are_named() -> None:
    text = T1 + "controller T1 0/1/1\ncontroller E1 0/3/0\n"
    ports = [line for line in shown("show controllers t1", text).splitlines() if "is down" in line]
    assert ports == ["T1 0/1/0 is down.", "T1 0/1/1 is down."]
    assert shown("show controllers t1 0/1/1", text).startswith("T1 0/1/1 is down.\n")
    assert shown("show controllers e1 0/1/1", text) == ""


@pytest.mark.parametrize(
    ("seconds", "current", "total", "lost"),
    [
        (0, 0, "last 0 15 minute intervals):", 0),
        (899, 899, "last 0 15 minute intervals):", 0),
        (900, 0, "last 1 15 minute intervals):", 900),
        (86399, 899, "last 95 15 minute intervals):", 85500),
        (86400, 0, "last 24 hours)", 86400),
        (200_000, 200, "last 24 hours)", 86400),
    ],
)
def test_the_counters(seconds: int, current: int, total: str, lost: int) -> None:
    output = shown("show controllers t1", T1, seconds)
    assert f"  Data in current interval ({current} seconds elapsed):\n" in output
    assert f"  Total Data ({total}\n" in output
    assert [line.split()[-3] for line in output.splitlines() if "Unavail" in line] == [str(current), str(lost)]
