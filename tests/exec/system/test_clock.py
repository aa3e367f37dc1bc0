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
    assert user.execute("show clock") == "09:08:09.000 UTC Wed Feb 3 2027\n"
    assert "uptime is 0 minutes" in user.execute("show version")


def test_a_day_that_does_not_exist() -> None:
    time = Time()
    user = Router(clock=Clock(time)).session()
    result = user.run("clock set 10:00:00 31 february 2026")
    assert not result.accepted
    assert result.output == "%Error: no such day\n"
    assert user.execute("show clock") == "*12:00:00.000 UTC Mon Nov 23 2026\n"


def test_either_order_of_day_and_month() -> None:
    user = Router(clock=Clock(Time())).session()
    user.execute("clock set 9:08:07 feb 3 2027")
    assert user.execute("show clock") == "09:08:07.000 UTC Wed Feb 3 2027\n"


def test_the_message_has_the_mark_of_the_time_before() -> None:
    user = Router(clock=Clock(Time())).session(line="console")
    user.open()
    assert user.execute("clock set 10:00:00 1 january 2026") == (
        "*Jan  1 10:00:00.000: %SYS-6-CLOCKUPDATE: System clock has been updated from 12:00:00 UTC Mon Nov 23 2026 to 10:00:00 UTC "
        "Thu Jan 1 2026, configured from console by console.\n"
    )
    assert user.execute("clock set 11:00:00 1 january 2026").startswith("Jan  1 11:00:00.000: %SYS-6-CLOCKUPDATE")


def test_the_message_names_the_user() -> None:
    router = Router(clock=Clock(Time()))
    router.session(user="bob", line="vty").execute("clock set 10:00:00 1 january 2026")
    assert router.log.buffer[-1].endswith("configured from console by bob on vty0.")


def test_a_zone_moves_the_shown_time_and_not_the_clock() -> None:
    user = Router(clock=Clock(Time())).session()
    for line in ("configure terminal", "clock timezone IST 5 30"):
        user.execute(line)
    assert user.execute("do show clock") == "*17:30:00.000 IST Mon Nov 23 2026\n"
    assert user.router.log.buffer[-1].endswith(
        "updated from 12:00:00 UTC Mon Nov 23 2026 to 17:30:00 IST Mon Nov 23 2026, configured from console by unknown on vty0."
    )
    user.execute("end")
    assert user.router.last_change == "! Last configuration change at 17:30:00 IST Mon Nov 23 2026"
    user.execute("configure terminal")
    user.execute("no clock timezone")
    assert user.execute("do show clock") == "*12:00:00.000 UTC Mon Nov 23 2026\n"


def test_a_negative_zone_with_minutes() -> None:
    user = Router(clock=Clock(Time())).session()
    for line in ("configure terminal", "clock timezone NST -3 30"):
        user.execute(line)
    assert user.execute("do show clock") == "*08:30:00.000 NST Mon Nov 23 2026\n"


def test_details() -> None:
    user = Router(clock=Clock(Time())).session()
    assert user.execute("show clock detail") == "*12:00:00.000 UTC Mon Nov 23 2026\nTime source is hardware calendar\n"
    for line in (
        "clock set 12:00:00 1 march 2021",
        "configure terminal",
        "clock timezone EST -5",
        "clock summer-time EDT recurring",
    ):
        user.execute(line)
    assert user.execute("do show clock detail").split("\n")[1:] == [
        "Time source is user configuration",
        "Summer time starts 02:00:00 EST Sun Mar 14 2021",
        "Summer time ends 02:00:00 EDT Sun Nov 7 2021",
        "",
    ]


def test_the_calendar_goes_its_own_way_until_the_next_start() -> None:
    router = Router(clock=Clock(Time()))
    user = router.session()
    user.execute("clock set 10:00:00 1 january 2026")
    assert user.execute("show calendar") == "12:00:00 UTC Mon Nov 23 2026\n"
    router.restart(None)
    assert user.execute("show clock") == "*12:00:00.000 UTC Mon Nov 23 2026\n"
    user.execute("clock set 10:00:00 1 january 2026")
    user.execute("clock update-calendar")
    router.restart(None)
    assert user.execute("show clock") == "*10:00:00.000 UTC Thu Jan 1 2026\n"
    user.execute("calendar set 8:00:00 2 january 2026")
    assert user.execute("show clock") == "*10:00:00.000 UTC Thu Jan 1 2026\n"
    user.execute("clock read-calendar")
    assert user.execute("show clock") == "*08:00:00.000 UTC Fri Jan 2 2026\n"
