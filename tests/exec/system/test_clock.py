"""show clock and clock set."""

from __future__ import annotations

from iossim import Router
from iossim.router import Clock
from tests.router.support import Time


def test_the_time_to_the_millisecond() -> None:
    time = Time()
    time.passes(0.25)
    user = Router(clock=Clock(time)).session()
    assert user.execute("show clock") == "*12:00:00.250 UTC Mon Nov 23 2026\n"


def test_a_new_time_goes_on() -> None:
    time = Time()
    user = Router(clock=Clock(time)).session()
    assert user.execute("clock set 9:08:07 3 february 2027") == ""
    time.passes(2)
    assert user.execute("show clock") == "*09:08:09.000 UTC Wed Feb 3 2027\n"
    assert "uptime is 0 minutes" in user.execute("show version")


def test_a_day_that_does_not_exist() -> None:
    time = Time()
    user = Router(clock=Clock(time)).session()
    result = user.run("clock set 10:00:00 31 february 2026")
    assert not result.accepted
    assert result.output == "%Error: no such day\n"
    assert user.execute("show clock") == "*12:00:00.000 UTC Mon Nov 23 2026\n"
